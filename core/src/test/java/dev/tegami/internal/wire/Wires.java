package dev.tegami.internal.wire;

import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Deadlines;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.TestPki;
import java.time.Duration;

/** What the tests of the wire share. */
final class Wires {
    static final Protocol TEST = Protocol.of("test", 1, 2);
    static final Duration SHORT = Duration.ofMillis(250);
    static final Duration LONG = Duration.ofSeconds(20);

    private Wires() {}

    static ConnectOptions options(ScriptedServer server) {
        return ConnectOptions.of(server.at()).tls(TestPki.shared().trusting()).deadlines(Deadlines.all(LONG));
    }

    static ConnectOptions hasty(ScriptedServer server) {
        return options(server)
                .deadlines(Deadlines.all(LONG)
                        .progress(SHORT)
                        .command(SHORT)
                        .greeting(SHORT)
                        .close(SHORT));
    }

    static Wire dial(ScriptedServer server) {
        return Wire.dial(options(server), TEST);
    }
}
