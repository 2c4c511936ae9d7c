package dev.tegami.imap.internal.command;

import dev.tegami.imap.ResponseCode;
import dev.tegami.imap.internal.response.Continuation;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.internal.wire.SaslAnswer;
import dev.tegami.internal.wire.SaslCarrier;
import dev.tegami.internal.wire.Wire;
import dev.tegami.sasl.Denial;
import java.util.Optional;

/** AUTHENTICATE (RFC 9051 §6.2.2), with an initial response where SASL-IR (RFC 4959) is offered. */
final class Authenticate implements SaslCarrier {
    private static final int ROOM = 8192;

    private final Conversation conversation;
    private final Wire wire;
    private String tag = "";

    Authenticate(Conversation conversation) {
        this.conversation = conversation;
        this.wire = conversation.wire();
    }

    @Override
    public int roomForInitial(String mechanism) {
        return conversation.has("SASL-IR") ? ROOM : 0;
    }

    @Override
    public SaslAnswer start(String mechanism, Optional<String> initial) {
        tag = conversation.nextTag();
        wire.begin("AUTHENTICATE " + mechanism, wire.options().deadlines().command());
        wire.text(tag + " AUTHENTICATE " + mechanism);
        initial.ifPresent(text -> wire.text(" ").secret(text));
        wire.crlf().flush();
        return answer();
    }

    @Override
    public SaslAnswer respond(String base64) {
        wire.secret(base64).crlf().flush();
        return answer();
    }

    private SaslAnswer answer() {
        while (true) {
            Response response = conversation.read(null);
            if (response instanceof Continuation challenge) {
                return new SaslAnswer.Challenge(challenge.text());
            }
            if (response instanceof Tagged tagged) {
                if (tagged.verdict() != Tagged.Verdict.OK && tagged.tag().equals(tag)) {
                    return new SaslAnswer.Refused(why(tagged), tagged.text());
                }
                conversation.accepted("AUTHENTICATE", tag, tagged);
                return new SaslAnswer.Accepted();
            }
            conversation.unclaimed(response);
        }
    }

    /** A NO rejects the credentials, a BAD the exchange (RFC 9051 §6.2.2), where no code says more. */
    private static Denial why(Tagged tagged) {
        Denial byCode = why(tagged.code());
        if (byCode != Denial.REFUSED) {
            return byCode;
        }
        return tagged.verdict() == Tagged.Verdict.NO ? Denial.WRONG_CREDENTIALS : Denial.BAD_EXCHANGE;
    }

    static Denial why(ResponseCode code) {
        return switch (code.known()) {
            case AUTHENTICATIONFAILED -> Denial.WRONG_CREDENTIALS;
            case AUTHORIZATIONFAILED, NOPERM -> Denial.NOT_AUTHORIZED;
            case EXPIRED -> Denial.PASSWORD_EXPIRED;
            case UNAVAILABLE, SERVERBUG, INUSE -> Denial.SERVER_TROUBLE;
            case PRIVACYREQUIRED -> Denial.NEEDS_TLS;
            case CONTACTADMIN -> Denial.ACCOUNT_LOCKED;
            default -> Denial.REFUSED;
        };
    }
}
