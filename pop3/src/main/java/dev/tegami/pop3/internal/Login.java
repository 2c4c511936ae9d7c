package dev.tegami.pop3.internal;

import dev.tegami.internal.wire.SaslExchange;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.Security;
import dev.tegami.pop3.Capabilities;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.Denial;
import java.util.List;
import java.util.Optional;

/**
 * Proves who we are: by SASL where it serves, else by APOP on a link that the caller chose to be clear, else by USER
 * and PASS. {@code Credentials.only("APOP")} and {@code only("USER")} ask for one of the latter.
 */
final class Login {
    private static final String APOP = "APOP";
    private static final String USER = "USER";

    private final Dialogue dialogue;
    private final Wire wire;
    private final Capabilities capabilities;
    private final Optional<Timestamp> timestamp;
    private final Denials denials;

    Login(Dialogue dialogue, Capabilities capabilities, Optional<Timestamp> timestamp) {
        this.dialogue = dialogue;
        this.wire = dialogue.wire();
        this.capabilities = capabilities;
        this.timestamp = timestamp;
        this.denials = new Denials(dialogue, capabilities);
    }

    void run() {
        wire.options().credentials().ifPresent(this::prove);
    }

    private void prove(Credentials credentials) {
        List<String> only = credentials.mechanisms();
        if (only.equals(List.of(APOP))) {
            apop(credentials, password(credentials, APOP));
        } else if (only.equals(List.of(USER))) {
            user(credentials, password(credentials, USER));
        } else if (capabilities.sasl().isEmpty() && only.isEmpty()) {
            plainly(credentials);
        } else {
            sasl(credentials);
        }
    }

    private void sasl(Credentials credentials) {
        try {
            new SaslExchange(wire, new Carrier(dialogue, denials)).login(capabilities.sasl(), credentials);
        } catch (AuthenticationFailed e) {
            boolean nothingSent = e.mechanism().isEmpty();
            if (!nothingSent
                    || credentials.password().isEmpty()
                    || !credentials.mechanisms().isEmpty()) {
                throw e;
            }
            plainly(credentials);
        }
    }

    /** Without SASL. */
    private void plainly(Credentials credentials) {
        if (!wire.isPrivate() && isClearByChoice() && timestamp.isPresent()) {
            apop(credentials, password(credentials, APOP));
        } else {
            user(credentials, password(credentials, USER));
        }
    }

    private String password(Credentials credentials, String mechanism) {
        return credentials
                .password()
                .orElseThrow(() -> denied(
                        Denial.NO_COMMON_MECHANISM,
                        mechanism,
                        "the server offers nothing that these credentials serve"));
    }

    private boolean isClearByChoice() {
        return wire.options().server().security() == Security.INSECURE_PLAINTEXT;
    }

    private AuthenticationFailed denied(Denial why, String mechanism, String what) {
        return new AuthenticationFailed(wire.server(), why, mechanism, "", what);
    }

    private void apop(Credentials credentials, String password) {
        if (!wire.isPrivate() && !isClearByChoice()) {
            throw denied(Denial.NEEDS_TLS, APOP, "a digest in clear gives the password away to patience");
        }
        Timestamp stamp = timestamp.orElseThrow(() -> denied(
                Denial.NO_COMMON_MECHANISM, APOP, "the greeting has no timestamp that is safe to make a digest of"));
        String digest = stamp.digest(password);
        wire.protect(password);
        wire.protect(digest);
        Command apop = Command.apop(credentials.user(), digest);
        denials.accepted(APOP, apop, dialogue.ask(apop));
    }

    private void user(Credentials credentials, String password) {
        if (!wire.isPrivate() && !isClearByChoice()) {
            throw denied(Denial.NEEDS_TLS, USER, "the password would travel in clear");
        }
        Command user = Command.user(credentials.user());
        Command pass = Command.pass(password);
        wire.protect(password);
        denials.accepted(USER, user, dialogue.ask(user));
        denials.accepted(USER, pass, dialogue.ask(pass));
    }
}
