package dev.tegami.internal.wire;

import dev.tegami.net.AuthenticationFailed;
import dev.tegami.sasl.Candidate;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.Denial;
import dev.tegami.sasl.Mechanism;
import dev.tegami.sasl.Sasl;
import dev.tegami.sasl.SaslDenied;
import dev.tegami.sasl.TokenSource.Freshness;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one driver of SASL for all protocols (RFC 4422 §4): chooses, speaks, checks the server's proof, tells failures
 * apart, asks once for a new token, and leaves a channel binding that the server does not take.
 *
 * <pre>{@code
 * new SaslExchange(wire, carrier).login(capabilities.mechanisms(), credentials);
 * }</pre>
 */
public final class SaslExchange {
    private static final int MOST_STEPS = 32;

    private final Wire wire;
    private final SaslCarrier carrier;

    /**
     * Makes a driver.
     *
     * @param wire the connection
     * @param carrier the protocol's way
     */
    public SaslExchange(Wire wire, SaslCarrier carrier) {
        this.wire = wire;
        this.carrier = carrier;
    }

    /**
     * Logs in.
     *
     * @param offered the mechanisms the server offers on this link
     * @param credentials who logs in
     * @return the name of the mechanism that served
     * @throws AuthenticationFailed if nothing fits or the server says no; the connection stays open unless the server failed its proof
     */
    public String login(Collection<String> offered, Credentials credentials) {
        credentials.password().ifPresent(wire::protect);
        List<Candidate> ranked = ranked(offered, credentials);
        wire.tap().masking(true);
        try {
            String mechanism = attempt(ranked);
            WireLog.LOG.log(Level.DEBUG, () -> wire.server() + ": logged in by " + mechanism);
            return mechanism;
        } finally {
            wire.tap().masking(false);
        }
    }

    private List<Candidate> ranked(Collection<String> offered, Credentials credentials) {
        try {
            return Sasl.ranked(offered, credentials, LinkFacts.of(wire));
        } catch (SaslDenied e) {
            throw failed(e, "");
        }
    }

    private String attempt(List<Candidate> ranked) {
        Candidate best = ranked.get(0);
        Mechanism mechanism = begin(best, Freshness.ANY);
        AuthenticationFailed failure = run(mechanism);
        if (failure == null) {
            return mechanism.name();
        }
        if (failure.why() == Denial.TOKEN_REFUSED) {
            return last(begin(best, Freshness.NEW));
        }
        if (mechanism.mayFallBack(failure.why()) && ranked.size() > 1) {
            Candidate next = ranked.stream()
                    .filter(candidate -> !candidate.name().endsWith("-PLUS"))
                    .findFirst()
                    .orElseThrow(() -> failure);
            String note = "channel binding refused, " + mechanism.name() + " gives way to " + next.name();
            wire.tap().note(note);
            WireLog.LOG.log(Level.WARNING, () -> wire.server() + ": " + note);
            return last(begin(next, Freshness.ANY));
        }
        throw failure;
    }

    private String last(Mechanism mechanism) {
        AuthenticationFailed failure = run(mechanism);
        if (failure != null) {
            throw failure;
        }
        return mechanism.name();
    }

    private Mechanism begin(Candidate candidate, Freshness freshness) {
        try {
            Mechanism mechanism = candidate.begin(freshness);
            mechanism.secrets().forEach(wire::protect);
            return mechanism;
        } catch (SaslDenied e) {
            throw failed(e, candidate.name());
        }
    }

    /** Runs one exchange to the server's verdict. */
    private @Nullable AuthenticationFailed run(Mechanism mechanism) {
        Optional<byte[]> first = initial(mechanism);
        Optional<String> initial = first.map(SaslExchange::initialForm)
                .filter(text -> text.length() <= carrier.roomForInitial(mechanism.name()));
        Optional<byte[]> waiting = initial.isPresent() ? Optional.empty() : first;
        SaslAnswer answer = carrier.start(mechanism.name(), initial);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (!(answer instanceof SaslAnswer.Challenge challenge)) {
                return verdict(mechanism, answer);
            }
            if (waiting.isPresent()) {
                answer = carrier.respond(encode(waiting.get()));
                waiting = Optional.empty();
            } else {
                try {
                    answer = carrier.respond(encode(mechanism.respond(decode(mechanism, challenge.base64()))));
                } catch (SaslDenied e) {
                    return denied(mechanism, e);
                }
            }
        }
        throw wire.violation("the login by " + mechanism.name() + " has more than " + MOST_STEPS + " steps");
    }

    /** A mechanism that cannot begin, as without a ticket, has sent nothing yet. */
    private Optional<byte[]> initial(Mechanism mechanism) {
        try {
            return mechanism.initial();
        } catch (SaslDenied e) {
            throw failed(e, mechanism.name());
        }
    }

    /** The client cannot go on. A server without its proof gets no second word. */
    private AuthenticationFailed denied(Mechanism mechanism, SaslDenied cause) {
        if (cause.why() == Denial.SERVER_NOT_PROVEN || cause.why() == Denial.DOWNGRADE) {
            wire.abort();
        } else if (carrier.respond("*") instanceof SaslAnswer.Accepted) {
            throw wire.violation("the server accepts a login that was cancelled");
        }
        return failed(cause, mechanism.name());
    }

    private @Nullable AuthenticationFailed verdict(Mechanism mechanism, SaslAnswer answer) {
        if (answer instanceof SaslAnswer.Refused refused) {
            String text = wire.redact(refused.serverText());
            Denial why = mechanism.diagnosis().map(SaslDenied::why).orElseGet(() -> SaslTexts.refine(refused));
            String detail =
                    mechanism.diagnosis().map(d -> d.getMessage() + "; ").orElse("");
            return new AuthenticationFailed(
                    wire.server(), why, mechanism.name(), text, wire.redact(detail) + "the server says: " + text);
        }
        if (!mechanism.done()) {
            wire.abort();
            return new AuthenticationFailed(
                    wire.server(),
                    Denial.SERVER_NOT_PROVEN,
                    mechanism.name(),
                    "",
                    "success without the server's proof");
        }
        return null;
    }

    private AuthenticationFailed failed(SaslDenied cause, String mechanism) {
        return new AuthenticationFailed(
                wire.server(), cause.why(), mechanism, wire.redact(String.valueOf(cause.getMessage())), cause);
    }

    private static String initialForm(byte[] octets) {
        return octets.length == 0 ? "=" : encode(octets);
    }

    private static String encode(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    private static byte[] decode(Mechanism mechanism, String base64) {
        try {
            if (base64.length() % 4 != 0) { // the JDK's decoder may write past its target on such a text
                throw new IllegalArgumentException("not a multiple of four");
            }
            return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            if (mechanism.name().equals("LOGIN")) {
                return new byte[0]; // its prompts mean nothing, and some servers send them in clear
            }
            throw new SaslDenied(Denial.BAD_EXCHANGE, "the server's challenge is not base64", e);
        }
    }
}
