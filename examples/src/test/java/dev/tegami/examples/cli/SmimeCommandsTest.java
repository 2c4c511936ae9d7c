package dev.tegami.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmimeCommandsTest {
    @TempDir
    Path folder = Path.of("");

    People people = new People(folder);

    @BeforeEach
    void meet() throws IOException {
        people = People.in(folder);
    }

    @Test
    void aSignedMessageOfAKnownAuthorityIsTrusted() {
        Run run = Run.of("verify", people.signed(), "--ca", people.file("ca.pem"), "--without-revocation");
        assertThat(run.code()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("signed by", "CN=Ada", "INTEGRITY: GOOD", "covers: WHOLE", "trusted");
    }

    @Test
    void aSignedMessageOfAStrangersAuthorityIsNot() {
        Run run = Run.of("verify", people.signed());
        assertThat(run.code()).isEqualTo(Exit.NO);
        assertThat(run.out()).contains("NO_PATH", "not trusted");
    }

    @Test
    void withoutRevocationListsItTakesAWordToTrust() {
        Run run = Run.of("verify", people.signed(), "--ca", people.file("ca.pem"));
        assertThat(run.code()).isEqualTo(Exit.NO);
        assertThat(run.out()).contains("REVOCATION: UNKNOWN");
    }

    @Test
    void aChangedMessageIsNotTrustedAndQuietSaysOnlyThat() throws IOException {
        String text = Files.readString(Path.of(people.signed())).replace("Hello Bob", "Hello Eve");
        Run run = Run.piped(
                text.getBytes(StandardCharsets.UTF_8),
                "verify",
                "--quiet",
                "--ca",
                people.file("ca.pem"),
                "--without-revocation");
        assertThat(run).isEqualTo(new Run(Exit.NO, "", ""));
    }

    @Test
    void anEncryptedMessageIsReadWithItsKeyOnly() throws IOException {
        String sealed = people.sealed();
        assertThat(Files.readString(Path.of(sealed))).doesNotContain("Hello Bob");
        Run run = Run.with(
                Map.of("BOB", "changeit"),
                "decrypt",
                sealed,
                "--key",
                people.file("bob.p12"),
                "--key-password-env=BOB");
        assertThat(run.code()).isEqualTo(Exit.DONE);
        assertThat(run.err()).contains("encrypted with", "opened with the key of", "CN=Bob");
        assertThat(Message.parse(run.out().getBytes(StandardCharsets.UTF_8)).text())
                .hasValueSatisfying(text -> assertThat(text).contains("Hello Bob"));
    }

    @Test
    void withoutAKeyNothingIsWritten() {
        Run run = Run.of("decrypt", people.sealed(), "-o", people.file("plain.eml"));
        assertThat(run.code()).isEqualTo(Exit.NO);
        assertThat(run.err()).contains("not opened");
        assertThat(folder.resolve("plain.eml")).doesNotExist();
    }

    @Test
    void aPasswordIsNeverAnArgumentAndItsAbsenceIsAnErrorOfTheCommandLine() {
        Run run = Run.of("sign", people.letter(), "--key", people.file("ada.p12"));
        assertThat(run.code()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("no password of ada.p12");
    }

    @Test
    void aWrongPasswordIsRefusedByName() {
        Run run = Run.with(
                Map.of("P", "wrong"), "sign", people.letter(), "--key", people.file("ada.p12"), "--key-password-env=P");
        assertThat(run.code()).isIn(Exit.FILES, Exit.REFUSED);
        assertThat(run.err()).startsWith("tegami: ").doesNotContain("wrong\n", "at dev.tegami");
    }
}
