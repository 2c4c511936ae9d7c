package dev.tegami.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.examples.DemoAuthority;
import dev.tegami.examples.DemoServers;
import dev.tegami.store.Maildir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCommandsTest {
    private static final String PASSWORD = "shh-bob-7316";

    @TempDir
    static Path folder = Path.of("");

    private static byte[] anchor = new byte[0];
    private static DemoServers server = start();

    private static DemoServers start() {
        try {
            DemoAuthority authority = new DemoAuthority();
            DemoServers started = DemoServers.start(authority, "bob@example.org", PASSWORD);
            anchor = authority.certificate().getEncoded();
            return started;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void store() throws IOException {
        Files.writeString(
                folder.resolve("server-ca.pem"),
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(anchor)
                        + "\n-----END CERTIFICATE-----\n");
        People.in(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Run at(int port, String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                command,
                "--server=localhost:" + port,
                "--user=bob@example.org",
                "--password-env=PASSWORD",
                "--trust=" + folder.resolve("server-ca.pem"),
                "--trace"));
        arguments.addAll(List.of(more));
        return Run.with(Map.of("PASSWORD", PASSWORD), arguments.toArray(String[]::new));
    }

    @Test
    void aLetterIsSentFetchedWatchedAndCollectedAndNoSecretIsTold() throws IOException {
        String letter = new People(folder).letter();
        Run sent = at(server.smtpPort(), "send", letter);
        assertThat(sent.code()).as(sent.err()).isEqualTo(Exit.DONE);
        assertThat(sent.out()).startsWith("ACCEPTED bob@example.org");

        Run listed = at(server.imapPort(), "fetch", "--unseen", "--from=ada@example.org");
        assertThat(listed.code()).as(listed.err()).isEqualTo(Exit.DONE);
        assertThat(listed.out()).contains("Ada <ada@example.org>", "議事録 <b>").hasLineCount(1);

        Run stored = at(
                server.imapPort(), "fetch", "--into", folder.resolve("fetched").toString());
        assertThat(stored.out()).startsWith("1 stored");
        assertThat(Maildir.open(folder.resolve("fetched")).list()).hasSize(1);
        assertThat(at(server.imapPort(), "fetch", "--from=nobody").code()).isEqualTo(Exit.NO);

        Run watched = at(
                server.imapPort(), "watch", "--all", "--count=1", "--seconds=60", "--state=" + folder.resolve("state"));
        assertThat(watched.code()).as(watched.err()).isEqualTo(Exit.DONE);
        assertThat(watched.out()).startsWith("INBOX\tadded\t1\t");
        assertThat(folder.resolve("state")).isNotEmptyFile();

        Run collected =
                at(server.pop3Port(), "collect", folder.resolve("collected").toString());
        assertThat(collected.out()).isEqualTo("1 stored, 0 known, 0 deleted" + System.lineSeparator());
        Run again = at(server.pop3Port(), "collect", folder.resolve("collected").toString());
        assertThat(again.out()).isEqualTo("0 stored, 1 known, 0 deleted" + System.lineSeparator());

        for (Run run : List.of(sent, listed, stored, watched, collected)) {
            assertThat(run.err()).contains("C: ").doesNotContain(PASSWORD);
        }
    }

    @Test
    void aServerThatIsNotThereIsForLater() {
        Run run = Run.of("fetch", "--server=localhost:1");
        assertThat(run.code()).isEqualTo(Exit.LATER);
        assertThat(run.err()).startsWith("tegami: ");
    }

    @Test
    void aWrongPasswordIsRefused() {
        Run run = Run.with(
                Map.of("P", "wrong"),
                "fetch",
                "--server=localhost:" + server.imapPort(),
                "--user=bob@example.org",
                "--password-env=P",
                "--trust=" + folder.resolve("server-ca.pem"));
        assertThat(run.code()).as(run.err()).isEqualTo(Exit.REFUSED);
    }

    @Test
    void aServersCertificateOfAnUnknownAuthorityIsRefused() {
        Run run = Run.of("fetch", "--server=localhost:" + server.imapPort());
        assertThat(run.code()).as(run.err()).isEqualTo(Exit.REFUSED);
    }

    @Test
    void whatIsNoServerIsAnErrorOfTheCommandLine() {
        assertThat(Run.of("fetch", "--server=localhost:99999").code()).isEqualTo(Exit.USAGE);
        assertThat(Run.of("fetch", "--server=a:b:c").code()).isEqualTo(Exit.USAGE);
        assertThat(Run.of("fetch").code()).isEqualTo(Exit.USAGE);
        assertThat(Run.of().code()).isEqualTo(Exit.USAGE);
        assertThat(Run.of("--help").out()).contains("Exit codes", "inspect", "watch");
    }
}
