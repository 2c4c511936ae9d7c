package dev.tegami.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.examples.cli.Exit;
import dev.tegami.examples.cli.Run;
import dev.tegami.examples.cli.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The guide shows a command for every program, with options that it has. */
class ShownProgramsTest {
    private static final Map<String, Function<Terminal, Object>> PROGRAMS = Map.of(
            "SendLetter", SendLetter::new,
            "Newsletter", Newsletter::new,
            "Browse", Browse::new,
            "Watcher", Watcher::new,
            "Collector", Collector::new,
            "VerifyAll", VerifyAll::new,
            "Migrate", Migrate::new,
            "ArchiveMbox", ArchiveMbox::new,
            "SideBySide", SideBySide::new);

    private static final Pattern SHOWN = Pattern.compile("(?m)^ {4}examples/run (\\w+) (.*)$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (MatchResult word : WORD.matcher(line).results().toList()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    @Test
    void everyCommandOfTheGuideFitsItsProgramAndEveryProgramHasOne() throws IOException {
        List<String> shown = new ArrayList<>();
        for (MatchResult command : SHOWN.matcher(Files.readString(Path.of("guide/programs.md")))
                .results()
                .toList()) {
            String name = command.group(1);
            Function<Terminal, Object> program = Objects.requireNonNull(PROGRAMS.get(name), name);
            CommandLine line = new CommandLine(program.apply(Terminal.system()));
            line.parseArgs(words(command.group(2)).toArray(String[]::new)); // throws what the program would say
            shown.add(name);
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(PROGRAMS.keySet());
        for (String name : shown) {
            assertThat(Path.of("src/main/java/dev/tegami/examples/programs", name + ".java"))
                    .exists();
        }
    }

    @Test
    void everyProgramTellsHowItIsUsed() {
        PROGRAMS.forEach((name, program) -> {
            Run help = Run.program(program, Map.of(), "--help");
            assertThat(help.code()).as(name).isEqualTo(Exit.DONE);
            assertThat(help.out()).contains("Usage: " + name);
        });
    }
}
