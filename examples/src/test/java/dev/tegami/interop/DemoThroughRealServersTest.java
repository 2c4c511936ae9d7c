package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.examples.Demo;
import dev.tegami.pop3.Pop3Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, told on its command line where real servers are. It fails by itself if the letter is not the one sent. */
class DemoThroughRealServersTest extends RealServers {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theSameTripGoesThroughPostfixAndDovecotAndLeavesTheLetterThere() throws IOException, GeneralSecurityException {
        String person = freshPerson();
        Demo.main(new String[] {
            "--smtp",
            named("postfix.submission"),
            "--imap",
            named("dovecot.imaps"),
            "--pop3",
            named("dovecot.pop3s"),
            "--user",
            addressOf(person),
            "--password-file",
            Files.writeString(folder.resolve("password"), FRESH + "\n").toString(),
            "--trust",
            trust().toString()
        });
        try (Pop3Session session = Delivered.pop3(person).open()) {
            assertThat(session.stat().messages()).isEqualTo(1);
        }
    }

    private static String named(String name) {
        Endpoint at = endpoint(name);
        return at.host() + ":" + at.port();
    }
}
