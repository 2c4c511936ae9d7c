package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A multipart or message states the widest encoding inside it (RFC 2045 section 6.4). */
class CompositeEncodingTest {
    private static final TransferEncoding[] TRANSPORTS = {
        TransferEncoding.SEVEN_BIT, TransferEncoding.EIGHT_BIT, TransferEncoding.BINARY
    };

    private static String ascii(Message message) {
        return new String(message.toBytes(), StandardCharsets.ISO_8859_1);
    }

    private static Message eightBit() {
        return Message.compose()
                .transport(TransferEncoding.EIGHT_BIT)
                .text("Grüße")
                .html("<p>Grüße")
                .build();
    }

    private static TransferEncoding stated(Part part) {
        return part.header()
                .first("Content-Transfer-Encoding")
                .flatMap(field -> TransferEncoding.of(field.value()))
                .orElse(TransferEncoding.SEVEN_BIT);
    }

    private static List<Part> composites(Message message) {
        List<Part> found = new ArrayList<>();
        Deque<Part> waiting = new ArrayDeque<>(List.of(message.root()));
        while (!waiting.isEmpty()) {
            Part part = waiting.pop();
            waiting.addAll(part.parts());
            if (part.body() instanceof Embedded) {
                waiting.add(((Embedded) part.body()).message().root());
            }
            if (part.content().isEmpty()) {
                found.add(part);
            }
        }
        return found;
    }

    @Provide
    Arbitrary<Message> letters() {
        Arbitrary<String> texts = Arbitraries.of("plain", "Grüße", "議事録\r\n".repeat(30), "x".repeat(1200));
        Arbitrary<TransferEncoding> transports = Arbitraries.of(TRANSPORTS);
        Arbitrary<byte[]> files = Arbitraries.of(new byte[] {0, 13, 10, 10, -1}, new byte[] {'\r', -2, 0});
        Arbitrary<Message> flat = Combinators.combine(
                        texts, texts, transports, files.list().ofMaxSize(2))
                .as((text, html, transport, attached) -> {
                    Draft draft = Message.compose()
                            .transport(transport)
                            .subject("Grüße")
                            .text(text)
                            .html(html);
                    attached.forEach(octets -> draft.attach("a.bin", octets));
                    return draft.build();
                });
        return Combinators.combine(flat, flat.list().ofMaxSize(2), transports).as((inner, more, transport) -> {
            Draft outer =
                    Message.compose().transport(transport).text("see below").attach(inner);
            more.forEach(outer::attach);
            return outer.attach(Message.compose().attach(inner).build()).build();
        });
    }

    @Property(tries = 200)
    void everyCompositeOfAMessageThatWasBuiltStatesWhatItsOctetsNeed(@ForAll("letters") Message message) {
        for (TransferEncoding transport : TRANSPORTS) {
            Message fit = Message.parse(message.fitFor(transport).toBytes());
            assertThat(fit.findings()).isEmpty();
            assertThat(fit.needs().fits(transport)).isTrue();
            for (Part part : composites(fit)) {
                assertThat(stated(part)).isEqualTo(Demands.of(OctetSource.octets(part.rawBody())));
            }
        }
    }

    @Property(tries = 100)
    void contentsAreTheSameForEveryTransport(@ForAll("letters") Message message) {
        for (TransferEncoding transport : TRANSPORTS) {
            Message fit = Message.parse(message.fitFor(transport).toBytes());
            assertThat(contents(fit.root())).isEqualTo(contents(message.root()));
        }
    }

    private static List<List<Byte>> contents(Part root) {
        List<List<Byte>> all = new ArrayList<>();
        if (root.content().isPresent()) {
            List<Byte> octets = new ArrayList<>();
            for (byte octet : root.content().get().bytes()) {
                octets.add(octet);
            }
            all.add(octets);
        }
        root.parts().forEach(part -> all.addAll(contents(part)));
        if (root.body() instanceof Embedded) {
            all.addAll(contents(((Embedded) root.body()).message().root()));
        }
        return all;
    }

    @Test
    void aMultipartAroundEightBitTextSaysSoAndNoLongerOnceItFitsSevenBit() {
        Message message = eightBit();
        assertThat(stated(message.root())).isEqualTo(TransferEncoding.EIGHT_BIT);
        assertThat(message.needs()).isEqualTo(TransferEncoding.EIGHT_BIT);
        Message seven = message.fitFor(TransferEncoding.SEVEN_BIT);
        assertThat(seven.header().first("Content-Transfer-Encoding")).isEmpty();
        assertThat(ascii(seven)).doesNotContain("8bit");
    }

    @Test
    void aMessageInsideCarriesItsWidthOutwards() {
        Message message = Message.compose().attach(eightBit()).build();
        assertThat(composites(message))
                .hasSize(3)
                .allSatisfy(part -> assertThat(stated(part)).isEqualTo(TransferEncoding.EIGHT_BIT));
    }

    @Test
    void aBinaryPartMakesItBinaryAndFittingForEightBitNarrowsIt() {
        Message message = Message.compose()
                .transport(TransferEncoding.BINARY)
                .text("ü")
                .attach("a", new byte[] {0, -1})
                .build();
        assertThat(stated(message.root())).isEqualTo(TransferEncoding.BINARY);
        Message fit = message.fitFor(TransferEncoding.EIGHT_BIT);
        assertThat(stated(fit.root())).isEqualTo(TransferEncoding.EIGHT_BIT);
        assertThat(fit.attachments().get(0).content().orElseThrow().encoding()).isEqualTo(TransferEncoding.BASE64);
    }

