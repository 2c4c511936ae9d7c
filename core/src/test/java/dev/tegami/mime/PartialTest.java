package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PartialTest {
    private static final Message LETTER = Message.compose()
            .from("Ada <ada@example.org>")
            .to("bob@example.net")
            .cc("carol@example.net")
            .subject("Grüße")
            .text("a line of text\r\n".repeat(500))
            .attach("minutes.pdf", new byte[20_000])
            .build();

    private static Message piece(String type, String body) {
        String text =
                "From: ada@example.org\r\nSubject: piece\r\nContent-Type: message/partial; " + type + "\r\n\r\n" + body;
        return Message.parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theExampleOfTheRfcIsJoined() {
        Message first = piece(
                "id=\"ABC@host.com\"; number=1; total=2",
                lines("X-Weird-Header-1: Bar", "Message-ID: <anotherid@foo.com>", "Subject: Audio mail")
                        + lines("MIME-Version: 1.0", "Content-type: audio/basic", "", "first half"));
        Message second = piece("id=\"ABC@host.com\"; number=2; total=2", "second half\r\n");
        Message whole = Partial.join(List.of(second, first));
        assertThat(new String(whole.toBytes(), StandardCharsets.US_ASCII))
                .isEqualTo(lines("From: ada@example.org", "Message-ID: <anotherid@foo.com>", "Subject: Audio mail")
                        + lines("MIME-Version: 1.0", "Content-type: audio/basic", "", "first half", "second half"));
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    @Test
    void piecesFitTheirSizeGoToTheSamePeopleAndJoinToTheSameMessage() {
        List<Message> pieces = Partial.split(LETTER, 5000);
        assertThat(pieces).hasSizeGreaterThan(5).allSatisfy(piece -> {
            assertThat(piece.size()).isLessThanOrEqualTo(5000);
            assertThat(piece.to()).isEqualTo(LETTER.to());
            assertThat(piece.cc()).isEqualTo(LETTER.cc());
            assertThat(piece.date()).isEqualTo(LETTER.date());
            assertThat(piece.needs()).isEqualTo(TransferEncoding.SEVEN_BIT);
            assertThat(Message.parse(piece.toBytes()).findings()).isEmpty();
        });
        assertThat(pieces).extracting(piece -> piece.messageId().orElseThrow()).doesNotHaveDuplicates();
        assertThat(pieces.get(1).subject()).contains("Grüße (2/" + pieces.size() + ")");
        Partial second = Partial.of(pieces.get(1)).orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.total()).isEqualTo(OptionalInt.of(pieces.size()));
        same(LETTER, pieces);
    }

    private static void same(Message original, List<Message> pieces) {
        List<Message> shuffled = new ArrayList<>();
        pieces.forEach(piece -> shuffled.add(Message.parse(piece.toBytes())));
        Collections.reverse(shuffled);
        Message joined = Partial.join(shuffled);
        assertThat(OctetSource.bytes(OctetSource.octets(joined.root().rawBody())))
                .isEqualTo(OctetSource.bytes(OctetSource.octets(original.root().rawBody())));
        assertThat(joined.header().fields())
                .containsExactlyInAnyOrderElementsOf(original.header().fields());
    }

    @Test
    void aMessageThatFitsIsNotSplit() {
        assertThat(Partial.split(LETTER, 1 << 20)).containsExactly(LETTER);
    }

    @Test
    void whatIsNotSevenBitIsEncodedFirst() {
        Message wide = Message.parse(("From: ada@example.org\r\nSubject: s\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                        + "Grüße\r\n".repeat(500))
                .getBytes(StandardCharsets.UTF_8));
        Message joined = Partial.join(Partial.split(wide, 1000));
        assertThat(joined.needs()).isEqualTo(TransferEncoding.SEVEN_BIT);
        assertThat(joined.text()).isEqualTo(wide.text());
    }

    @Test
    void aSizeThatIsTooSmallIsRefused() {
        assertThatThrownBy(() -> Partial.split(LETTER, 300))
                .isInstanceOf(MimeException.class)
                .hasMessageContaining("too few for a line");
        assertThatThrownBy(() -> Partial.split(LETTER, 1)).isInstanceOf(MimeException.class);
    }

    @Test
    void whatIsMissingTwiceThereOrStrangeIsNamed() {
        List<Message> all = Partial.split(LETTER, 5000);
        refuses("no pieces", List.of());
        refuses("pieces are missing: [2]", without(all, 1));
        refuses("pieces are missing: [" + all.size() + "]", without(all, all.size() - 1));
        List<Message> twice = new ArrayList<>(all);
        twice.add(all.get(3));
        refuses("piece 4 is there twice", twice);
        List<Message> mixed = new ArrayList<>(all);
        mixed.set(2, Partial.split(LETTER, 5000).get(2));
        refuses("several messages", mixed);
        refuses("not a piece of a message: multipart/mixed", List.of(LETTER));
        refuses("says how many", List.of(piece("id=a; number=1", "x")));
        refuses(
                "piece 2 is of 3, another of 2",
                List.of(piece("id=a; number=1; total=2", "x"), piece("id=a; number=2; total=3", "x")));
        refuses("piece 5 of 2", List.of(piece("id=a; number=1; total=2", "x"), piece("id=a; number=5", "x")));
        refuses(
                "999999997 of 999999999 pieces are missing",
                List.of(piece("id=a; number=1; total=999999999", "x"), piece("id=a; number=999999998", "x")));
    }

    private static List<Message> without(List<Message> all, int index) {
        List<Message> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    private static void refuses(String why, List<Message> pieces) {
        assertThatThrownBy(() -> Partial.join(pieces))
                .isInstanceOf(MimeException.class)
                .hasMessageContaining(why);
    }

    @Test
    void numbersThatAreNoneMakeNoPiece() {
        assertThat(Partial.of(piece("id=a; number=invalid; total=5", "x"))).isEmpty();
        assertThat(Partial.of(piece("id=a; number=0", "x"))).isEmpty();
        assertThat(Partial.of(piece("number=1", "x"))).isEmpty();
        assertThat(Partial.of(piece("id=a; number=12345678901", "x"))).isEmpty();
        assertThat(Partial.of(piece("id=a; number=1; total=invalid", "x"))
                        .orElseThrow()
                        .total())
                .isEmpty();
    }

    @Test
    void aHeaderInPiecesIsReadAllTheSame() {
        Message joined = Partial.join(
                List.of(piece("id=a; number=1; total=2", "Subject: in"), piece("id=a; number=2", "side\r\n\r\ntext")));
        assertThat(joined.subject()).contains("inside");
        assertThat(joined.text()).contains("text");
    }
}
