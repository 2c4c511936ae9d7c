package dev.tegami.smtp;

import dev.tegami.mime.Mailbox;
import dev.tegami.smtp.internal.MailFrom;
import dev.tegami.smtp.internal.Paths;
import dev.tegami.smtp.internal.RcptTo;
import dev.tegami.smtp.internal.Xtext;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters of MAIL and RCPT, as far as the server offers what they belong to. */
final class Parameters {
    private final Envelope envelope;
    private final Extensions extensions;
    private final Letter letter;

    Parameters(Envelope envelope, Extensions extensions, Letter letter) {
        this.envelope = envelope;
        this.extensions = extensions;
        this.letter = letter;
    }

    MailFrom mail() {
        List<String> list = new ArrayList<>();
        if (extensions.has("SIZE") && letter.size() >= 0) {
            list.add("SIZE=" + letter.size());
        }
        letter.bodyParameter().ifPresent(list::add);
        if (letter.isInternational()) {
            list.add("SMTPUTF8");
        }
        if (extensions.has("DSN")) {
            envelope.returned().ifPresent(much -> list.add("RET=" + much));
            envelope.envelopeId().ifPresent(id -> list.add("ENVID=" + Xtext.encode(id)));
        }
        if (extensions.has("AUTH")) {
            envelope.submitter()
                    .ifPresent(who -> list.add("AUTH="
                            + who.mailbox()
                                    .map(Paths::address)
                                    .map(Xtext::encode)
                                    .orElse(Paths.NULL)));
        }
        if (envelope.tls() == TlsDemand.REQUIRED) {
            list.add("REQUIRETLS");
        }
        handling(list);
        return new MailFrom(envelope.sender().map(Paths::of).orElse(Paths.NULL), list);
    }

    private void handling(List<String> list) {
        Handling handling = envelope.handling();
        handling.deliverBy().ifPresent(demand -> list.add(demand.parameter()));
        handling.release().ifPresent(when -> list.add(hold(when)));
        if (extensions.has("MT-PRIORITY") && handling.priority().isPresent()) {
            list.add("MT-PRIORITY=" + handling.priority().getAsInt());
        }
    }

    private static String hold(Release when) {
        return when instanceof Release.At at
                ? "HOLDUNTIL=" + at.moment().truncatedTo(ChronoUnit.SECONDS)
                : "HOLDFOR=" + ((Release.After) when).span().toSeconds();
    }

    RcptTo rcpt(Recipient recipient) {
        List<String> list = new ArrayList<>();
        if (extensions.has("DSN")) {
            recipient.reports().ifPresent(when -> list.add("NOTIFY=" + names(when)));
            recipient.original().ifPresent(address -> list.add("ORCPT=" + original(address)));
        }
        return new RcptTo(Paths.of(recipient.mailbox()), list);
    }

    private static String names(Set<Notify> when) {
        return when.isEmpty() ? "NEVER" : when.stream().map(Notify::name).collect(Collectors.joining(","));
    }

    private String original(Mailbox address) {
        if (!address.needsSmtpUtf8()) {
            return "rfc822;" + Xtext.encode(Paths.address(address));
        }
        return "utf-8;" + Xtext.unitext(Paths.address(address));
    }
}
