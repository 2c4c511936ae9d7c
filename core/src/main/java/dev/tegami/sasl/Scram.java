package dev.tegami.sasl;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.ServerFirstMessage;
import com.ongres.scram.common.StringPreparation;
import com.ongres.scram.common.exception.ScramException;
import com.ongres.scram.common.exception.ScramInvalidServerSignatureException;
import com.ongres.scram.common.exception.ScramRuntimeException;
import com.ongres.scram.common.exception.ScramServerErrorException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SCRAM (RFC 5802, RFC 7677), with and without channel binding: the password never travels, and the server must prove
 * that it knows it too.
 */
final class Scram implements Mechanism {
    /** Four seconds of one core; RFC 7677 asks for 4,096, real servers use up to some 100,000. */
    private static final int MOST_ITERATIONS = 1_000_000;

    private final ScramClient client;
    private final String name;
    private final boolean bound;
    private Stage stage = Stage.FIRST;
    private boolean broken;
    private @Nullable SaslDenied diagnosis;

    static {
        prepareOnce();
    }

    private enum Stage {
        FIRST,
        FINAL,
        PROVEN
    }

    Scram(
            String name,
            Credentials credentials,
            String password,
            Optional<ChannelBinding> binding,
            List<String> offered) {
        this.name = name;
        this.bound = name.endsWith("-PLUS");
        try {
            StringPreparation.SASL_PREPARATION.normalize(password.toCharArray());
            var builder = ScramClient.builder()
                    .advertisedMechanisms(advertised(name, offered))
                    .username(credentials.user())
                    .password(password.toCharArray())
                    .stringPreparation(StringPreparation.SASL_PREPARATION);
            binding.ifPresent(b -> builder.channelBinding(b.type(), b.data()));
            credentials.authorizationId().ifPresent(builder::authzid);
            this.client = builder.build();
        } catch (IllegalArgumentException | ScramRuntimeException e) {
            throw new SaslDenied(Denial.WRONG_CREDENTIALS, "user name or password is not allowed by SASLprep", e);
        }
    }

    /**
     * The library looks for SASLprep once, with the class loader of the thread that happens to be first. Those of pools
     * and containers need not see it, and then nobody could log in by SCRAM any more.
     */
    private static void prepareOnce() {
        Thread thread = Thread.currentThread();
        ClassLoader callers = thread.getContextClassLoader();
        thread.setContextClassLoader(StringPreparation.class.getClassLoader());
        try {
            StringPreparation.SASL_PREPARATION.normalize(new char[] {'a'});
        } finally {
            thread.setContextClassLoader(callers);
        }
    }

    /** The library takes the first it knows: it must be ours. */
    private static List<String> advertised(String name, List<String> offered) {
        return offered.contains(name) ? List.of(name) : offered;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<byte[]> initial() {
        return Optional.of(octets(client.clientFirstMessage().toString()));
    }

    @Override
    public byte[] respond(byte[] challenge) {
        String text = new String(challenge, StandardCharsets.UTF_8);
        try {
            return switch (stage) {
                case FIRST -> proof(text);
                case FINAL -> believe(text);
                case PROVEN -> throw new SaslDenied(Denial.BAD_EXCHANGE, "the server asks on after SCRAM ended");
            };
        } catch (ScramServerErrorException e) {
            throw refused(e);
        } catch (ScramInvalidServerSignatureException e) {
            throw new SaslDenied(Denial.SERVER_NOT_PROVEN, "the server's proof is wrong", e);
        } catch (ScramException | ScramRuntimeException | IllegalArgumentException | IllegalStateException e) {
            broken = true;
            throw new SaslDenied(Denial.BAD_EXCHANGE, "the server breaks the rules of SCRAM", e);
        }
    }

    private byte[] proof(String text) throws ScramException {
        if (text.startsWith("e=")) {
            diagnosis = errorOf(text.substring(2), null);
            throw diagnosis;
        }
        ServerFirstMessage first = client.serverFirstMessage(text);
        if (first.getIterationCount() > MOST_ITERATIONS) {
            throw new SaslDenied(
                    Denial.BAD_EXCHANGE,
                    "the server wants " + first.getIterationCount() + " iterations, more than " + MOST_ITERATIONS);
        }
        stage = Stage.FINAL;
        return octets(client.clientFinalMessage().toString());
    }

    private byte[] believe(String text) throws ScramException {
        client.serverFinalMessage(text);
        stage = Stage.PROVEN;
        return new byte[0];
    }

    private SaslDenied refused(ScramServerErrorException cause) {
        SaslDenied denied = errorOf(String.valueOf(cause.getServerError()), cause);
        diagnosis = denied;
        return denied;
    }

    /** The errors of RFC 5802 §7. */
    private static SaslDenied errorOf(String error, @Nullable Throwable cause) {
        Denial why =
                switch (error.toLowerCase(Locale.ROOT)) {
                    case "invalid-proof", "unknown-user", "invalid-username-encoding" -> Denial.WRONG_CREDENTIALS;
                    case "channel-bindings-dont-match", "server-does-support-channel-binding" -> Denial.DOWNGRADE;
                    case "no-resources" -> Denial.SERVER_TROUBLE;
                    default -> Denial.REFUSED;
                };
        String text = "the server says by SCRAM: " + error;
        return cause == null ? new SaslDenied(why, text) : new SaslDenied(why, text, cause);
    }

    @Override
    public boolean done() {
        return stage == Stage.PROVEN;
    }

    @Override
    public Optional<SaslDenied> diagnosis() {
        return Optional.ofNullable(diagnosis);
    }

    /**
     * A server may say at once that it takes no such binding, or look at it only with the proof (Cyrus SASL, which then
     * speaks of bad protocol). What says that the binding does not match, or that the proof is wrong, gets no second try.
     */
    @Override
    public boolean mayFallBack(Denial refusal) {
        if (!bound || refusal == Denial.DOWNGRADE) {
            return false;
        }
        return stage == Stage.FIRST || (stage == Stage.FINAL && refusal == Denial.BAD_EXCHANGE && !broken);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
