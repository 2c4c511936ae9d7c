package dev.tegami.sasl;

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
     */
    byte[] respond(byte[] challenge);

    /**
     * Tells whether the mechanism believes the server's success. SCRAM says yes only after the server proved that it
     * knows the password.
     *
     * @return true when success may be believed
     */
    boolean done();
}