    @Test
    void aMessageWithUtf8FieldsInsideIsGlobal() {
        Message inner = Message.compose().utf8Header().subject("議事録").text("x").build();
        Message message = Message.compose().attach(inner).build();
        Part part = message.root().parts().get(0);
        assertThat(part.contentType().is("message/global")).isTrue();
        assertThat(stated(part)).isEqualTo(TransferEncoding.EIGHT_BIT);
        Message read = Message.parse(message.toBytes());
        Part again = read.root().parts().get(0);
        assertThat(((Embedded) again.body()).message().subject()).contains("議事録");
        assertThat(again.with(Embedded.of(inner)).contentType().is("message/global"))
                .isTrue();
    }

    @Test
    void aNarrowerEncodingIsRefusedAndSoIsAnEncodedMultipart() {
        Parts parts = (Parts) eightBit().root().body();
        for (String wrong : List.of("7bit", "base64", "quoted-printable")) {
            Header header = Header.of(
                    List.of(parts.contentType().field(), Field.structured("Content-Transfer-Encoding", wrong)));
            assertThatThrownBy(() -> Part.of(header, parts))
                    .isInstanceOf(MimeException.class)
                    .hasMessageContaining(wrong)
                    .hasMessageContaining("8bit");
        }
        Header wide = Header.of(
                List.of(parts.contentType().field(), Field.structured("Content-Transfer-Encoding", "binary")));
        assertThat(stated(Part.of(wide, parts))).isEqualTo(TransferEncoding.BINARY);
    }

    @Test
    void aSignedPartKeepsEveryOctet() {
        Part inner = eightBit().root();
        Part text = Part.of(
                Header.empty(), Content.of(Source.of(new byte[] {'x'}), ContentType.PLAIN, TransferEncoding.SEVEN_BIT));
        Part signed = Part.of(Header.empty(), Parts.of(ContentType.of("multipart", "signed"), List.of(inner, text)));
        assertThat(stated(signed)).isEqualTo(TransferEncoding.EIGHT_BIT);
        Message message = Message.compose()
                .transport(TransferEncoding.BINARY)
                .attach("a", new byte[] {0, -1})
                .attach(signed)
                .build();
        Message fit = message.fitFor(TransferEncoding.EIGHT_BIT);
        assertThat(ascii(fit)).contains(new String(read(signed.raw()), StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> message.fitFor(TransferEncoding.SEVEN_BIT)).isInstanceOf(MimeException.class);
    }

    private static byte[] read(Source source) {
        return OctetSource.bytes(OctetSource.octets(source));
    }

    @Test
    void editingALetterThatStatesTooLittleChangesNothingElse() {
        String raw = """
                Subject: x
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Transfer-Encoding: 8bit

                ü
                --b

                two
                --b--
                """;
        Message message = Message.parse(raw.getBytes(StandardCharsets.ISO_8859_1));
        Part two = message.root().parts().get(1);
        Part changed = two.with(Content.of(Source.of(new byte[] {'2'}), ContentType.PLAIN, TransferEncoding.SEVEN_BIT));
        assertThat(ascii(message.edit().subject("y").replace(two, changed).build()))
                .isEqualTo(raw.replace("two", "2").replace("Subject: x", "Subject: y\r"));
    }

    @Test
    void anEditThatWidensALetterSaysSo() {
        String raw = """
                Content-Type: multipart/mixed; boundary=b

                --b

                one
                --b--
                """;
        Message message = Message.parse(raw.getBytes(StandardCharsets.ISO_8859_1));
        Part one = message.root().parts().get(0);
        Part changed = one.with(Content.of(Source.of(new byte[] {-1}), ContentType.PLAIN, TransferEncoding.EIGHT_BIT));
        Message edited = message.edit().replace(one, changed).build();
        assertThat(stated(edited.root())).isEqualTo(TransferEncoding.EIGHT_BIT);
        assertThat(edited.subject()).isEmpty();
    }

    @Test
    void anAttachmentToALetterThatStatesTooLittleMendsIt() {
        String raw = """
                Content-Type: multipart/alternative; boundary=b
                Content-Transfer-Encoding: 7bit

                --b
                Content-Transfer-Encoding: 8bit

                ü
                --b--
                """;
        Message message = Message.parse(raw.getBytes(StandardCharsets.ISO_8859_1));
        Message edited = message.edit().attach("a", new byte[] {1}).build();
        assertThat(composites(edited))
                .hasSize(2)
                .allSatisfy(part -> assertThat(stated(part)).isEqualTo(TransferEncoding.EIGHT_BIT));
    }

    @Test
    void aReceivedMessageInBase64StaysAsItIs() {
        String raw = """
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: message/rfc822
                Content-Transfer-Encoding: base64

                U3ViamVjdDogw7wKCsO8Cg==
                --b
                Content-Transfer-Encoding: 8bit

                ü
                --b--
                """;
        Message message = Message.parse(raw.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        Message fit = message.fitFor(TransferEncoding.SEVEN_BIT);
        assertThat(ascii(fit)).contains("base64\r\n\r\nU3ViamVjdDogw7wKCsO8Cg==\r\n--b");
    }
}
