package dev.tegami.examples.programs;

import dev.tegami.examples.cli.Exit;
import dev.tegami.examples.cli.KeyOptions;
import dev.tegami.examples.cli.Program;
import dev.tegami.examples.cli.ServerOptions;
import dev.tegami.examples.cli.Shown;
import dev.tegami.examples.cli.Terminal;
import dev.tegami.examples.cli.TrustOptions;
import dev.tegami.mime.Message;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Smime;
import dev.tegami.smtp.Receipt;
import dev.tegami.smtp.Smtp;
import dev.tegami.smtp.SmtpRefused;
import dev.tegami.smtp.SmtpSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Sends a newsletter, signed, to readers of whom each gets a copy encrypted for nobody else. All copies go through one
 * session. Who has got one is written down at once, so that a second run goes on where the first one stopped.
 */
@Command(
        name = "Newsletter",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Send a text to many readers, signed, and encrypted for each of them.")
public final class Newsletter implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final KeyOptions key;

    @Option(names = "--from", required = true, description = "The author; the key must be theirs.")
    private String from = "";

    @Option(names = "--subject", required = true, description = "What it is about.")
    private String subject = "";

    @Option(names = "--readers", required = true, description = "Lines of: ADDRESS TAB CERTIFICATE-FILE.")
    private Path readers = Path.of("");

    @Option(names = "--sent", required = true, description = "The file that remembers who has got it.")
    private Path sent = Path.of("");

    @Parameters(paramLabel = "TEXT", description = "The file with the text, in UTF-8.")
    private Path text = Path.of("");

    private int failed;

    Newsletter(Terminal terminal) {
        this.terminal = terminal;
        this.server = new ServerOptions(terminal);
        this.key = new KeyOptions(terminal);
    }

    /**
     * Runs the program.
     *
     * @param arguments {@code --help} tells
     */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        System.exit(Program.run(terminal, new Newsletter(terminal), arguments));
    }

    @Override
    public Integer call() throws IOException {
        Identity author = key.identity();
        String words = Files.readString(text);
        List<String> lines = Files.readAllLines(readers);
        Set<String> done = Files.exists(sent) ? new TreeSet<>(Files.readAllLines(sent)) : new TreeSet<>();
        int count = 0;
        try (SmtpSession session = server.door(Smtp::at).open()) {
            for (String line : lines) {
                String[] reader = line.split("\t", 2);
                if (reader.length < 2) {
                    terminal.news("no address, tab and certificate: " + Shown.line(line));
                    failed++;
                } else if (done.add(reader[0])) {
                    send(session, letter(author, words, reader[0], Path.of(reader[1])), reader[0]);
                }
                count++;
                terminal.progress(count + " of " + lines.size());
            }
        }
        terminal.progressEnds();
        terminal.say(count - failed + " of " + lines.size() + " have it");
        return failed == 0 ? Exit.DONE : Exit.NO;
    }

    private Message letter(Identity author, String words, String reader, Path certificate) throws IOException {
        return Message.compose()
                .from(from)
                .to(reader)
                .subject(subject)
                .text(words)
                .build()
                .with(Smime.sign(author))
                .with(Smime.encrypt(TrustOptions.certificates(List.of(certificate))));
    }

    private void send(SmtpSession session, Message letter, String reader) throws IOException {
        try {
            Receipt receipt = session.send(letter);
            if (receipt.isComplete()) {
                Files.writeString(
                        sent,
                        reader + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.SYNC);
                return;
            }
        } catch (SmtpRefused e) {
            terminal.news(Shown.line(reader + ": " + e.getMessage()));
        }
        failed++;
    }
}
