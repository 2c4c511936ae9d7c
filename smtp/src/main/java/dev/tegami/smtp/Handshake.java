package dev.tegami.smtp;

import dev.tegami.internal.wire.SaslExchange;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.Security;
import dev.tegami.net.TlsFailed;
import dev.tegami.smtp.internal.Hello;
import dev.tegami.smtp.internal.Verb;

/** From the greeting to a session ready for mail. */
final class Handshake {
    private final Dialogue dialogue;
    private final Wire wire;
    private final Manner manner;

    Handshake(Dialogue dialogue, Manner manner) {
        this.dialogue = dialogue;
        this.wire = dialogue.wire();
        this.manner = manner;
    }

    Extensions run() {
        Reply greeting = dialogue.read();
        if (!greeting.isPositive()) {
            throw dialogue.refused("greeting", greeting);
        }
        Extensions extensions = protectedBy(hello());
        wire.options()
                .credentials()
                .ifPresent(credentials ->
                        new SaslExchange(wire, new AuthCarrier(dialogue)).login(extensions.mechanisms(), credentials));
        return extensions;
    }

    private Extensions hello() {
        Hello hello = manner.dialect().hello(manner.clientName());
        Reply reply = dialogue.call(hello);
        if (reply.isPositive()) {
            return Extensions.of(reply);
        }
        if (!reply.isPermanent() || manner.dialect() == Dialect.LMTP) {
            throw dialogue.refused(hello.label(), reply);
        }
        Reply old = dialogue.call(new Hello("HELO", manner.clientName()));
        if (!old.isPositive()) {
            throw dialogue.refused("HELO", old);
        }
        return Extensions.none();
    }

    private Extensions protectedBy(Extensions plain) {
        Security security = wire.options().server().security();
        boolean wanted = security == Security.STARTTLS_REQUIRED || security == Security.STARTTLS_OPPORTUNISTIC;
        if (!wanted || wire.isSecure()) {
            return plain;
        }
        boolean required = security == Security.STARTTLS_REQUIRED;
        if (!plain.has("STARTTLS")) {
            if (required) {
                throw noTls("the server does not offer STARTTLS");
            }
            wire.upgrade().staysClear("the server does not offer STARTTLS");
            return plain;
        }
        Reply reply = dialogue.call(Verb.STARTTLS);
        if (reply.isPositive()) {
            wire.startTls();
            return hello();
        }
        if (required) {
            throw noTls("the server refuses STARTTLS: " + reply);
        }
        wire.upgrade().staysClear("the server refuses STARTTLS: " + reply);
        return plain;
    }

    private TlsFailed noTls(String what) {
        return new TlsFailed(
                wire.server(),
                "STARTTLS",
                what,
                "someone on the path may have removed it; try implicitTls() on port 465, or ask the provider");
    }
}
