package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.testkit.Trees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Formats beside MIME: what was packed is unpacked, and no damage makes an exception. */
class PackedProperties {
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abc XYZ.-_()äß議")
                .ofMinLength(1)
                .ofMaxLength(60)
                .map(name -> "f" + name.trim());
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return names().list().ofMaxSize(5);
    }

    @Property(tries = 200)
    void filesAndTextsInTnefAreReadAsTheyWere(
            @ForAll("lists") List<String> names, @ForAll byte[] data, @ForAll("names") String subject)
            throws IOException {
        TnefWriter writer = new TnefWriter()
                .message(new TnefWriter.List().text(0x0037, subject).text(0x1000, subject));
        for (String name : names) {
            writer.attachment(new TnefWriter.List().text(0x3707, name).value(TnefWriter.OCTETS, 0x3701, data));
        }
        Tnef tnef = Tnef.read(Source.of(writer.octets()), Limits.standard());
        assertThat(tnef.findings()).isEmpty();
        Message message = Message.parse(tnef.message().toBytes());
        assertThat(message.subject()).contains(subject);
        assertThat(message.text()).contains(subject);
        List<Part> files = message.root().parts().stream()
                .filter(part -> part.disposition().isPresent())
                .toList();
        assertThat(files).extracting(part -> part.fileName().orElse("")).isEqualTo(names);
        assertThat(files)
                .allMatch(
                        part -> Arrays.equals(data, part.content().orElseThrow().bytes()));
    }

    @Property(tries = 500)
    void damagedTnefIsReadAllTheSame(
            @ForAll @IntRange(max = 5000) int place, @ForAll byte octet, @ForAll @IntRange(max = 5000) int length)
            throws IOException {
        byte[] stream = new TnefWriter()
                .message(new TnefWriter.List()
                        .text(0x0037, "subject")
                        .named("name", 3)
                        .number(0x3FDE, 65001))
                .file("a.txt", new byte[40])
                .attachment(new TnefWriter.List().text(0x3707, "b").value(TnefWriter.OBJECT, 0x3701, new byte[30]))
                .octets();
        stream[place % stream.length] = octet;
        byte[] cut = Arrays.copyOf(stream, Math.max(1, stream.length - length % stream.length));
        Tnef tnef = Tnef.read(Source.of(cut), Limits.standard());
        assertThat(Message.parse(tnef.message().toBytes()).root().header()).isNotNull();
    }

    @Property(tries = 200)
    void filesInTextAreReadAsTheyWere(@ForAll byte[] octets, @ForAll boolean isYenc, @ForAll boolean isLf) {
        Content uu = Content.of(Source.of(octets), ContentType.OCTETS, TransferEncoding.UUENCODE);
        byte[] file =
                isYenc ? YencWriter.whole("a b.bin", octets) : OctetSource.bytes(OctetSource.octets(uu.encoded()));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("before\r\n".getBytes(StandardCharsets.US_ASCII));
        text.writeBytes(isLf ? Variants.lf(file) : file);
        text.writeBytes("behind\r\n".getBytes(StandardCharsets.US_ASCII));
        TextFiles found = TextFiles.in(TextFilesTest.text(text.toByteArray()));
        assertThat(found.findings()).isEmpty();
        assertThat(found.parts()).hasSize(3);
        assertThat(found.files().get(0).content().orElseThrow().bytes()).isEqualTo(octets);
    }

    @Property(tries = 200)
    void piecesInYencAreJoinedWhateverTheirOrder(
            @ForAll @Size(min = 1) byte[] octets,
            @ForAll @IntRange(min = 1, max = 9) int total,
            @ForAll Random random) {
        int each = (octets.length + total - 1) / total;
        List<YencPiece> pieces = new ArrayList<>();
        int count = (octets.length + each - 1) / each;
        for (int i = 0; i < count; i++) {
            int to = Math.min(octets.length, (i + 1) * each);
            byte[] text = YencWriter.piece("议.bin", octets, i + 1, count, i * each, to);
            pieces.addAll(TextFiles.in(TextFilesTest.text(text)).pieces());
        }
        Collections.shuffle(pieces, random);
        assertThat(YencPiece.join(pieces).content().orElseThrow().bytes()).isEqualTo(octets);
    }

    @Property(tries = 100)
    void aMessageInPiecesIsJoinedToTheSame(
            @ForAll("lists") List<String> lines,
            @ForAll byte[] data,
            @ForAll @IntRange(min = 1600, max = 4000) int size,
            @ForAll Random random) {
        Message message = Message.compose()
                .from("ada@example.org")
                .subject(String.join(" ", lines))
                .text((String.join("\r\n", lines) + "\r\n").repeat(40))
                .attach("data.bin", data)
                .attach("zeros.bin", new byte[3000])
                .build();
        List<Message> pieces = new ArrayList<>();
        for (Message piece : Partial.split(message, size)) {
            assertThat(piece.size()).isLessThanOrEqualTo(size);
            pieces.add(Message.parse(piece.toBytes()));
        }
        Collections.shuffle(pieces, random);
        Message joined = pieces.size() == 1 ? pieces.get(0) : Partial.join(pieces);
        assertThat(OctetSource.bytes(OctetSource.octets(joined.root().rawBody())))
                .isEqualTo(OctetSource.bytes(OctetSource.octets(message.root().rawBody())));
        assertThat(joined.header().fields())
                .containsExactlyInAnyOrderElementsOf(message.header().fields());
    }

    @Property(tries = 300)
    void aMaskedMessageKeepsItsShapeAndItsFindings(
            @ForAll long seed, @ForAll @IntRange(max = 100_000) int place, @ForAll byte octet) {
        byte[] octets = new Trees(seed).message().toBytes();
        octets[place % octets.length] = octet;
        Message message = Message.parse(octets);
        Message masked = message.with(Anonymiser.random());
        assertThat(masked.size()).isEqualTo(message.size());
        assertThat(AnonymiserTest.shape(masked)).isEqualTo(AnonymiserTest.shape(message));
        assertThat(AnonymiserTest.findings(masked)).isEqualTo(AnonymiserTest.findings(message));
    }
}
