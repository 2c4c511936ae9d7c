package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Deadlines;
import dev.tegami.testkit.ScriptedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that answers no goodbye holds nobody up for longer than a farewell may take. */
class SilentLogoutTest {
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES) // the deadline of a command is five
    void closingWaitsNoLongerThanTheFarewell() {
        List<String> said = new ArrayList<>();
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            talk.send("* PREAUTH [CAPABILITY IMAP4rev1] ready");
            talk.line();
            talk.stall();
        })) {
            ConnectOptions options = ConnectOptions.of(server.at())
                    .deadlines(Deadlines.defaults().close(Duration.ofMillis(100)))
                    .trace(event -> said.add(event.toString()));
            Imap.at("localhost").with(options).open().close();
        }
        assertThat(said).anyMatch(event -> event.contains("LOGOUT"));
    }
}
