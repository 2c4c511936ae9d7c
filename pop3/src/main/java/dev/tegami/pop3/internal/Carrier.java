package dev.tegami.pop3.internal;

import dev.tegami.internal.wire.SaslAnswer;
import dev.tegami.internal.wire.SaslCarrier;
import dev.tegami.internal.wire.Wire;
import java.util.Optional;

/** How POP3 carries a SASL exchange (RFC 5034). */
final class Carrier implements SaslCarrier {
    /** A command line has at most 255 octets (RFC 2449 §4), its CRLF included. */
    private static final int LINE = 253;

    private final Dialogue dialogue;
    private final Denials denials;

    Carrier(Dialogue dialogue, Denials denials) {
        this.dialogue = dialogue;
        this.denials = denials;
    }

    @Override
    public int roomForInitial(String mechanism) {
        return LINE - "AUTH ".length() - mechanism.length() - 1;
    }

    @Override
    public SaslAnswer start(String mechanism, Optional<String> initial) {
        Wire wire = dialogue.wire();
        begin();
        wire.text("AUTH ").text(mechanism);
        initial.ifPresent(response -> wire.text(" ").secret(response));
        return answer();
    }

    @Override
    public SaslAnswer respond(String base64) {
        begin();
        dialogue.wire().secret(base64);
        return answer();
    }

    private void begin() {
        dialogue.wire().begin("AUTH", dialogue.wire().options().deadlines().command());
    }

    private SaslAnswer answer() {
        Wire wire = dialogue.wire();
        wire.crlf().flush();
        String line = wire.line().text();
        if (line.equals("+") || line.startsWith("+ ")) {
            return new SaslAnswer.Challenge(line.substring(1).strip());
        }
        Reply reply = dialogue.status(line);
        return reply.isPositive()
                ? new SaslAnswer.Accepted()
                : new SaslAnswer.Refused(denials.why(new Command("AUTH", "", false), reply), reply.text());
    }
}
