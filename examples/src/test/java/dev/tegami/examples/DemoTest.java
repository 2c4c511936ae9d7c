package dev.tegami.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DemoTest {
    @Test
    void theLetterMakesTheWholeTripAndNoSecretIsTold() throws IOException, GeneralSecurityException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Demo.run(Settings.parse(), new Narrator(new PrintStream(told, true, StandardCharsets.UTF_8)));
        String story = told.toString(StandardCharsets.UTF_8);
        assertThat(story)
                .contains(
                        "AUTH PLAIN ***",
                        "opened with the key of CN=Bob",
                        "left on the server",
                        "REVOCATION: GOOD",
                        "the letter is its author's")
                .contains(DemoLetter.SUBJECT, "minutes.pdf", "agenda.docx")
                .doesNotContain(Demo.PASSWORD)
                .doesNotContain(Base64.getEncoder()
                        .encodeToString(Demo.PASSWORD.getBytes(StandardCharsets.UTF_8))
                        .substring(0, 8));
    }

    @Test
    void anArgumentThatIsNotKnownIsAnsweredWithTheUsage() {
        assertThatThrownBy(() -> Settings.parse("--smpt", "localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(Settings.USAGE);
    }
}
