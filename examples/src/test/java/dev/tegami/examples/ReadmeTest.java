package dev.tegami.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.imap.Imap;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Opened;
import dev.tegami.smtp.Smtp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    private static final Path SOURCE = Path.of("src/main/java/dev/tegami/examples/FirstLetter.java");

    @Test
    void theLinesOfTheReadmeAreTheLinesThatRun() throws IOException {
        String ours =
                Files.readString(SOURCE).split("// README\n", -1)[1].strip().replaceAll("(?m)^ {8}", "");
        assertThat(Files.readString(Path.of("../README.md"))).contains(ours);
    }

    @Test
    void theLinesOfTheReadmeSendALetterAndReadIt(@TempDir Path folder) throws IOException, GeneralSecurityException {
        DemoAuthority authority = new DemoAuthority();
        Identity ada = authority.person("Ada", "ada@example.org");
        Identity bob = authority.person("Bob", "bob@example.net");
        Path minutes = Files.writeString(folder.resolve("minutes.txt"), "approved");
        try (DemoServers servers = DemoServers.start(authority, "bob@example.net", "secret")) {
            Opened opened = FirstLetter.sendAndRead(
                    Smtp.at(DemoServers.HOST)
                            .port(servers.smtpPort())
                            .trust(authority.certificate())
                            .login("bob@example.net", "secret"),
                    Imap.at(DemoServers.HOST)
                            .port(servers.imapPort())
                            .trust(authority.certificate())
                            .login("bob@example.net", "secret"),
                    minutes,
                    ada,
                    bob,
                    "bob@example.net",
                    authority.trust());
            assertThat(opened.isTrusted()).isTrue();
            assertThat(opened.message().text())
                    .hasValueSatisfying(text -> assertThat(text.strip()).isEqualTo("Hello Bob"));
            assertThat(opened.message().attachments()).hasSize(1);
        }
    }
}
