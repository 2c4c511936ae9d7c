package dev.tegami.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A mechanism that says all in one message: PLAIN (RFC 4616), EXTERNAL (RFC 4422), ANONYMOUS (RFC 4505). */
final class OneMessage implements Mechanism {
    private final String name;
    private final byte[] message;

    private OneMessage(String name, String message) {
        this.name = name;
        this.message = message.getBytes(StandardCharsets.UTF_8);
    }

    static OneMessage plain(Credentials credentials, String password) {
        return new OneMessage(
                "PLAIN", credentials.authorizationId().orElse("") + '\0' + credentials.user() + '\0' + password);
    }

    static OneMessage external(Credentials credentials) {
        return new OneMessage("EXTERNAL", credentials.authorizationId().orElse(""));
    }

    static OneMessage anonymous(Credentials credentials) {
        return new OneMessage("ANONYMOUS", credentials.user());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<byte[]> initial() {
        return Optional.of(message.clone());
    }

    @Override
    public byte[] respond(byte[] challenge) {
        throw new SaslDenied(Denial.BAD_EXCHANGE, "the server asks on after " + name + " said all");
    }

    @Override
    public boolean done() {
        return true;
    }
}
