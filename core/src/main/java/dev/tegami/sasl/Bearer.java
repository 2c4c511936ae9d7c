package dev.tegami.sasl;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OAuth 2.0 access tokens: OAUTHBEARER (RFC 7628) and its forerunner XOAUTH2. */
final class Bearer implements Mechanism {
    private static final String END = "\u0001";

    private final String name;
    private final String message;
    private final String token;
    private final byte[] afterError;
    private @Nullable SaslDenied diagnosis;

    private Bearer(String name, String token, String message, String afterError) {
        this.name = name;
        this.token = token;
        this.message = message;
        this.afterError = afterError.getBytes(StandardCharsets.US_ASCII);
    }

    static Bearer oauthBearer(Credentials credentials, String token, Link link) {
        String identity = credentials.authorizationId().orElse(credentials.user());
        String header = identity.isEmpty() ? "n,," : "n,a=" + escaped(identity) + ",";
        String pairs = "host=" + link.host() + END + "port=" + link.port() + END + "auth=Bearer " + token + END;
        return new Bearer("OAUTHBEARER", token, header + END + pairs + END, END);
    }

    static Bearer xoauth2(Credentials credentials, String token) {
        return new Bearer(
                "XOAUTH2", token, "user=" + credentials.user() + END + "auth=Bearer " + token + END + END, "");
    }

    private static String escaped(String identity) {
        return identity.replace("=", "=3D").replace(",", "=2C");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<byte[]> initial() {
        return Optional.of(message.getBytes(StandardCharsets.UTF_8));
    }

    /** A challenge is always an error in JSON; the server's verdict follows our empty answer. */
    @Override
    public byte[] respond(byte[] challenge) {
        if (diagnosis != null) {
            throw new SaslDenied(Denial.BAD_EXCHANGE, "the server asks on after its error");
        }
        diagnosis = TokenError.read(new String(challenge, StandardCharsets.UTF_8));
        return afterError.clone();
    }

    @Override
    public boolean done() {
        return diagnosis == null;
    }

    @Override
    public List<String> secrets() {
        return List.of(token);
    }

    @Override
    public Optional<SaslDenied> diagnosis() {
        return Optional.ofNullable(diagnosis);
    }
}
