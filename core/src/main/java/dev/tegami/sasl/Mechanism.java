package dev.tegami.sasl;

import java.util.List;
import java.util.Optional;

/**
 * One SASL conversation (RFC 4422), in octets only: no base64, no protocol. A value serves one exchange on one thread.
 */
public interface Mechanism {
    /**
     * Names the mechanism.
     *
     * @return the registered name, in capitals
     */
    String name();

    /**
     * Gives the initial response. Absent (the server speaks first) and empty differ.
     *
     * @return the first octets of the client, or empty where the mechanism has none
     */
    Optional<byte[]> initial();

    /**
     * Answers a challenge of the server.
     *
     * @param challenge the server's octets, decoded
     * @return the client's octets
     * @throws SaslDenied if the server breaks the rules or does not prove itself
     */
    byte[] respond(byte[] challenge);

    /**
     * Tells whether the mechanism believes the server's success. SCRAM says yes only after the server proved that it
     * knows the password.
     *
     * @return true when success may be believed
     */
    boolean done();

    /**
     * Tells what the exchange itself revealed of a failure, such as the error an OAuth server sends as a challenge.
     *
     * @return the failure, or empty where only the server's verdict counts
     */
    default Optional<SaslDenied> diagnosis() {
        return Optional.empty();
    }

    /**
     * Lists what must show in no trace and no error, beside a password.
     *
     * @return secrets the exchange sends
     */
    default List<String> secrets() {
        return List.of();
    }

    /**
     * Tells whether the server has refused the form of the exchange, not the secret, so that another mechanism may be
     * tried without counting as a second guess.
     *
     * @param refusal what the server's refusal meant
     * @return true for a channel binding of a kind that the server does not take
     */
    default boolean mayFallBack(Denial refusal) {
        return false;
    }
}
