package dev.tegami.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tegami.mime.Message;
import dev.tegami.net.AuthenticationFailed;
import dev.tegami.store.Maildir;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GreenMailTest {
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_POP3),
        new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP)
    });

    @BeforeEach
    void start() {
        server.start();
        server.setUser("bob@example.test", "bob", "builder");
        for (String subject : List.of("one", "two", "three")) {
            GreenMailUtil.sendTextEmail(
                    "bob@example.test",
                    "ada@example.test",
                    subject,
                    "Hello\r\n.\r\n..dots",
                    server.getSmtp().getServerSetup());
        }
        assertThat(server.waitForIncomingEmail(20_000, 3)).isTrue();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Pop3 at() {
        return Pop3.at("localhost")
                .port(server.getPop3().getPort())
                .insecurePlaintext()
                .login("bob", "builder");
    }

    @Test
    void listsHeadersFirstAndReadsAMessage() {
        try (Pop3Session session = at().open()) {
            List<Entry> entries = session.entries();
            assertThat(session.headers(entries))
                    .extracting(head -> head.get().subject().orElseThrow())
                    .containsExactly("one", "two", "three");
            Message second = session.message(entries.get(1));
            assertThat(second.subject()).hasValue("two");
            assertThat(second.text().orElseThrow()).contains("\n.").contains("..dots");
        }
    }

    @Test
    void closingWithoutCommitDeletesNothing() {
        try (Pop3Session session = at().open()) {
            session.delete(session.entries());
        }
        try (Pop3Session session = at().open()) {
            assertThat(session.entries()).hasSize(3);
            session.delete(session.entries().subList(0, 1));
            session.commit();
        }
        try (Pop3Session session = at().open()) {
            assertThat(session.entries()).hasSize(2);
        }
    }

    @Test
    void collectsOnceAndLeavesOnTheServer(@TempDir Path directory) throws Exception {
        Maildir store = Maildir.create(directory.resolve("Mail"));
        for (int run = 0; run < 3; run++) {
            try (SeenFile seen = SeenFile.open(directory.resolve("seen"))) {
                assertThat(at().collect(store, seen, Policy.leave()).stored()).hasSize(run == 0 ? 3 : 0);
            }
        }
        assertThat(store.list()).hasSize(3);
    }

    @Test
    void aWrongPasswordIsNamed() {
        assertThatThrownBy(() -> at().login("bob", "wrong-secret").open())
                .isInstanceOf(AuthenticationFailed.class)
                .hasMessageNotContaining("wrong-secret");
    }
}
