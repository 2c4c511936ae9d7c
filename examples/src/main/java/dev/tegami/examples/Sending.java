package dev.tegami.examples;

import dev.tegami.mime.Message;
import dev.tegami.net.TraceEvent;
import dev.tegami.smtp.Receipt;
import dev.tegami.smtp.Smtp;

/** Submits a letter, and shows what was said. */
final class Sending {
    private Sending() {}

    static void send(Message letter, Smtp smtp, Narrator narrator) {
        Receipt receipt = smtp.trace(event -> narrator.tell(line(event))).send(letter);
        receipt.deliveries()
                .forEach(delivery -> narrator.tell("=> " + delivery.recipient().mailbox() + ": " + delivery.outcome()
                        + delivery.reply().map(reply -> " (" + reply + ")").orElse("")));
    }

    private static String line(TraceEvent event) {
        return switch (event.kind()) {
            case SENT -> "C: " + event.text();
            case RECEIVED -> "S: " + event.text();
            case NOTE -> "-- " + event.text();
        };
    }
}
