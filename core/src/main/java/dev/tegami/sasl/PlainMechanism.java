package dev.tegami.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** PLAIN (RFC 4616): everything in one message. */
final class PlainMechanism implements Mechanism {
    private final byte[] message;

    PlainMechanism(String authorizationId, String user, String password) {
        this.message = (authorizationId + '\0' + user + '\0' + password).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return "PLAIN";
    }

    @Override
    public Optional<byte[]> initial() {
        return Optional.of(message.clone());
    }

    @Override
    public byte[] respond(byte[] challenge) {
        throw new SaslDenied(Denial.BAD_EXCHANGE, "the server asks on after PLAIN said all");
    }

    @Override
    public boolean done() {
        return true;
    }
}
