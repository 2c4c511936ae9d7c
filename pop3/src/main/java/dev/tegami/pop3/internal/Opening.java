package dev.tegami.pop3.internal;

import dev.tegami.internal.wire.Protocol;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Security;
import dev.tegami.net.TlsFailed;
import dev.tegami.pop3.Capabilities;

/** From nothing to a session: greeting, STLS, UTF8, login. */
public final class Opening {
    private static final Protocol POP3 = Protocol.of("pop", 110, 995);

    private final Dialogue dialogue;
    private final Wire wire;

    private Opening(Wire wire) {
        this.wire = wire;
        this.dialogue = new Dialogue(wire);
    }

    /** How messages with UTF-8 headers are to come. */
    public enum Charset {
        /** As the server likes. */
        AS_IT_IS,
        /** As they are, by the UTF8 command. */
        UTF_8
    }

    public static Opened open(ConnectOptions options, Charset charset) {
        return over(Wire.dial(options, POP3), charset);
    }

    /** Opens a session over a connection whose greeting is yet to be read. */
    public static Opened over(Wire wire, Charset charset) {
        boolean open = false;
        try {
            Opened opened = new Opening(wire).run(charset);
            open = true;
            return opened;
        } finally {
            if (!open) {
                wire.abort();
            }
        }
    }

    private Opened run(Charset charset) {
        Command greeting = new Command("greeting", "", false);
        Reply greeted = dialogue.accepted(greeting, dialogue.status());
        Capabilities capabilities = secured();
        if (charset == Charset.UTF_8) {
            dialogue.demand(Command.UTF8);
        }
        new Login(dialogue, capabilities, Timestamp.in(greeted.text())).run();
        return new Opened(dialogue, capabilities);
    }

    /** Upgrades to TLS where asked to, and tells what the server can do then. What it said before is forgotten. */
    private Capabilities secured() {
        Capabilities capabilities = dialogue.capabilities();
        Security security = wire.options().server().security();
        boolean wanted = security == Security.STARTTLS_REQUIRED || security == Security.STARTTLS_OPPORTUNISTIC;
        if (!wanted || wire.isSecure()) {
            return capabilities;
        }
        // A server without CAPA may know STLS all the same.
        boolean offered = capabilities.has("STLS") || capabilities.isEmpty();
        if (offered && dialogue.ask(Command.STLS).isPositive()) {
            wire.startTls();
            return dialogue.capabilities();
        }
        if (security == Security.STARTTLS_REQUIRED) {
            throw new TlsFailed(
                    wire.server(),
                    "STLS",
                    offered ? "the server refused STLS" : "the server does not offer STLS",
                    "use implicitTls() if it has a TLS port, or ask its operator");
        }
        wire.upgrade().staysClear(offered ? "the server refused STLS" : "the server does not offer STLS");
        return capabilities;
    }
}
