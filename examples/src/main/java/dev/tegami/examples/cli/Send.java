package dev.tegami.examples.cli;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.smtp.Delivery;
import dev.tegami.smtp.Envelope;
import dev.tegami.smtp.Receipt;
import dev.tegami.smtp.Recipient;
import dev.tegami.smtp.Smtp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Submits a message. */
@Command(
        name = "send",
        sortOptions = false,
        description = "Submit a message (SMTP): 0 if all recipients were accepted, 1 if some were not.")
final class Send implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final MessageInput input;

    @Mixin
    private final ServerOptions server;

    @Option(names = "--envelope-from", paramLabel = "ADDRESS", description = "Who hears of failures; else the author.")
    private Optional<String> sender = Optional.empty();

    @Option(names = "--recipient", paramLabel = "ADDRESS", description = "For whom; else those the message names.")
    private List<String> recipients = new ArrayList<>();

    Send(Terminal terminal) {
        this.terminal = terminal;
        this.input = new MessageInput(terminal);
        this.server = new ServerOptions(terminal);
    }

    @Override
    public Integer call() throws IOException {
        Message message = input.read();
        Receipt receipt = server.door(Smtp::at).send(message, envelope(message));
        receipt.deliveries().forEach(delivery -> terminal.say(line(delivery)));
        return receipt.isComplete() ? Exit.DONE : Exit.NO;
    }

    private Envelope envelope(Message message) {
        if (sender.isEmpty() && recipients.isEmpty()) {
            return Envelope.of(message);
        }
        List<Mailbox> to = recipients.isEmpty()
                ? Envelope.of(message).recipients().stream()
                        .map(Recipient::mailbox)
                        .toList()
                : recipients.stream().map(Mailbox::parse).toList();
        Mailbox from = sender.map(Mailbox::parse)
                .orElseGet(() -> Envelope.of(message).sender().orElseThrow());
        return Envelope.of(from, to);
    }

    private String line(Delivery delivery) {
        String outcome = terminal.paint(
                delivery.isAccepted() ? "fg(green)" : "fg(red)",
                delivery.outcome().name());
        return outcome + " " + Shown.line(delivery.recipient().mailbox().address())
                + delivery.reply()
                        .map(reply -> " (" + Shown.line(reply.toString()) + ")")
                        .orElse("");
    }
}
