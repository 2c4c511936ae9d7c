package dev.tegami.examples.programs;

import dev.tegami.examples.cli.Exit;
import dev.tegami.examples.cli.Program;
import dev.tegami.examples.cli.ServerOptions;
import dev.tegami.examples.cli.Shown;
import dev.tegami.examples.cli.Terminal;
import dev.tegami.mime.Draft;
import dev.tegami.mime.Message;
import dev.tegami.smtp.Receipt;
import dev.tegami.smtp.Smtp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a letter with attachments and submits it. */
@Command(
        name = "SendLetter",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Write a letter, attach files, submit it, and say what became of it.")
public final class SendLetter implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions server;

    @Option(names = "--from", required = true, description = "The author, as Ada <ada@example.org>.")
    private String from = "";

    @Option(names = "--to", required = true, description = "A recipient; may be repeated.")
    private List<String> to = new ArrayList<>();

    @Option(names = "--subject", description = "What it is about.")
    private String subject = "A letter";

    @Option(names = "--text", description = "What it says.")
    private String text = "Please find the files attached.\n";

    @Parameters(paramLabel = "FILE", description = "Files to attach; large ones are streamed, not loaded.")
    private List<Path> files = new ArrayList<>();

    SendLetter(Terminal terminal) {
        this.terminal = terminal;
        this.server = new ServerOptions(terminal);
    }

    /**
     * Runs the program.
     *
     * @param arguments {@code --help} tells
     */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        System.exit(Program.run(terminal, new SendLetter(terminal), arguments));
    }

    @Override
    public Integer call() throws IOException {
        Draft draft = Message.compose()
                .from(from)
                .to(to.toArray(String[]::new))
                .subject(subject)
                .text(text);
        for (Path file : files) {
            draft = draft.attach(file);
        }
        Receipt receipt = server.door(Smtp::at).send(draft.build());
        receipt.deliveries()
                .forEach(delivery -> terminal.say(delivery.outcome() + " "
                        + delivery.recipient().mailbox().address()));
        receipt.queueId().ifPresent(id -> terminal.say("queued as " + Shown.line(id)));
        return receipt.isComplete() ? Exit.DONE : Exit.NO;
    }
}
