package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageReaderTest {
    @Test
    void eventsSayWhereEverythingIs() throws IOException {
        String text = "Content-Type: multipart/mixed; boundary=b\n\n--b\nA: 1\n\none\n--b\n\ntwo\n--b--\n";
        Source source = Source.of(text.getBytes(StandardCharsets.US_ASCII));
        List<String> seen = new ArrayList<>();
        try (MessageReader reader = MessageReader.of(source)) {
            while (reader.next() != MessageReader.Event.DONE) {
                String line = reader.event() + " " + reader.depth() + " "
                        + reader.contentType().type() + " "
                        + text.substring((int) reader.offset()).split("\n", 2)[0];
                if (reader.event() == MessageReader.Event.END && reader.depth() == 1) {
                    line += " " + new String(reader.body().open().readAllBytes(), StandardCharsets.US_ASCII);
                }
                seen.add(line);
            }
            assertThat(reader.findings()).isEmpty();
        }
        assertThat(seen)
                .containsExactly(
                        "START 0 multipart Content-Type: multipart/mixed; boundary=b",
                        "START 1 text A: 1",
                        "END 1 text A: 1 one",
                        "START 1 text ",
                        "END 1 text  two",
                        "END 0 multipart Content-Type: multipart/mixed; boundary=b");
    }
}
