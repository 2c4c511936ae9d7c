package dev.tegami.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.examples.DemoAuthority;
import dev.tegami.examples.DemoServers;
import dev.tegami.examples.cli.Exit;
import dev.tegami.examples.cli.People;
import dev.tegami.examples.cli.Run;
import dev.tegami.examples.cli.Terminal;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import dev.tegami.smtp.Smtp;
import dev.tegami.store.Maildir;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
    private static final String PASSWORD = "shh-4711";

    @TempDir
    static Path folder = Path.of("");

    private static final DemoAuthority AUTHORITY = authority();
    private static final DemoServers SERVERS = servers();

    private static DemoAuthority authority() {
        try {
            return new DemoAuthority();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DemoServers servers() {
        try {
            DemoServers servers = DemoServers.start(AUTHORITY, "bob@example.org", PASSWORD);
            for (String user : List.of("ada", "carol", "dan", "erin", "frank")) {
                servers.add(user + "@example.org", PASSWORD);
            }
            return servers;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void files() throws IOException, CertificateEncodingException {
        People.in(folder);
        write("server-ca.pem", AUTHORITY.certificate());
    }

    private static void write(String name, X509Certificate certificate)
            throws IOException, CertificateEncodingException {
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    private static Run at(int port, String user, Function<Terminal, Object> program, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server=localhost:" + port,
                "--user=" + user + "@example.org",
                "--password-env=PASSWORD",
                "--trust=" + folder.resolve("server-ca.pem")));
        arguments.addAll(List.of(more));
        return Run.program(program, Map.of("PASSWORD", PASSWORD), arguments.toArray(String[]::new));
    }

    private static void deliver(String user, int count) {
        Smtp smtp = Smtp.at("localhost")
                .port(SERVERS.smtpPort())
                .trust(AUTHORITY.certificate())
                .login("bob@example.org", PASSWORD);
        for (int i = 1; i <= count; i++) {
            smtp.send(Message.compose()
                    .from("ada@example.org")
                    .to(user + "@example.org")
                    .subject("number " + i)
                    .text("text " + i)
                    .attach("notes.txt", new byte[] {'x'})
                    .build());
        }
    }

    @Test
    void aLetterIsSentAndBrowsed() {
        String file = folder.resolve("password").toString();
        Run sent = at(
                SERVERS.smtpPort(),
                "bob",
                SendLetter::new,
                "--from=ada@example.org",
                "--to=bob@example.org",
                "--text=Please find " + "it, ".repeat(200) + "at last",
                file);
        assertThat(sent.code()).as(sent.err()).isEqualTo(Exit.DONE);
        assertThat(sent.out()).startsWith("ACCEPTED bob@example.org");
        assertThat(at(SERVERS.imapPort(), "bob", Browse::new).out()).contains("INBOX", "1 messages");
        assertThat(at(SERVERS.imapPort(), "bob", Browse::new, "--folder=INBOX").out())
                .contains("A letter");
        Path saved = folder.resolve("saved");
        Run shown = at(SERVERS.imapPort(), "bob", Browse::new, "--folder=INBOX", "--uid=1", "--save=" + saved);
        assertThat(shown.out()).contains("Please find", "it, at last", "* password");
        assertThat(saved.resolve("1-1")).hasContent("changeit\n");
        assertThat(at(SERVERS.imapPort(), "bob", Browse::new, "--folder=INBOX", "--uid=99")
                        .code())
                .isEqualTo(Exit.NO);
    }

    @Test
    void aNewsletterGoesToEachReaderOnceAndRefusalsAreTold() throws IOException {
        People people = new People(folder);
        Path readers = Files.writeString(
                folder.resolve("readers.tsv"),
                "dan@example.org\t" + people.file("bob.pem") + "\nnobody@example.org\t" + people.file("bob.pem")
                        + "\nerin@example.org\ncarol@example.org\t" + people.file("bob.pem")
                        + "\nada@example.org\t" + people.file("none.pem") + "\n");
        Path text = Files.writeString(folder.resolve("news.txt"), "News!\n");
        Path sent = Files.writeString(folder.resolve("sent.txt"), "carol@example.org\tBEGUN\nada@exam");
        String[] arguments = {
            "--from=ada@example.org",
            "--subject=News",
            "--key=" + people.file("ada.p12"),
            "--key-password-file=" + people.file("password"),
            "--readers=" + readers,
            "--sent=" + sent,
            text.toString()
        };
        Run first = at(SERVERS.smtpPort(), "bob", Newsletter::new, arguments);
        assertThat(first.code()).as(first.err()).isEqualTo(Exit.NO);
        assertThat(first.out()).contains("1 of 5 have it");
        assertThat(first.err())
                .contains(
                        "nobody@example.org: REFUSED",
                        "no address, tab and certificate: erin@example.org",
                        "carol@example.org: may have it from an earlier run",
                        "none.pem");
        assertThat(Files.readAllLines(sent))
                .startsWith("carol@example.org\tBEGUN")
                .contains("dan@example.org\tBEGUN", "dan@example.org\tSENT", "nobody@example.org\tREFUSED")
                .hasSize(5);
        Run second = at(SERVERS.smtpPort(), "bob", Newsletter::new, arguments);
        assertThat(second.out()).contains("1 of 5 have it");
        Run fetched = at(SERVERS.imapPort(), "dan", Browse::new, "--folder=INBOX");
        assertThat(fetched.out()).contains("News").hasLineCount(1);
    }

    @Test
    void whatComesIsToldByTheWatcher() {
        CompletableFuture<Run> watching =
                CompletableFuture.supplyAsync(() -> at(SERVERS.imapPort(), "erin", Watcher::new, "--count=1"));
        // the watch tells what comes after it began; the letters come until it has told one
        while (!watching.isDone()) {
            deliver("erin", 1);
        }
        Run watched = watching.join();
        assertThat(watched.code()).as(watched.err()).isEqualTo(Exit.DONE);
        assertThat(watched.out()).contains("ada@example.org", "number 1");
    }

    @Test
    void aMaildropIsCollectedOnce() throws IOException {
        deliver("frank", 2);
        String maildir = folder.resolve("frank").toString();
        assertThat(at(SERVERS.pop3Port(), "frank", Collector::new, maildir).out())
                .startsWith("2 new, 0 known");
        assertThat(at(SERVERS.pop3Port(), "frank", Collector::new, maildir).out())
                .startsWith("0 new, 2 known");
        assertThat(Maildir.open(Path.of(maildir)).list()).hasSize(2);
        Run judged = Run.program(VerifyAll::new, Map.of(), maildir);
        assertThat(judged.code()).isEqualTo(Exit.DONE);
        assertThat(judged.out()).contains("UNSIGNED\t");
    }

    @Test
    void aMigrationThatWasCutOffGoesOnAndLosesAndDoublesNothing() throws IOException {
        deliver("carol", 3);
        try (ImapSession carol = imap("carol").open()) {
            carol.create("Work");
            carol.select("INBOX").copy(UidSet.of(2), "Work");
        }
        Path journal = folder.resolve("journal");
        Run first = migrate(journal);
        assertThat(first.code()).as(first.err()).isEqualTo(Exit.DONE);
        assertThat(first.out()).startsWith("4 copied, 0 refused, 4 in all");

        List<String> lines = Files.readAllLines(journal);
        assertThat(lines.get(7)).startsWith("done ");
        Files.write(journal, lines.subList(0, 7));
        assertThat(migrate(journal).out()).as("cut off behind an append").startsWith("0 copied, 0 refused, 4 in all");
        assertThat(migrate(journal).out()).as("run again").startsWith("0 copied, 0 refused, 4 in all");
        deliver("carol", 1);
        assertThat(migrate(journal).out()).as("what came since").startsWith("1 copied, 0 refused, 5 in all");
        try (ImapSession ada = imap("ada").open()) {
            assertThat(ada.status("INBOX").messages()).hasValue(4);
            assertThat(ada.status("Work").messages()).hasValue(1);
        }
    }

    @Test
    void aMigrationWithoutItsPasswordsIsAnErrorOfTheCommandLine() {
        Run run = Run.program(
                Migrate::new,
                Map.of(),
                "--from=localhost",
                "--from-user=carol",
                "--to=localhost",
                "--to-user=ada",
                "--journal=" + folder.resolve("none"));
        assertThat(run.code()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("the variable FROM_PASSWORD is not set");
    }

    private static Imap imap(String user) {
        return Imap.at("localhost")
                .port(SERVERS.imapPort())
                .trust(AUTHORITY.certificate())
                .login(user + "@example.org", PASSWORD);
    }

    private static Run migrate(Path journal) {
        return Run.program(
                Migrate::new,
                Map.of("FROM_PASSWORD", PASSWORD, "TO_PASSWORD", PASSWORD),
                "--from=localhost",
                "--from-port=" + SERVERS.imapPort(),
                "--from-user=carol@example.org",
                "--to=localhost",
                "--to-port=" + SERVERS.imapPort(),
                "--to-user=ada@example.org",
                "--trust=" + folder.resolve("server-ca.pem"),
                "--journal=" + journal);
    }
}
