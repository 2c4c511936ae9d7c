package dev.tegami.internal.wire;

import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.Security;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.Denial;
import dev.tegami.sasl.Link;
import dev.tegami.sasl.Mechanism;
import dev.tegami.sasl.Sasl;
import dev.tegami.sasl.SaslDenied;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;

/**
 * The one driver of SASL for all protocols (RFC 4422 §4): chooses, speaks, checks the server's proof, tells failures
 * apart.
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
     * @throws AuthenticationFailed if nothing fits or the server says no
     */
    public String login(Collection<String> offered, Credentials credentials) {
        Mechanism mechanism = choose(offered, credentials);
        credentials.password().ifPresent(wire::protect);
        wire.tap().masking(true);
        try {
            run(mechanism);
            return mechanism.name();
        } finally {
            wire.tap().masking(false);
        }
    }

    private Mechanism choose(Collection<String> offered, Credentials credentials) {
        try {
            return Sasl.choose(offered, credentials, link());
        } catch (SaslDenied e) {
            throw failed(e, "");
        }
    }

    private Link link() {
        boolean byChoice = wire.options().server().security() == Security.INSECURE_PLAINTEXT;
        Link.Privacy clear = byChoice ? Link.Privacy.CLEAR_BY_CHOICE : Link.Privacy.CLEAR;
        return new Link(
                wire.protocol().name(),
                wire.server().host(),
                wire.server().port(),
                wire.isPrivate() ? Link.Privacy.PRIVATE : clear);
    }

    private void run(Mechanism mechanism) {
        Optional<byte[]> first = mechanism.initial();
        Optional<String> initial = first.map(SaslExchange::initialForm)
                .filter(text -> text.length() <= carrier.roomForInitial(mechanism.name()));
        Optional<byte[]> waiting = initial.isPresent() ? Optional.empty() : first;
        SaslAnswer answer = carrier.start(mechanism.name(), initial);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (!(answer instanceof SaslAnswer.Challenge challenge)) {
                conclude(mechanism, answer);
                return;
            }
            answer = carrier.respond(encode(waiting.isPresent() ? waiting.get() : respond(mechanism, challenge)));
            waiting = Optional.empty();
        }
        throw wire.violation("the login by " + mechanism.name() + " has more than " + MOST_STEPS + " steps");
    }

    private byte[] respond(Mechanism mechanism, SaslAnswer.Challenge challenge) {
        try {
            return mechanism.respond(decode(mechanism, challenge.base64()));
        } catch (SaslDenied e) {
            carrier.respond("*");
            throw failed(e, mechanism.name());
        }
    }

    private void conclude(Mechanism mechanism, SaslAnswer answer) {
        if (answer instanceof SaslAnswer.Refused refused) {
            String text = wire.redact(refused.serverText());
            throw new AuthenticationFailed(
                    wire.server(), refused.why(), mechanism.name(), text, "the server says: " + text);
        }
        if (!mechanism.done()) {
            AuthenticationFailed error = new AuthenticationFailed(
                    wire.server(),
                    Denial.SERVER_NOT_PROVEN,
                    mechanism.name(),
                    "",
                    "success without the server's proof");
            wire.abort();
            throw error;
        }
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
            return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            if (mechanism.name().equals("LOGIN")) {
                return new byte[0]; // its prompts mean nothing, and some servers send them in clear
            }
            throw new SaslDenied(Denial.BAD_EXCHANGE, "the server's challenge is not base64", e);
        }
    }
}
