package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    /** The events of a reader: depth, type, and where header, body and end lie. */
    private static List<String> events(MessageReader reader) throws IOException {
        List<String> events = new ArrayList<>();
        while (reader.next() == MessageReader.Event.START || reader.event() == MessageReader.Event.END) {
            String places = reader.depth() + " " + reader.contentType() + " " + reader.offset();
            events.add(
                    reader.event() == MessageReader.Event.START
                            ? "START " + places
                            : "END " + places + " " + reader.bodyOffset() + " " + reader.end());
        }
        return events;
    }

    private static List<String> events(Source source) throws IOException {
        try (MessageReader reader = MessageReader.of(source)) {
            return events(reader);
        }
    }

    /** The same, by the tree. */
    private static void events(Part part, long start, int depth, List<String> events) {
        String places = depth + " " + part.contentType() + " " + start;
        long bodyStart = start + part.raw().size() - part.rawBody().size();
        events.add("START " + places);
        long at = bodyStart;
        if (part.body() instanceof Parts parts) {
            for (int i = 0; i < parts.parts().size(); i++) {
                at += parts.gaps().get(i).size();
                events(parts.parts().get(i), at, depth + 1, events);
                at += parts.parts().get(i).raw().size();
            }
        } else if (part.body() instanceof Embedded embedded
                && PartHeader.encoding(part.header()).isIdentity()) {
            events(embedded.message().root(), bodyStart, depth + 1, events);
        }
        events.add("END " + places + " " + bodyStart + " " + (start + part.raw().size()));
    }

    @Test
    void offsetsAreThoseOfTheTreeInEveryMessageOfEveryCorpus() throws IOException {
        List<String> different = new ArrayList<>();
        for (Path file : Corpora.messages()) {
            byte[] octets = Corpora.read(file);
            List<String> expected = new ArrayList<>();
            events(Message.parse(octets).root(), 0, 0, expected);
            if (!untyped(events(Source.of(octets))).equals(untyped(expected))
                    || !events(Source.of(() -> Variants.oneByOne(octets))).equals(events(Source.of(file)))) {
                different.add(file.toString());
            }
        }
        assertThat(different).isEmpty();
    }

    /** Without types, which a digest hands down in the tree alone. */
    private static List<String> untyped(List<String> events) {
        return events.stream()
                .map(event -> event.replaceAll("^(\\w+ \\d+) .* (\\d+(?: \\d+ \\d+)?)$", "$1 $2"))
                .toList();
    }

    @Test
    void aStreamOfSingleOctetsGivesTheSameEventsAndFindings() throws IOException {
        byte[] octets = "A: 1\njunk\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\none\n"
                .getBytes(StandardCharsets.US_ASCII);
        try (MessageReader fast = MessageReader.of(Source.of(octets));
                MessageReader slow = MessageReader.of(Source.of(() -> Variants.oneByOne(octets)))) {
            assertThat(events(slow)).isEqualTo(events(fast)).hasSize(4);
            assertThat(slow.findings()).isEqualTo(fast.findings());
            assertThat(fast.findings())
                    .extracting(Finding::kind)
                    .containsExactly(Finding.Kind.JUNK_IN_HEADER, Finding.Kind.MISSING_CLOSE_DELIMITER);
        }
    }

    @Test
    void limitsCutAndTell() throws IOException {
        String deep = "Content-Type: message/rfc822\n\n".repeat(5) + "A: 1\n\ntext\n";
        String wide = "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(9) + "--b--\n";
        found(deep, Limits.standard().nesting(3), Finding.Kind.NESTING_LIMIT);
        found(wide, Limits.standard().parts(4), Finding.Kind.PARTS_LIMIT);
        found("A: 1\nB: 2\nC: 3\n\n", Limits.standard().headerFields(2), Finding.Kind.HEADER_FIELDS_LIMIT);
        found("A: " + "x".repeat(99) + "\n\n", Limits.standard().headerBytes(50), Finding.Kind.HEADER_BYTES_LIMIT);
    }

    private static void found(String text, Limits limits, Finding.Kind kind) throws IOException {
        try (MessageReader reader = MessageReader.of(Source.of(text.getBytes(StandardCharsets.US_ASCII)), limits)) {
            events(reader);
            assertThat(reader.findings()).extracting(Finding::kind).contains(kind);
        }
    }

    @Test
    void whatIsNotKnownYetIsAnErrorThatSaysSo() throws IOException {
        try (MessageReader reader = MessageReader.of(Source.of("A: 1\n\nx".getBytes(StandardCharsets.US_ASCII)))) {
            assertThatThrownBy(reader::event).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(reader::header).isInstanceOf(IllegalStateException.class);
            reader.next();
            assertThat(reader.header().first("a").orElseThrow().value()).isEqualTo("1");
            assertThatThrownBy(reader::end).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(reader::body).isInstanceOf(IllegalStateException.class);
            assertThat(reader.next()).isEqualTo(MessageReader.Event.END);
            assertThat(reader.next()).isEqualTo(MessageReader.Event.DONE);
            assertThat(reader.next()).isEqualTo(MessageReader.Event.DONE);
        }
    }

    @Test
    void aSourceThatFailsOrChangesIsTold() throws IOException {
        Source broken = Source.of(() -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("no disk");
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                throw new IOException("no disk");
            }
        });
        try (MessageReader reader = MessageReader.of(broken)) {
            assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessage("no disk");
        }
    }
}
