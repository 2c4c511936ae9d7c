package dev.tegami.internal.wire;

import java.util.Optional;

/** How one protocol carries a SASL exchange. It sends, flushes, reads one answer and tells its kind. */
public interface SaslCarrier {
    /**
     * Tells how long an initial response may be.
     *
     * @param mechanism the mechanism
     * @return the most base64 characters the first command has room for, or 0 where initial responses are not allowed
     */
    int roomForInitial(String mechanism);

    /**
     * Sends the command that starts the exchange.
     *
     * @param mechanism the mechanism
     * @param initial the initial response in base64 ({@code =} for an empty one), to be written by {@link Wire#secret}, or absent
     * @return the server's answer
     */
    SaslAnswer start(String mechanism, Optional<String> initial);

    /**
     * Sends one line of the exchange.
     *
     * @param base64 the response, to be written by {@link Wire#secret}; empty for an empty one, {@code *} to cancel
     * @return the server's answer
     */
    SaslAnswer respond(String base64);
}
