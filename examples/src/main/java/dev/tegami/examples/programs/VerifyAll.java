package dev.tegami.examples.programs;

import dev.tegami.examples.cli.Exit;
import dev.tegami.examples.cli.KeyOptions;
import dev.tegami.examples.cli.Program;
import dev.tegami.examples.cli.Shown;
import dev.tegami.examples.cli.Terminal;
import dev.tegami.examples.cli.TrustOptions;
import dev.tegami.mime.Message;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Reason;
import dev.tegami.smime.Smime;
import dev.tegami.store.Maildir;
import dev.tegami.store.Mbox;
import dev.tegami.store.Store;
import dev.tegami.store.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Judges every message of a Maildir or an mbox: a line each, then a count of each judgement. */
@Command(
        name = "VerifyAll",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Judge every message of a Maildir or an mbox (S/MIME): 1 if a signed one is not trusted.")
public final class VerifyAll implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final TrustOptions trust = new TrustOptions();

    @Mixin
    private final KeyOptions keys;

    @Parameters(paramLabel = "STORE", description = "A Maildir or an mbox.")
    private Path store = Path.of("");

    VerifyAll(Terminal terminal) {
        this.terminal = terminal;
        this.keys = new KeyOptions(terminal);
    }

    /**
     * Runs the program.
     *
     * @param arguments {@code --help} tells
     */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        System.exit(Program.run(terminal, new VerifyAll(terminal), arguments));
    }

    @Override
    public Integer call() throws IOException {
        Store from = Files.isDirectory(store) ? Maildir.open(store) : Mbox.at(store);
        Keys known = keys.keys();
        Map<String, Integer> counts = new TreeMap<>();
        for (Stored stored : from.list()) {
            Message message = stored.message();
            Opened opened = Smime.open(message, known, trust.trust(), trust.policy());
            String word = word(opened);
            counts.merge(word, 1, Integer::sum);
            terminal.say(word + "\t" + Shown.line(message.from().toString()) + "\t"
                    + Shown.line(message.subject().orElse("")) + "\t" + reasons(opened));
        }
        counts.forEach((word, count) -> terminal.news(count + " " + word));
        return counts.containsKey("NOT-TRUSTED") ? Exit.NO : Exit.DONE;
    }

    private static String word(Opened opened) {
        if (opened.isTrusted()) {
            return "TRUSTED";
        }
        return opened.signers().isEmpty() ? "UNSIGNED" : "NOT-TRUSTED";
    }

    private static String reasons(Opened opened) {
        return opened.verdict().reasons().stream()
                .map(Reason::code)
                .map(Reason.Code::name)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
