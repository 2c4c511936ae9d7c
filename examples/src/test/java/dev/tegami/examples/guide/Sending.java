package dev.tegami.examples.guide;

import dev.tegami.mime.Message;
import dev.tegami.net.PoolLimits;
import dev.tegami.smtp.Delivery;
import dev.tegami.smtp.Envelope;
import dev.tegami.smtp.Handover;
import dev.tegami.smtp.Lmtp;
import dev.tegami.smtp.MailObject;
import dev.tegami.smtp.Notify;
import dev.tegami.smtp.Receipt;
import dev.tegami.smtp.Relay;
import dev.tegami.smtp.SentMail;
import dev.tegami.smtp.SentMails;
import dev.tegami.smtp.Smtp;
import dev.tegami.smtp.SmtpPool;
import dev.tegami.smtp.SmtpSession;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;

/** Many messages, and other ways than submission. */
final class Sending {
    private Sending() {}

    static List<SentMail> sendBatch(Smtp smtp, List<Message> messages) {
        try (SmtpSession session = smtp.open()) {
            return session.sendAll(messages.stream().map(MailObject::of).toList()).stream()
                    .filter(handover -> handover.state() == Handover.State.SENT)
                    .map(SentMail::of)
                    .toList();
        }
    }

    static List<MailObject> sendMany(Smtp smtp, Iterator<MailObject> mails, Executor executor) {
        List<MailObject> again = new ArrayList<>();
        try (SmtpPool pool = smtp.pool(PoolLimits.of(4))) {
            pool.sendAll(mails, executor, handover -> {
                if (handover.state() == Handover.State.NOT_TRIED) {
                    again.add(handover.mail());
                }
            });
        }
        return again;
    }

    static List<Delivery> store(Lmtp lmtp, Message message, Envelope envelope) {
        Receipt receipt = lmtp.send(message, envelope);
        return receipt.worthAnotherTry();
    }

    static Receipt relay(Relay relay, Message message) {
        Receipt receipt = relay.send(message, Envelope.of(message));
        receipt.attempts().forEach(System.err::println);
        return receipt;
    }

    static Receipt sendWithReports(Smtp smtp, Message message, String id) {
        return smtp.send(
                message,
                Envelope.of(message).reportOn(Notify.SUCCESS, Notify.FAILURE).envelopeId(id));
    }

    static List<String> bounced(SentMails sent, Message report) {
        return sent.causeOf(report)
                .map(bounce -> bounce.fates().stream()
                        .map(fate -> fate.recipient().mailbox().address() + ": "
                                + fate.status().action())
                        .toList())
                .orElse(List.of());
    }
}
