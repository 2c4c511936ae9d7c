package dev.tegami.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tegami.smtp.Delivery.Outcome;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store answers for each recipient it accepted (RFC 2033 §4.2). */
class LmtpTest {
    private static final Envelope FOUR =
            Envelope.of("alice@example.test", "a@example.test", "no@example.test", "b@example.test", "c@example.test");

    private static Lmtp at(ScriptedServer server) {
        return Lmtp.at("localhost").port(server.at().port()).insecurePlaintext().introducedAs("client.test");
    }

    private static void message(Talk talk) throws IOException {
        talk.send("220 store").expect("LHLO client.test").send("250-store").send("250 PIPELINING");
        for (int i = 0; i < 6; i++) {
            talk.line();
        }
        talk.raw("250 ok\r\n250 ok\r\n550 5.1.1 who\r\n250 ok\r\n250 ok\r\n354 go\r\n");
        Sessions.message(talk);
    }

    @Test
    void oneMayBeFullAndTheOthersNot() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            message(talk);
            talk.send("250 a saved").send("452 4.2.2 b is full").send("250 c saved");
            talk.expect("QUIT").send("221 bye");
        })) {
            Receipt receipt = at(server).send(Letters.plain(), FOUR);
            assertThat(receipt.deliveries())
                    .extracting(Delivery::outcome)
                    .containsExactly(Outcome.ACCEPTED, Outcome.REFUSED, Outcome.REFUSED, Outcome.ACCEPTED);
            assertThat(receipt.deliveries())
                    .extracting(Delivery::retry)
                    .containsExactly(Retry.NEVER, Retry.NEVER, Retry.LATER, Retry.NEVER);
        }
    }

    @Test
    void whoeverIsNotAnsweredForIsUnknownAndTheOthersAreNot() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            message(talk);
            talk.send("250 a saved").raw("25").close();
        })) {
            DeliveryUnknown unknown =
                    catchThrowableOfType(DeliveryUnknown.class, () -> at(server).send(Letters.plain(), FOUR));
            assertThat(unknown.receipt().deliveries())
                    .extracting(Delivery::outcome)
                    .containsExactly(Outcome.ACCEPTED, Outcome.REFUSED, Outcome.UNKNOWN, Outcome.UNKNOWN);
        }
    }

    @Test
    void aFarewellAmongTheAnswersLeavesTheRestUnknown() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            message(talk);
            talk.send("250 a saved").send("421 4.3.2 going").close();
        })) {
            DeliveryUnknown unknown =
                    catchThrowableOfType(DeliveryUnknown.class, () -> at(server).send(Letters.plain(), FOUR));
            assertThat(unknown.receipt().deliveries())
                    .extracting(Delivery::outcome)
                    .containsExactly(Outcome.ACCEPTED, Outcome.REFUSED, Outcome.REFUSED, Outcome.UNKNOWN);
        }
    }

    @Test
    void aRefusalForAllIsARefusal() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            message(talk);
            talk.send("552 5.2.2 full").send("452 4.2.2 full").send("552 5.2.2 full");
            talk.expect("QUIT").send("221 bye");
        })) {
            SmtpRefused refused =
                    catchThrowableOfType(SmtpRefused.class, () -> at(server).send(Letters.plain(), FOUR));
            assertThat(refused.receipt().orElseThrow().refused()).hasSize(4);
        }
    }

    @Test
    void aServerOfSmtpIsNotTakenForAStore() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            talk.send("220 mail.test").expect("LHLO client.test").send("502 5.5.2 what?");
            assertThat(talk.line()).isNull();
        })) {
            assertThatThrownBy(() -> at(server).open())
                    .isInstanceOf(SmtpRefused.class)
                    .hasMessageContaining("LHLO");
        }
    }

    @Test
    void aUnixSocketNeedsNoTls(@TempDir Path folder) throws Exception {
        Path socket = folder.resolve("lmtp");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(socket));
            CompletableFuture<Void> server = CompletableFuture.runAsync(() -> answer(listener));
            try (SmtpSession session = Lmtp.unix(socket).open()) {
                assertThat(session.send(Letters.plain(), Envelope.of("a@b.test", "c@d.test"))
                                .isComplete())
                        .isTrue();
            }
            server.get();
        }
    }

    private static void answer(ServerSocketChannel listener) {
        try (SocketChannel channel = listener.accept()) {
            OutputStream out = Channels.newOutputStream(channel);
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.US_ASCII));
            send(out, "220 store");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("DATA")) {
                    send(out, "354 go");
                    String body = in.readLine();
                    while (!".".equals(body)) {
                        body = in.readLine();
                    }
                }
                send(out, "250 ok");
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void send(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
