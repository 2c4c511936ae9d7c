package dev.tegami.sasl;

import java.util.Optional;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import javax.security.sasl.SaslClient;

/** What shows that the user is the user. */
sealed interface Proof {
    String kind();

    /** A password. */
    record Password(String secret) implements Proof {
        @Override
        public String kind() {
            return "password";
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** An OAuth 2.0 access token. */
    record Token(TokenSource source) implements Proof {
        @Override
        public String kind() {
            return "token";
        }
    }

    /** What TLS or the operating system have proven already. */
    record External() implements Proof {
        @Override
        public String kind() {
            return "external";
        }
    }

    /** None. */
    record Anonymous() implements Proof {
        @Override
        public String kind() {
            return "anonymous";
        }
    }

    /** A Kerberos ticket: of a subject, or where the platform looks for it. */
    record Kerberos(Optional<Subject> holder) implements Proof {
        @Override
        public String kind() {
            return "Kerberos";
        }
    }

    /** A mechanism of the caller's own. */
    record Own(String mechanism, Supplier<SaslClient> client) implements Proof {
        @Override
        public String kind() {
            return mechanism;
        }
    }
}
