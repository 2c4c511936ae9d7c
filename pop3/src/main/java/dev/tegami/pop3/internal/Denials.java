package dev.tegami.pop3.internal;

import dev.tegami.internal.wire.Wire;
import dev.tegami.net.AuthenticationFailed;
import dev.tegami.pop3.Capabilities;
import dev.tegami.pop3.ResponseCode;
import dev.tegami.sasl.Denial;

/** Tells why a login was refused: the credentials, or something that has nothing to do with them. */
final class Denials {
    private final Dialogue dialogue;
    private final Capabilities capabilities;

    Denials(Dialogue dialogue, Capabilities capabilities) {
        this.dialogue = dialogue;
        this.capabilities = capabilities;
    }

    /** Throws what a refusal means; a busy mailbox or a sick server is no matter of credentials. */
    void accepted(String mechanism, Command command, Reply reply) {
        if (!reply.isPositive()) {
            Denial why = why(command, reply);
            Wire wire = dialogue.wire();
            String text = wire.redact(reply.text());
            throw new AuthenticationFailed(wire.server(), why, mechanism, text, "the server says: " + text);
        }
    }

    Denial why(Command command, Reply reply) {
        if (reply.code().filter(code -> !code.is(ResponseCode.AUTH)).isPresent()) {
            throw dialogue.refused(command, reply);
        }
        // RFC 3206 §4: with AUTH-RESP-CODE, a refusal that is about the credentials says so.
        boolean unsaid = reply.code().isEmpty() && capabilities.has("AUTH-RESP-CODE");
        return unsaid ? Denial.REFUSED : Denial.WRONG_CREDENTIALS;
    }
}
