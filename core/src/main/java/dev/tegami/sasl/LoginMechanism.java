package dev.tegami.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** LOGIN, never standardized yet everywhere: the user name, then the password, whatever the prompts say. */
final class LoginMechanism implements Mechanism {
    private final String user;
    private final String password;
    private int step;

    LoginMechanism(String user, String password) {
        this.user = user;
        this.password = password;
    }

    @Override
    public String name() {
        return "LOGIN";
    }

    @Override
    public Optional<byte[]> initial() {
        return Optional.empty();
    }

    @Override
    public byte[] respond(byte[] challenge) {
        step++;
        if (step > 2) {
            throw new SaslDenied(Denial.BAD_EXCHANGE, "the server asks on after LOGIN said all");
        }
        return (step == 1 ? user : password).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean done() {
        return step == 2;
    }
}
