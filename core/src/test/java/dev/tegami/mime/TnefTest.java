package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tegami.LimitExceeded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TnefTest {
    /** The example of MS-OXRTFCP section 3.1.1: header, CRC and contents. */
    private static final String HELLO =
            "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3" + "2068656c090020627705b06c647d0a800fa0";

    private static byte[] hex(String digits) {
        byte[] octets = new byte[digits.length() / 2];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
        }
        return octets;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Tnef read(TnefWriter writer) throws IOException {
        return Tnef.read(Source.of(writer.octets()), Limits.standard());
    }

    private static List<String> names(Message message) {
        return message.attachments().stream()
                .map(part -> part.fileName().orElse(""))
                .toList();
    }

    @Test
    void anAttachedWinmailDatGivesItsMessage() throws IOException {
        byte[] stream = new TnefWriter()
                .message(new TnefWriter.List().text(0x0037, "Протокол").text(0x1000, "Grüße\r\n"))
                .attachment(new TnefWriter.List()
                        .text(0x3707, "a long name.txt")
                        .text(0x3704, "ALONGN~1.TXT")
                        .value(TnefWriter.OCTETS, 0x3701, ascii("content")))
                .octets();
        Message message = Message.compose()
                .from("ada@example.org")
                .text("see the attachment")
                .attach("winmail.dat", ContentType.of("application", "ms-tnef"), Source.of(stream))
                .build();
        Part part = Message.parse(message.toBytes()).attachments().get(0);
        assertThat(Tnef.isTnef(part)).isTrue();

        Tnef tnef = Tnef.read(part);

        assertThat(tnef.findings()).isEmpty();
        assertThat(tnef.message().subject()).contains("Протокол");
        assertThat(tnef.message().text()).contains("Grüße\r\n");
        assertThat(names(tnef.message())).containsExactly("a long name.txt");
        Part file = tnef.message().attachments().get(0);
        assertThat(file.contentType()).hasToString("text/plain");
        assertThat(file.content().orElseThrow().bytes()).isEqualTo(ascii("content"));
        Message again = Message.parse(tnef.message().toBytes());
        assertThat(again.findings()).isEmpty();
        assertThat(names(again)).containsExactly("a long name.txt");
    }

    @Test
    void whatOnlyOldAttributesSayIsReadAsWell() throws IOException {
        byte[] from = {4, 0, 28, 0, 4, 0, 21, 0, 'A', 'd', 'a', 0};
        byte[] author = Arrays.copyOf(from, 8 + 4 + 21);
        System.arraycopy(ascii("SMTP:ada@example.org\0"), 0, author, 12, 21);
        byte[] date = {(byte) 0xD3, 7, 5, 0, 23, 0, 17, 0, 26, 0, 17, 0, 5, 0};
        Tnef tnef = read(new TnefWriter()
                .attribute(1, 0x00069007, new byte[] {(byte) 0xE3, 4, 0, 0, 0, 0, 0, 0})
                .attribute(1, 0x00018004, "Привет\0".getBytes("windows-1251"))
                .attribute(1, 0x00008000, author)
                .attribute(1, 0x00038005, date)
                .attribute(1, 0x0002800C, "текст\0".getBytes("windows-1251"))
                .file("OLD.TXT", ascii("old")));
        Message message = tnef.message();
        assertThat(tnef.findings()).isEmpty();
        assertThat(message.subject()).contains("Привет");
        assertThat(message.text()).contains("текст");
        assertThat(message.from()).hasToString("[Ada <ada@example.org>]");
        assertThat(message.date().orElseThrow()).isEqualTo("2003-05-23T17:26:17Z");
        assertThat(names(message)).containsExactly("OLD.TXT");
    }

    @Test
    void theExampleOfCompressedRtfIsUnpacked() throws IOException {
        Tnef tnef = read(new TnefWriter().message(new TnefWriter.List().value(TnefWriter.OCTETS, 0x1009, hex(HELLO))));
        assertThat(tnef.findings()).isEmpty();
        Part rtf = tnef.message().root();
        assertThat(rtf.contentType().is("text/rtf")).isTrue();
        assertThat(rtf.content().orElseThrow().text()).isEqualTo("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    }

    @Test
    void rtfWithAWrongChecksumIsUnpackedAndTold() throws IOException {
        byte[] wrong = hex(HELLO);
        wrong[12]++;
        Tnef tnef = read(new TnefWriter().message(new TnefWriter.List().value(TnefWriter.OCTETS, 0x1009, wrong)));
        assertThat(tnef.findings())
                .extracting(Finding::kind, Finding::detail)
                .containsExactly(tuple(Finding.Kind.DAMAGED_RTF, "wrong CRC of compressed RTF"));
        assertThat(tnef.message().root().content().orElseThrow().text()).contains("hello world");
    }

    @Test
    void rtfThatWouldGrowBeyondTheLimitStopsThere() throws IOException {
        byte[] contents = new byte[9001];
        for (int at = 0; at < contents.length; at += 17) {
            contents[at] = (byte) 0xFF;
            for (int i = at + 1; i + 1 < Math.min(at + 17, contents.length); i += 2) {
                contents[i + 1] = 0x0F;
            }
        }
        TnefWriter header = new TnefWriter();
        byte[] rtf = new byte[16 + contents.length];
        System.arraycopy(hex("39230000ffffff7f4c5a467500000000"), 0, rtf, 0, 16);
        System.arraycopy(contents, 0, rtf, 16, contents.length);
        header.message(new TnefWriter.List().value(TnefWriter.OCTETS, 0x1009, rtf));
        Tnef tnef = Tnef.read(Source.of(header.octets()), Limits.standard().memory(20_000));
        assertThat(tnef.findings()).extracting(Finding::kind).contains(Finding.Kind.DECODED_LIMIT);
        assertThat(tnef.message().root().content().orElseThrow().bytes()).hasSize(20_000);
    }

    @Test
    void anAttachedMessageIsAMessageUpToTheLimitOfNesting() throws IOException {
        byte[] inner = new TnefWriter().file("inner.bin", new byte[3]).octets();
        for (int i = 0; i < 3; i++) {
            byte[] object = new byte[16 + inner.length];
            System.arraycopy(inner, 0, object, 16, inner.length);
            inner = new TnefWriter()
                    .attachment(
                            new TnefWriter.List().text(0x3001, "level " + i).value(TnefWriter.OBJECT, 0x3701, object))
                    .octets();
        }
        Part root = Tnef.read(Source.of(inner), Limits.standard()).message().root();
        assertThat(root.fileName()).contains("level 2");
        Message second = ((Embedded) root.body()).message();
        Message third = ((Embedded) second.root().body()).message();
        assertThat(names(((Embedded) third.root().body()).message())).containsExactly("inner.bin");

        Tnef shallow = Tnef.read(Source.of(inner), Limits.standard().nesting(2));
        assertThat(shallow.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.NESTING_LIMIT);
        Message kept = ((Embedded) shallow.message().root().body()).message();
        assertThat(kept.root().body()).isInstanceOf(Content.class);
    }

    @Test
    void damageIsToldAndSteppedOver() throws IOException {
        byte[] whole = new TnefWriter()
                .attribute(1, 0x00018004, ascii("subject\0"), 1)
                .file("a.txt", ascii("0123456789"))
                .octets();
        Tnef wrong = Tnef.read(Source.of(whole), Limits.standard());
        assertThat(wrong.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.DAMAGED_TNEF);
        assertThat(wrong.findings().get(0).offset()).isEqualTo(6);
        assertThat(wrong.message().subject()).contains("subject");

        Tnef cut = Tnef.read(Source.of(Arrays.copyOf(whole, whole.length - 7)), Limits.standard());
        assertThat(cut.findings()).hasSize(2);
        assertThat(cut.message().attachments().get(0).content().orElseThrow().bytes())
                .isEqualTo(ascii("01234"));

        Tnef none = Tnef.read(Source.of(ascii("no TNEF at all")), Limits.standard());
        assertThat(none.findings()).extracting(Finding::detail).containsExactly("no TNEF signature");
        assertThat(none.message().attachments()).isEmpty();
    }

    @Test
    void namesAndIdsOfHostileStreamsDoNoHarm() throws IOException {
        Tnef tnef = read(new TnefWriter()
                .message(new TnefWriter.List()
                        .named("x", 1)
                        .text(0x0037, "a\r\nBcc: eve@example.org")
                        .text(0x1013, "<img src='cid:x'>")
                        .text(0x1035, "<a@b>\r\nX: y"))
                .attachment(new TnefWriter.List()
                        .text(0x3707, "../a\r\nb\uD800.png")
                        .text(0x370E, "multipart/mixed\r\nX: y")
                        .text(0x3712, "x\r\n")
                        .value(TnefWriter.OCTETS, 0x3701, new byte[1])));
        Message message = Message.parse(tnef.message().toBytes());
        assertThat(message.findings()).isEmpty();
        assertThat(message.bcc()).isEmpty();
        assertThat(message.subject()).contains("a  Bcc: eve@example.org");
        Part picture = message.inline("x").orElseThrow();
        assertThat(picture.fileName()).contains("../a  b\uFFFD.png");
        assertThat(picture.contentType()).isEqualTo(ContentType.OCTETS);
    }

    @Test
    void declaredCountsAndLengthsAllocateNothing() throws IOException {
        byte[] list = {-1, -1, -1, 127, 2, 1, 1, 16, -1, -1, -1, 127, -1, -1, -1, 127};
        Tnef tnef = read(new TnefWriter().attribute(1, 0x00069003, list).attribute(1, 0x00069004, list));
        assertThat(tnef.findings()).isNotEmpty();
    }

    @Test
    void moreAttachmentsThanTheLimitAreLeftOut() throws IOException {
        TnefWriter writer = new TnefWriter();
        for (int i = 0; i < 5; i++) {
            writer.file(i + ".txt", new byte[1]);
        }
        Tnef tnef = Tnef.read(Source.of(writer.octets()), Limits.standard().parts(3));
        assertThat(names(tnef.message())).containsExactly("0.txt", "1.txt", "2.txt");
        assertThat(tnef.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.PARTS_LIMIT);
    }

    @Test
    void aStreamLongerThanTheLimitIsRefusedByName() {
        Source long1 = Source.of(new byte[101]);
        assertThatThrownBy(() -> Tnef.read(long1, Limits.standard().memory(100)))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("Limits.memory");
    }
}
