package dev.tegami.sasl;

/** What shows that the user is the user. */
sealed interface Proof permits Proof.Password {
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
}
