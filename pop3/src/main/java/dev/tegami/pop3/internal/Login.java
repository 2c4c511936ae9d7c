package dev.tegami.pop3.internal;

import dev.tegami.internal.wire.Wire;
import dev.tegami.net.AuthenticationFailed;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.Denial;

/** Proves who we are, by USER and PASS, never on a link that others read. */
final class Login {
    private final Dialogue dialogue;
    private final Wire wire;

    Login(Dialogue dialogue) {
        this.dialogue = dialogue;
        this.wire = dialogue.wire();
    }

    void run() {
        wire.options().credentials().ifPresent(this::prove);
    }

    private void prove(Credentials credentials) {
        if (!wire.isPrivate()) {
            throw new AuthenticationFailed(
                    wire.server(), Denial.NEEDS_TLS, "USER", "", "the password would travel in clear");
        }
        Command user = Command.user(credentials.user());
        Command pass = Command.pass(credentials.password().orElseThrow());
        dialogue.demand(user);
        dialogue.demand(pass);
    }
}
