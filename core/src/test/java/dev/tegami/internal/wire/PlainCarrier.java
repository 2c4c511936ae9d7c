package dev.tegami.internal.wire;

import dev.tegami.sasl.Denial;
import java.util.Optional;

/** SASL as SMTP carries it (RFC 4954), as simple as can be. */
final class PlainCarrier implements SaslCarrier {
    private final Wire wire;

    PlainCarrier(Wire wire) {
        this.wire = wire;
    }

    @Override
    public int roomForInitial(String mechanism) {
        return 500;
    }

    @Override
    public SaslAnswer start(String mechanism, Optional<String> initial) {
        wire.begin("AUTH " + mechanism, wire.options().deadlines().command());
        wire.text("AUTH ").text(mechanism);
        initial.ifPresent(text -> wire.text(" ").secret(text));
        wire.crlf().flush();
        return answer();
    }

    @Override
    public SaslAnswer respond(String base64) {
        wire.begin("AUTH", wire.options().deadlines().command());
        wire.secret(base64).crlf().flush();
        return answer();
    }

    private SaslAnswer answer() {
        Line line = wire.line();
        if (line.startsWith("334 ")) {
            return new SaslAnswer.Challenge(line.text(4));
        }
        return line.startsWith("235")
                ? new SaslAnswer.Accepted()
                : new SaslAnswer.Refused(Denial.WRONG_CREDENTIALS, line.text());
    }
}
