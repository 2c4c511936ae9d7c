package dev.tegami.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code that the guide shows is code that is compiled here, and its links lead somewhere. */
class GuideTest {
    private static final Path GUIDE = Path.of("guide");
    private static final Path SOURCES = Path.of("src/test/java/dev/tegami/examples/guide");
    private static final Path FIRST_LETTER = Path.of("src/main/java/dev/tegami/examples/FirstLetter.java");
    private static final Pattern FENCED = Pattern.compile("(?m)^```(.*)\n((?s:.*?))^```$");
    private static final Pattern INDENTED = Pattern.compile("(?m)(?<=\n\n) {4}(\\S+)(.*)$");
    private static final Pattern SHELL =
            Pattern.compile("mvn|git|cd|examples/(run|tegami)|\\.ci/.*|<[?/]?\\w+.*|[\\w.-]+[:=].*");
    private static final Pattern METHOD = Pattern.compile("(?m)^static [^(=]* (\\w+)\\(");
    private static final Path PROGRAMS = Path.of("src/main/java/dev/tegami/examples/programs");
    private static final Pattern TOOL = Pattern.compile("examples/tegami ([a-z]+)");
    private static final Pattern PROGRAM = Pattern.compile("examples/run ([A-Z]\\w*[a-z])");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String bare(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(files(GUIDE));
        pages.add(Path.of("../README.md"));
        return pages;
    }

    /** The code of each class of the guide, without its white space. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path source : files(SOURCES)) {
            sources.put(source.getFileName().toString().replace(".java", ""), bare(Files.readString(source)));
        }
        sources.put("FirstLetter", bare(Files.readString(FIRST_LETTER)));
        return sources;
    }

    @Test
    void everyBlockIsJavaThatIsCompiledAndRunByTheTests() throws IOException {
        Map<String, String> sources = sources();
        String run = sources.entrySet().stream()
                .filter(source -> source.getKey().endsWith("RunTest"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n"));
        int methods = 0;
        for (Path page : pages()) {
            for (MatchResult block :
                    FENCED.matcher(Files.readString(page)).results().toList()) {
                assertThat(block.group(1)).as("a block in " + page).isEqualTo("java");
                String homes = sources.entrySet().stream()
                        .filter(source -> source.getValue().contains(bare(block.group(2))))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining("|"));
                assertThat(homes).as(page + ": no source has " + block.group()).isNotEmpty();
                for (MatchResult method :
                        METHOD.matcher(block.group(2)).results().toList()) {
                    assertThat(Pattern.compile("\\b(" + homes + ")(\\.|::)" + method.group(1) + "\\b")
                                    .matcher(run)
                                    .find())
                            .as(page + ": what runs " + method.group() + " of " + homes + "?")
                            .isTrue();
                    methods++;
                }
            }
        }
        assertThat(methods).isGreaterThan(15);
    }

    @Test
    void everyIndentedBlockIsForAShellOrIsMarkupOrSettings() throws IOException {
        int blocks = 0;
        for (Path page : pages()) {
            String prose = FENCED.matcher(Files.readString(page)).replaceAll("");
            for (MatchResult block : INDENTED.matcher(prose).results().toList()) {
                assertThat(block.group(1)).as(page + ":" + block.group()).matches(SHELL);
                blocks++;
            }
        }
        assertThat(blocks).isGreaterThan(3);
    }

    @Test
    void everyCommandThatIsShownIsThere() throws IOException {
        for (Path page : pages()) {
            String text = Files.readString(page);
            for (MatchResult command : TOOL.matcher(text).results().toList()) {
                assertThat(files(Path.of("src/main/java/dev/tegami/examples/cli")).stream()
                                .map(file -> {
                                    try {
                                        return Files.readString(file);
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                    }
                                }))
                        .as(page + ": " + command.group())
                        .anyMatch(source -> source.contains("name = \"" + command.group(1) + "\""));
            }
            for (MatchResult program : PROGRAM.matcher(text).results().toList()) {
                assertThat(PROGRAMS.resolve(program.group(1) + ".java"))
                        .as(page + ": " + program.group())
                        .exists();
            }
        }
    }

    @Test
    void everyClassThatTheReadmeNamesWithAnRfcIsThere() throws IOException {
        String table = Files.readString(Path.of("../README.md"))
                .split("## RFCs\n", 2)[1]
                .split("\n## ", 2)[0];
        List<String> names = Pattern.compile("`([A-Z][A-Za-z0-9]+)`")
                .matcher(table)
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(names).hasSizeGreaterThan(40);
        StringBuilder types = new StringBuilder();
        for (String module : List.of("core", "smime", "smtp", "imap", "pop3")) {
            types.append(Files.readString(Path.of("..", module, "api.txt")));
        }
        assertThat(names)
                .allSatisfy(name -> assertThat(types)
                        .containsPattern("(?m)^public .*(class|interface|record|enum) dev\\.tegami[a-z0-9.]*\\." + name
                                + "\\b"));
    }

    @Test
    void everyLinkLeadsToAFileOfTheProject() throws IOException {
        for (Path page : files(GUIDE)) {
            assertThat(LINK.matcher(Files.readString(page)).results().map(result -> result.group(1)))
                    .allSatisfy(link -> assertThat(GUIDE.resolve(link))
                            .as(page + " " + link)
                            .exists());
        }
        assertThat(Files.readString(GUIDE.resolve("README.md"))).satisfies(index -> {
            for (Path page : files(GUIDE)) {
                assertThat(index).contains(page.getFileName().toString().replace("README.md", "# The guide"));
            }
        });
    }
}
