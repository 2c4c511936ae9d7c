package dev.tegami.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Smime;
import dev.tegami.store.Mbox;
import dev.tegami.testkit.TestIdentity;
import dev.tegami.testkit.TestPki;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Two mboxes and two files, in local mode, in slices smaller than a message and larger than the archive. */
class SenderReportTest {
    private static final int LETTERS = 40;

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(longs = {700, 20_000, 64 << 20})
    void everyMessageIsCountedOnceHoweverTheArchiveIsCut(long slice) throws IOException {
        TestPki pki = TestPki.shared();
        Path ca = pki.authority().writePem(folder.resolve("ca.pem"));
        Path archive = archive(pki);
        assertThat(report("--ca", ca.toString(), "--without-revocation", "--slice=" + slice, archive.toString()))
                .containsExactly(
                        "sender\tmessages\tsigned\ttrusted\tdamaged\tnot read",
                        "ada@example.org\t" + (LETTERS + 1) + "\t" + (LETTERS + 1) + "\t" + LETTERS + "\t0\t0",
                        "bob@example.net\t" + LETTERS + "\t0\t0\t0\t0",
                        "?\t1\t0\t0\t1\t0");
    }

    @Test
    void nobodyIsTrustedWithoutAnAuthority() throws IOException {
        Path archive = archive(TestPki.shared());
        assertThat(report(archive.toString())).anyMatch(line -> line.matches("ada@example.org\t41\t41\t0\t.*"));
    }

    private static List<String> report(String... arguments) {
        StringWriter said = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--master=local[2]");
        int code = new CommandLine(new SenderReport(new PrintWriter(said, true))).execute(all.toArray(String[]::new));
        assertThat(code).isZero();
        return said.toString().lines().toList();
    }

    private Path archive(TestPki pki) throws IOException {
        Path archive = folder.resolve("archive");
        Files.createDirectories(archive.resolve("2026"));
        TestIdentity key = pki.rsaPerson("Ada", "ada@example.org");
        Identity ada = Identity.of(key.key(), key.certificate());
        for (int i = 0; i < LETTERS; i++) {
            Mbox mbox = Mbox.at(archive.resolve(i % 2 == 0 ? "even.mbox" : "2026/odd.mbox"));
            mbox.deliver(
                    letter("Ada <ada@Example.ORG>", i).with(Smime.sign(ada)).raw());
            mbox.deliver(letter("bob@example.net", i).raw());
        }
        String signed =
                new String(letter("ada@example.org", 99).with(Smime.sign(ada)).toBytes(), StandardCharsets.ISO_8859_1);
        Files.writeString(
                archive.resolve("forged.eml"), signed.replace("Line 99", "Lime 99"), StandardCharsets.ISO_8859_1);
        Files.writeString(archive.resolve("2026/broken.eml"), "no header here\r\n");
        return archive;
    }

    /** Its text has what begins a message of an mbox, and what only looks so. */
    private static Message letter(String from, int number) {
        return Message.compose()
                .from(from)
                .to("carol@example.org")
                .subject("Letter " + number)
                .text("Line " + number + "\r\n\r\nFrom here on\r\n\r\n"
                        + "From ada@example.org Tue Mar  3 10:00:00 2026\r\n\r\n" + "A line. ".repeat(number) + "\r\n")
                .build();
    }
}
