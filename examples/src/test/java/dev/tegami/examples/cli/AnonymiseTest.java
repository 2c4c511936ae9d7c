package dev.tegami.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.store.Mbox;
import dev.tegami.store.Stored;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnonymiseTest {
    private static final String LETTER = String.join(
            "\r\n",
            "From: Ada <ada@example.org>",
            "Subject: Apollo",
            "Date: Mon, 2 Jan 2006 15:04:05 -0700",
            "Content-Type: text/plain; charset=none",
            "",
            "The rocket of Ada",
            "From here on",
            "");

    @TempDir
    Path folder = Path.of("");

    @Test
    void aPipedMessageKeepsItsShapeAndItsDamageAndNothingOfWhatItSays() {
        Run run = Run.piped(LETTER.getBytes(StandardCharsets.UTF_8), "anonymise");
        assertThat(run.code()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .hasSameSizeAs(LETTER)
                .startsWith("From: ")
                .contains("Date: Mon, 2 Jan 2006 15:04:05 -0700")
                .doesNotContain("Ada", "ada@", "Apollo", "rocket");
        assertThat(Message.parse(run.out().getBytes(StandardCharsets.UTF_8)).findings())
                .hasSameSizeAs(
                        Message.parse(LETTER.getBytes(StandardCharsets.UTF_8)).findings());
    }

    @Test
    void anMboxIsMaskedMessageByMessageAndOneWordAlikeInAll() throws IOException {
        Mbox mbox = Mbox.at(folder.resolve("two.mbox"));
        mbox.deliver(Message.parse(LETTER.getBytes(StandardCharsets.UTF_8)).raw());
        mbox.deliver(Message.parse(LETTER.getBytes(StandardCharsets.UTF_8)).raw());
        Path masked = folder.resolve("masked.mbox");
        Run run = Run.of("anonymise", mbox.path().toString(), "--output=" + masked);
        assertThat(run.code()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(Files.readString(masked)).doesNotContain("Ada", "ada@", "Apollo", "rocket");
        List<Stored> messages = Mbox.at(masked).list();
        assertThat(messages).hasSize(2);
        Message first = messages.get(0).message();
        assertThat(first.size()).isEqualTo(LETTER.length());
        assertThat(first.toBytes()).isEqualTo(messages.get(1).message().toBytes());
    }

    @Test
    void whatIsNoFileIsAnErrorOfFiles() {
        assertThat(Run.of("anonymise", folder.resolve("none.eml").toString()).code())
                .isEqualTo(Exit.FILES);
        assertThat(Run.of("anonymise", "--help").out()).contains("Words, names, addresses", "--output");
    }
}
