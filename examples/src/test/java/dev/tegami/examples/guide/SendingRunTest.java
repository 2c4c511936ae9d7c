package dev.tegami.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.dns.MailExchanger;
import dev.tegami.dns.Resolver;
import dev.tegami.examples.DemoAuthority;
import dev.tegami.examples.DemoServers;
import dev.tegami.mime.Message;
import dev.tegami.mime.report.Action;
import dev.tegami.mime.report.DeliveryStatus;
import dev.tegami.mime.report.RecipientStatus;
import dev.tegami.mime.report.Returned;
import dev.tegami.mime.report.StatusCode;
import dev.tegami.net.ConnectFailed;
import dev.tegami.net.Route;
import dev.tegami.smtp.Envelope;
import dev.tegami.smtp.Lmtp;
import dev.tegami.smtp.MailObject;
import dev.tegami.smtp.Relay;
import dev.tegami.smtp.SentMail;
import dev.tegami.smtp.SentMails;
import dev.tegami.smtp.Smtp;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's code for sending much, run. */
class SendingRunTest {
    private static Message letter(String id) {
        return Message.compose()
                .from("ada@example.org")
                .to("bob@example.org")
                .messageId("<" + id + "@example.org>")
                .subject("A letter")
                .text("Hello Bob")
                .build();
    }

    @Test
    void batchesPoolsAndReports() throws IOException, GeneralSecurityException {
        DemoAuthority authority = new DemoAuthority();
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try (DemoServers servers = DemoServers.start(authority, "bob@example.org", "secret")) {
            Smtp smtp = Smtp.at(DemoServers.HOST)
                    .port(servers.smtpPort())
                    .trust(authority.certificate())
                    .login("bob@example.org", "secret");
            List<SentMail> sent = Sending.sendBatch(smtp, List.of(letter("one"), letter("two")));
            assertThat(sent).hasSize(2);
            assertThat(Sending.sendMany(
                            smtp,
                            Collections.nCopies(9, MailObject.of(letter("many")))
                                    .iterator(),
                            executor))
                    .isEmpty();
            assertThat(Sending.sendWithReports(smtp, letter("three"), "id-3").isComplete())
                    .isTrue();
            Message report = DeliveryStatus.by("mx.example.org")
                    .recipient(RecipientStatus.of("bob@example.org", Action.FAILED, new StatusCode(5, 2, 2)))
                    .compose(Returned.header(letter("two")))
                    .from("postmaster@mx.example.org")
                    .to("ada@example.org")
                    .subject("Not delivered")
                    .text("The mailbox is full.")
                    .build();
            assertThat(Sending.bounced(SentMails.of(sent), report)).containsExactly("bob@example.org: FAILED");
            assertThat(Sending.bounced(SentMails.of(sent), letter("two"))).isEmpty();
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void theFirstProgramSaysWhatItCannotReach(@TempDir Path folder) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        assertThatThrownBy(() -> SendNote.main(new String[] {"mail.invalid", "ada@example.org", password.toString()}))
                .isInstanceOf(ConnectFailed.class)
                .hasMessageContaining("mail.invalid");
    }

    private static void take(Talk talk, int recipients) throws IOException {
        talk.send("220 here").line();
        talk.send("250 here").line();
        for (int i = 0; i < recipients; i++) {
            talk.send("250 ok").line();
        }
        talk.send("250 ok").expect("DATA").send("354 go");
        String line = talk.line();
        while (!".".equals(line)) {
            line = talk.line();
        }
    }

    @Test
    void aStoreAnswersForEachRecipient() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            take(talk, 2);
            talk.send("250 saved").send("452 4.2.2 full").expect("QUIT").send("221 bye");
        })) {
            Lmtp lmtp = Lmtp.at("localhost").port(server.at().port()).insecurePlaintext();
            assertThat(Sending.store(
                            lmtp, letter("one"), Envelope.of("ada@example.org", "bob@example.org", "dan@example.org")))
                    .singleElement()
                    .satisfies(delivery ->
                            assertThat(delivery.recipient().mailbox().address()).isEqualTo("dan@example.org"));
        }
    }

    @Test
    void aRelayFindsTheExchanger() {
        Resolver names = new Resolver() {
            @Override
            public List<MailExchanger> exchangers(String domain) {
                return List.of(new MailExchanger(10, "mx.example.org"));
            }

            @Override
            public List<String> texts(String name) {
                return List.of();
            }
        };
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            take(talk, 1);
            talk.send("250 queued").expect("QUIT").send("221 bye");
        })) {
            Relay relay = Relay.as("relay.example.org")
                    .resolver(names)
                    .via(Route.socket(
                            host -> new Socket("localhost", server.at().port())));
            assertThat(Sending.relay(relay, letter("one")).isComplete()).isTrue();
        }
    }
}
