package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFilesTest {
    private static final String CAT = "begin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\n";

    private static Part text(String text) {
        return text(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Part text(byte[] octets) {
        return Part.of(Header.empty(), Content.of(Source.of(octets), ContentType.PLAIN, TransferEncoding.EIGHT_BIT));
    }

    /** All that was found, in a row. */
    static byte[] contents(TextFiles found) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Part part : found.parts()) {
            all.writeBytes(part.content().orElseThrow().bytes());
        }
        for (YencPiece piece : found.pieces()) {
            all.writeBytes(OctetSource.bytes(OctetSource.octets(piece.octets())));
        }
        all.writeBytes(found.findings().toString().getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    private static String content(Part part) {
        return new String(part.content().orElseThrow().bytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void uuencodedFilesAndTheTextsAroundThemBecomeParts() {
        TextFiles found = TextFiles.in(text("before\r\n" + CAT + "\r\nbetween\r\n" + CAT + "behind"));
        assertThat(found.findings()).isEmpty();
        assertThat(found.parts())
                .extracting(TextFilesTest::content)
                .containsExactly("before\r\n", "Cat", "\r\nbetween\r\n", "Cat", "behind");
        assertThat(found.files()).hasSize(2);
        assertThat(found.files().get(0).fileName()).contains("cat.txt");
        assertThat(found.files().get(0).disposition().orElseThrow().isAttachment())
                .isTrue();
    }

    @Test
    void aTextThatOnlySpeaksOfBeginningHasNoFiles() {
        String text = "begin 644 people came\r\nand went\r\nbegin 644 again\r\nend\r\nbegin\r\n=ybegin or not\r\n";
        TextFiles found = TextFiles.in(text(text));
        assertThat(found.parts()).isEmpty();
        assertThat(found.findings()).isEmpty();
    }

    @Test
    void aFileWithoutEndEndsBeforeTheTextThatFollows() {
        TextFiles found = TextFiles.in(text("begin 644 cat.txt\r\n#0V%T\r\nGood bye\r\n"));
        assertThat(found.parts()).extracting(TextFilesTest::content).containsExactly("Cat", "Good bye\r\n");
        assertThat(found.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.DAMAGED_UUENCODE);
        TextFiles cut = TextFiles.in(text("begin 644 cat.txt\r\n#0V%T"));
        assertThat(cut.files()).extracting(TextFilesTest::content).containsExactly("Cat");
        assertThat(cut.findings()).hasSize(1);
    }

    @Test
    void blanksThatATransportCutAreFilledUpAndTold() {
        TextFiles found = TextFiles.in(text("begin 644 zeros\r\n#0V%T\r\n#\r\n`\r\nend\r\n"));
        assertThat(found.files()).extracting(TextFilesTest::content).containsExactly("Cat\0\0\0");
        assertThat(found.findings()).hasSize(1);
    }

    @Test
    void aWholeFileInYencIsCheckedAndDecoded() {
        byte[] octets = new byte[1000];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) i;
        }
        byte[] packed = YencWriter.whole("every octet.bin", octets);
        TextFiles found = TextFiles.in(text(packed));
        assertThat(found.findings()).isEmpty();
        Part file = found.files().get(0);
        assertThat(file.fileName()).contains("every octet.bin");
        assertThat(file.content().orElseThrow().bytes()).isEqualTo(octets);

        packed[300] ^= 1;
        TextFiles damaged = TextFiles.in(text(packed));
        assertThat(damaged.files()).hasSize(1);
        assertThat(damaged.findings())
                .singleElement()
                .isEqualTo(new Finding(Finding.Kind.DAMAGED_YENC, 0, "wrong CRC"));
        TextFiles cut = TextFiles.in(text(Arrays.copyOf(packed, 500)));
        assertThat(cut.files()).hasSize(1);
        assertThat(cut.findings())
                .extracting(Finding::detail)
                .singleElement()
                .asString()
                .contains("no last line");
    }

    private static List<YencPiece> pieces(byte[] octets) {
        List<YencPiece> pieces = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int from = i * 100;
            byte[] piece = YencWriter.piece("a.bin", octets, i + 1, 3, from, Math.min(octets.length, from + 100));
            TextFiles found = TextFiles.in(text(piece));
            assertThat(found.findings()).isEmpty();
            assertThat(found.files()).isEmpty();
            pieces.addAll(found.pieces());
        }
        return pieces;
    }

    @Test
    void piecesInYencAreJoinedInAnyOrderAndOnlyIfAllAreThere() {
        byte[] octets = "0123456789abcdefghijklmno".repeat(10).getBytes(StandardCharsets.US_ASCII);
        List<YencPiece> all = pieces(octets);
        Part joined = YencPiece.join(List.of(all.get(2), all.get(0), all.get(1)));
        assertThat(joined.fileName()).contains("a.bin");
        assertThat(joined.content().orElseThrow().bytes()).isEqualTo(octets);

        refuses("piece 2 is missing", List.of(all.get(0), all.get(2)));
        refuses("piece 3 is missing", List.of(all.get(0), all.get(1)));
        refuses("piece 1 is there twice", List.of(all.get(0), all.get(0), all.get(1), all.get(2)));
        refuses("no pieces", List.of());
        byte[] other = octets.clone();
        other[5] = 'x';
        List<YencPiece> others = pieces(other);
        refuses("another checksum", List.of(others.get(0), all.get(1), all.get(2)));
        YencPiece stranger = new YencPiece("b.bin", 2, 3, octets.length, 100, 100, -1, Source.of(new byte[100]));
        refuses("several files", List.of(all.get(0), stranger, all.get(2)));
        YencPiece moved = new YencPiece("a.bin", 2, 3, octets.length, 90, 100, -1, Source.of(new byte[100]));
        refuses("starts at 90 instead of 100", List.of(all.get(0), moved, all.get(2)));
    }

    private static void refuses(String why, List<YencPiece> pieces) {
        assertThatThrownBy(() -> YencPiece.join(pieces))
                .isInstanceOf(MimeException.class)
                .hasMessageContaining(why);
    }

    @Test
    void moreFilesThanTheLimitStayText() throws Exception {
        byte[] message = ("\r\n" + CAT.repeat(5)).getBytes(StandardCharsets.US_ASCII);
        ParseOptions options = ParseOptions.lenient().limits(Limits.standard().parts(2));
        TextFiles found =
                TextFiles.in(Message.parse(Source.of(message), options).root());
        assertThat(found.files()).hasSize(2);
        assertThat(found.parts()).hasSize(3);
        assertThat(found.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.PARTS_LIMIT);
    }

    @Test
    void theViewOfAttachmentsLooksIntoTextAndWinmailDatOnlyWhenAsked() {
        byte[] tnef = new TnefWriter().file("inside.txt", new byte[1]).octets();
        Message message = Message.parse(Message.compose()
                .from("ada@example.org")
                .text("see\r\n" + CAT)
                .attach("winmail.dat", ContentType.of("application", "ms-tnef"), Source.of(tnef))
                .attach("plain.txt", new byte[1])
                .build()
                .toBytes());
        assertThat(names(message.attachments())).containsExactly("winmail.dat", "plain.txt");
        assertThat(names(message.attachments(Packed.TNEF))).containsExactly("inside.txt", "plain.txt");
        assertThat(names(message.attachments(Packed.TEXT))).containsExactly("cat.txt", "winmail.dat", "plain.txt");
        assertThat(names(message.attachments(Packed.values()))).containsExactly("cat.txt", "inside.txt", "plain.txt");
    }

    private static List<String> names(List<Part> parts) {
        return parts.stream().map(part -> part.fileName().orElse("")).toList();
    }

    @Test
    void uuencodeAsATransferEncodingIsDecodedAndItsDamageFound() {
        String header = "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\n";
        Message whole = Message.parse((header + CAT).getBytes(StandardCharsets.US_ASCII));
        assertThat(whole.findings()).isEmpty();
        assertThat(content(whole.root())).isEqualTo("Cat");
        assertThat(whole.root().content().orElseThrow().encoding()).isEqualTo(TransferEncoding.UUENCODE);

        Message bare = Message.parse((header + "#0V%T\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(content(bare.root())).isEqualTo("Cat");
        assertThat(bare.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.DAMAGED_UUENCODE));
    }

    @Test
    void linesThatStandForMoreThanTheyHoldStayWithinTheLimit() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(
                "Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\n".getBytes(StandardCharsets.US_ASCII));
        bomb.writeBytes("_\n".repeat(1000).getBytes(StandardCharsets.US_ASCII));
        ParseOptions options = ParseOptions.lenient().limits(Limits.standard().memory(10_000));
        Content content = Message.parse(Source.of(bomb.toByteArray()), options)
                .root()
                .content()
                .orElseThrow();
        assertThatThrownBy(content::bytes)
                .isInstanceOf(dev.tegami.LimitExceeded.class)
                .hasMessageContaining("Limits.memory");
        assertThat(content.decoded().open().readAllBytes()).hasSize(63_000);
    }
}
