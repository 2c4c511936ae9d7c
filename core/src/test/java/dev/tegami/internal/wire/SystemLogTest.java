package dev.tegami.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ConnectOptions;
import dev.tegami.net.ConnectionLost;
import dev.tegami.net.Route;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import dev.tegami.sasl.Credentials;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.SecretScan;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What operators read, through the logging of the platform. */
@Timeout(60)
class SystemLogTest {
    private final Logger logger = Logger.getLogger("dev.tegami.wire");
    private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {
            assertThat(records).isNotNull();
        }

        @Override
        public void close() {
            records.clear();
        }
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        logger.setLevel(Level.ALL);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }

    private List<String> lines(String server) {
        return records.stream()
                .filter(record -> record.getMessage().startsWith(server))
                .map(record -> record.getLevel() + " " + record.getMessage().substring(server.length()))
                .toList();
    }

    private static ConnectOptions elsewhere(ScriptedServer server, Security security) {
        int port = server.at().port();
        Route there = Route.socket(asked -> new Socket(InetAddress.getLoopbackAddress(), port));
        return Wires.options(server)
                .server(new Server("mail.example.org", port, security))
                .route(there);
    }

    @Test
    void aSessionIsToldInDetailAndNothingAbove() {
        SecretScan scan = new SecretScan("tanstaaftanstaaf");
        try (ScriptedServer server = ScriptedServer.implicitTls(talk -> {
            talk.send("220 hello").line();
            talk.send("235 in").drain();
        })) {
            try (Wire wire = Wires.dial(server)) {
                wire.line();
                new SaslExchange(wire, new PlainCarrier(wire))
                        .login(List.of("PLAIN"), Credentials.password("tim", "tanstaaftanstaaf"));
            }
            List<String> lines = lines(server.at().toString());
            assertThat(lines).hasSize(4).allMatch(line -> line.startsWith("FINE "));
            assertThat(lines.get(0)).isEqualTo("FINE : connected");
            assertThat(lines.get(1)).startsWith("FINE : TLSv1.3 TLS_");
            assertThat(lines.subList(2, 4)).containsExactly("FINE : logged in by PLAIN", "FINE : closed");
            scan.see(String.join(" ", lines));
        }
        scan.assertNothingLeaked();
    }

    @Test
    void aFailureIsTold() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> talk.raw(""));
                Wire wire = Wires.dial(server)) {
            assertThatThrownBy(wire::line).isInstanceOf(ConnectionLost.class);
            assertThat(lines(server.at().toString())).noneMatch(line -> line.startsWith("WARNING"));
            assertThat(records).anyMatch(record -> record.getMessage().contains("greeting with " + server.at()));
        }
    }

    @Test
    void mailInClearToAnotherMachineIsAWarning() {
        try (ScriptedServer server =
                ScriptedServer.plain(talk -> talk.send("220 hello").drain())) {
            String there = "mail.example.org:" + server.at().port();
            Wire.dial(elsewhere(server, Security.INSECURE_PLAINTEXT), Wires.TEST)
                    .close();
            assertThat(lines(there))
                    .contains("WARNING : no TLS, mail can be read and changed on its way: the caller chose plaintext");
            records.clear();
            try (Wire wire = Wire.dial(elsewhere(server, Security.STARTTLS_OPPORTUNISTIC), Wires.TEST)) {
                wire.upgrade().staysClear("the server does not offer STARTTLS");
            }
            assertThat(lines(there)).anyMatch(line -> line.startsWith("WARNING ") && line.endsWith("STARTTLS"));
            records.clear();
            Wires.dial(server).close();
            assertThat(lines(server.at().toString())).noneMatch(line -> line.startsWith("WARNING"));
        }
    }
}
