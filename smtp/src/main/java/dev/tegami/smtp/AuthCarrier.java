package dev.tegami.smtp;

import dev.tegami.internal.wire.SaslAnswer;
import dev.tegami.internal.wire.SaslCarrier;
import dev.tegami.internal.wire.Wire;
import dev.tegami.sasl.Denial;
import java.util.Optional;

/** AUTH (RFC 4954). */
final class AuthCarrier implements SaslCarrier {
    /** RFC 4954 §4 keeps the command line at 512 octets with its CRLF, whatever an exchange needs later. */
    private static final int ROOM = 512 - "AUTH  \r\n".length();

    private final Dialogue dialogue;

    AuthCarrier(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    @Override
    public int roomForInitial(String mechanism) {
        return ROOM - mechanism.length();
    }

    @Override
    public SaslAnswer start(String mechanism, Optional<String> initial) {
        Wire wire = dialogue.wire();
        wire.begin("AUTH " + mechanism, dialogue.deadlines().command());
        wire.text("AUTH ").text(mechanism);
        initial.ifPresent(response -> wire.text(" ").secret(response));
        return answer();
    }

    @Override
    public SaslAnswer respond(String base64) {
        Wire wire = dialogue.wire();
        wire.begin(wire.during(), dialogue.deadlines().command());
        if (base64.equals("*")) {
            wire.text(base64);
        } else {
            wire.secret(base64);
        }
        return answer();
    }

    private SaslAnswer answer() {
        dialogue.wire().crlf().flush();
        Reply reply = dialogue.read();
        if (reply.code() == 334) {
            return new SaslAnswer.Challenge(reply.lines().get(0).strip());
        }
        return reply.isPositive() ? new SaslAnswer.Accepted() : new SaslAnswer.Refused(why(reply), reply.toString());
    }

    /** RFC 4954 §6 and the registry of enhanced codes. */
    private static Denial why(Reply reply) {
        return switch (reply.code()) {
            case 432 -> Denial.PASSWORD_EXPIRED;
            case 535 -> Denial.WRONG_CREDENTIALS;
            case 525 -> Denial.ACCOUNT_LOCKED;
            case 538 -> Denial.NEEDS_TLS;
            case 504, 534 -> Denial.NO_COMMON_MECHANISM;
            case 500, 501 -> Denial.BAD_EXCHANGE;
            default -> reply.isTransient() ? Denial.SERVER_TROUBLE : Denial.REFUSED;
        };
    }
}
