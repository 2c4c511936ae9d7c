package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * Shapes made to hurt. Each grows by ten and is read within the suite's patience: a quadratic step would take hours at
 * these sizes, a recursive one would overflow the stack.
 */
class HostileShapesTest {
    private static final ParseOptions WIDE = ParseOptions.lenient()
            .limits(Limits.standard()
                    .headerBytes(1 << 30)
                    .headerFields(10_000_000)
                    .nesting(20_000)
                    .parts(10_000_000));

    private static Message parse(String text) throws IOException {
        Message message = Message.parse(Source.of(text.getBytes(StandardCharsets.ISO_8859_1)), WIDE);
        message.findings();
        message.text();
        message.from();
        message.attachments();
        message.root().fileName();
        return message;
    }

    @Test
    void aHundredThousandParts() throws IOException {
        Message message =
                parse("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(100_000) + "--b--\n");
        assertThat(message.root().parts()).hasSize(100_000);
    }

    @Test
    void aMillionFields() throws IOException {
        Message message = parse("X: y\n".repeat(1_000_000) + "\n");
        assertThat(message.header().fields()).hasSize(1_000_000);
    }

    @Test
    void aMillionLinesThatAreNoFields() throws IOException {
        assertThat(parse("A: b\n" + "junk\nC: d\n".repeat(300_000) + "\n")
                        .header()
                        .fields())
                .hasSize(300_001);
    }

    @Test
    void aHundredThousandParameters() throws IOException {
        StringBuilder text = new StringBuilder("Content-Type: text/plain");
        for (int i = 0; i < 100_000; i++) {
            text.append(";\n a*").append(i).append("*=x").append(i % 10);
        }
        assertThat(parse(text + "\n\n").root().contentType().parameter("a").orElseThrow())
                .hasSize(200_000);
        StringBuilder names = new StringBuilder("Content-Disposition: attachment");
        for (int i = 0; i < 100_000; i++) {
            names.append("; n").append(i).append("=v");
        }
        assertThat(parse(names + "\n\n").root().disposition().orElseThrow().parameters())
                .hasSize(100_000);
    }

    @Test
    void tenThousandLevelsOfMultiparts() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        Message message = parse(text + "\nx\n");
        Part part = message.root();
        int depth = 0;
        while (!part.parts().isEmpty()) {
            part = part.parts().get(0);
            depth++;
        }
        assertThat(depth).isEqualTo(10_000);
        assertThat(Outline.tree(message)).isNotEmpty();
    }

    @Test
    void tenThousandLevelsOfOneBoundary() throws IOException {
        String level = "Content-Type: multipart/mixed; boundary=b\n\n--b\n";
        assertThat(parse(level.repeat(10_000)).root().parts()).isNotEmpty();
    }

    @Test
    void tenThousandMessagesInMessages() throws IOException {
        Message message = parse("Content-Type: message/rfc822\n\n".repeat(10_000) + "\nx");
        assertThat(message.root().body()).isInstanceOf(Embedded.class);
    }

    @Test
    void commentsQuotesAndWordsThatNeverEnd() throws IOException {
        int n = 300_000;
        for (String field :
                new String[] {"From", "Subject", "Date", "Content-Type", "Content-Disposition", "Message-ID"}) {
            for (String unit : new String[] {
                "(",
                "\"",
                "<",
                "\\",
                "=?utf-8?q?",
                "=?utf-8?q?a?= ",
                "=?a",
                "@",
                ",",
                ";",
                ":",
                "a@",
                "<a",
                "(a\\",
                ";a=\"",
                "[",
                " ",
                "\t"
            }) {
                parse(field + ": " + unit.repeat(n / unit.length()) + "\n\n");
                parse(field + ": text/plain; a=" + unit.repeat(n / unit.length()) + "\n\n");
            }
        }
    }

    @Test
    void bodiesFullOfAlmostDelimiters() throws IOException {
        String head = "Content-Type: multipart/mixed; boundary=" + "-".repeat(60) + "\n\n";
        parse(head + "-".repeat(3_000_000));
        parse(head + ("-".repeat(61) + "\n").repeat(50_000));
        parse(head + ("\n" + "-".repeat(61) + "x").repeat(50_000));
        parse("Content-Type: multipart/mixed; boundary=abcdefghijklmnopqrstuvwxyz\n\n"
                + "\n--abcdefghijklmnopqrstuvwxy".repeat(100_000));
        parse(head + "--" + "-".repeat(60) + " ".repeat(3_000_000));
    }

    @Test
    void limitsAreFindingsAndLoseNothing() {
        byte[] nested = "Content-Type: message/rfc822\n\n".repeat(200).getBytes(StandardCharsets.US_ASCII);
        Message message = Message.parse(nested);
        assertThat(message.findings()).extracting(Finding::kind).contains(Finding.Kind.NESTING_LIMIT);
        assertThat(message.toBytes()).isEqualTo(nested);
    }

    @Test
    void everyLimitHasItsFinding() throws IOException {
        Limits small = Limits.standard().headerBytes(60).headerFields(2).parts(2);
        String text = "A: 1\nB: 2\nC: 3\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n1\n--b\n\n2\n--b--\n";
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        Message fields = Message.parse(Source.of(octets), ParseOptions.lenient().limits(small));
        assertThat(fields.findings()).extracting(Finding::kind).contains(Finding.Kind.HEADER_FIELDS_LIMIT);
        assertThat(fields.toBytes()).isEqualTo(octets);
        Message parts = Message.parse(
                Source.of(octets),
                ParseOptions.lenient().limits(Limits.standard().parts(2)));
        assertThat(parts.findings()).extracting(Finding::kind).contains(Finding.Kind.PARTS_LIMIT);
        assertThat(parts.root().parts()).hasSize(1);
        Message bytes = Message.parse(
                Source.of(octets),
                ParseOptions.lenient().limits(Limits.standard().headerBytes(8)));
        assertThat(bytes.findings()).extracting(Finding::kind).contains(Finding.Kind.HEADER_BYTES_LIMIT);
        assertThat(bytes.toBytes()).isEqualTo(octets);
    }
}
