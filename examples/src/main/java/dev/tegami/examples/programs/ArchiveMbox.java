package dev.tegami.examples.programs;

import dev.tegami.examples.cli.Exit;
import dev.tegami.examples.cli.Program;
import dev.tegami.examples.cli.Shown;
import dev.tegami.examples.cli.Terminal;
import dev.tegami.mime.Message;
import dev.tegami.store.Mbox;
import dev.tegami.store.MboxIndex;
import dev.tegami.store.Staged;
import dev.tegami.store.Stored;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Archives an mbox, however large: an mbox per year, and a table of who wrote when about what. The table comes last, so
 * that a directory with a table is a whole archive. What is read is not changed.
 */
@Command(
        name = "ArchiveMbox",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Archive an mbox: an mbox per year, and a table of its messages.")
public final class ArchiveMbox implements Callable<Integer> {
    private static final int TOGETHER = 500;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "MBOX", description = "What to archive.")
    private Path mbox = Path.of("");

    @Parameters(index = "1", paramLabel = "DIRECTORY", description = "Where to; it must be new or empty.")
    private Path archive = Path.of("");

    private final Map<String, List<String>> sealed = new TreeMap<>();

    ArchiveMbox(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs the program.
     *
     * @param arguments {@code --help} tells
     */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        System.exit(Program.run(terminal, new ArchiveMbox(terminal), arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(Files.createDirectories(archive).resolve("messages.tsv"))) {
            terminal.news("there is an archive already");
            return Exit.NO;
        }
        MboxIndex index = Mbox.at(mbox).index((done, total) -> terminal.progress("index: " + percent(done, total)));
        Path table = archive.resolve("messages.tsv.part");
        try (BufferedWriter lines = Files.newBufferedWriter(table)) {
            for (int i = 0; i < index.size(); i++) {
                archive(index.get(i), lines);
                terminal.progress("archive: " + percent(i + 1L, index.size()));
            }
        }
        for (String year : List.copyOf(sealed.keySet())) {
            commit(year);
        }
        Files.move(table, archive.resolve("messages.tsv"));
        terminal.progressEnds();
        terminal.say(index.size() + " messages");
        return Exit.DONE;
    }

    private void archive(Stored stored, BufferedWriter lines) throws IOException {
        Message message = stored.message();
        String year =
                message.date().map(OffsetDateTime::getYear).map(String::valueOf).orElse("undated");
        try (Staged staged = year(year).stage()) {
            stored.raw().writeTo(staged.stream());
            sealed.computeIfAbsent(year, any -> new ArrayList<>()).add(staged.seal());
        }
        if (sealed.getOrDefault(year, List.of()).size() >= TOGETHER) {
            commit(year);
        }
        lines.write(year + "\t" + message.date().map(Object::toString).orElse("") + "\t" + message.size() + "\t"
                + Shown.line(message.from().toString()) + "\t"
                + Shown.line(message.subject().orElse("")) + "\n");
    }

    private Mbox year(String year) throws IOException {
        return Mbox.at(archive.resolve(year + ".mbox"));
    }

    private void commit(String year) throws IOException {
        List<String> names = sealed.remove(year);
        if (names != null) {
            year(year).commit(names);
        }
    }

    private static String percent(long done, long total) {
        return total == 0 ? "100 %" : 100 * done / total + " %";
    }
}
