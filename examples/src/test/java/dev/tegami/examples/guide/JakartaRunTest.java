package dev.tegami.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.examples.DemoAuthority;
import dev.tegami.examples.DemoServers;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows of Jakarta Mail is run. */
class JakartaRunTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void jakartaMailSendsReadsAndSavesTheSameLetter() throws Exception {
        DemoAuthority authority = new DemoAuthority();
        SSLContext.setDefault(Authorities.tls(authority));
        try (DemoServers servers = DemoServers.start(authority, "bob@example.org", "secret")) {
            Session session = Session.getInstance(new Properties());
            Path minutes = Files.writeString(folder.resolve("minutes.txt"), "approved");
            WithJakarta.send(
                    DemoServers.HOST,
                    servers.smtpPort(),
                    "bob@example.org",
                    "secret",
                    WithJakarta.compose(session, minutes.toFile()));
            Store store = session.getStore("imaps");
            store.connect(DemoServers.HOST, servers.imapPort(), "bob@example.org", "secret");
            assertThat(WithJakarta.readUnread(store)).singleElement().asString().contains("Hello Bob");
            assertThat(WithJakarta.readUnread(store)).isEmpty();
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            assertThat(WithJakarta.saveAttachments(inbox.getMessage(1), folder.toFile()))
                    .isEqualTo(1);
            assertThat(folder.resolve("attachment-1")).hasContent("approved");
            store.close();
        }
    }
}
