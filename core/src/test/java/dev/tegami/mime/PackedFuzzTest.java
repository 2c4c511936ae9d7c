package dev.tegami.mime;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The formats that stand in messages beside MIME, on octets nobody thought of. */
class PackedFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void anyOctetsAreReadAsTnefAndWhatIsInsideIsAMessage(byte[] octets) throws IOException {
        if (octets == null) {
            return;
        }
        byte[] stream = octets.clone();
        byte[] signature = {0x78, (byte) 0x9F, 0x3E, 0x22};
        System.arraycopy(signature, 0, stream, 0, Math.min(4, stream.length));
        isAMessage(Tnef.read(Source.of(stream), Limits.standard()).message());
    }

    @FuzzTest(maxDuration = "10m")
    void anyOctetsAreReadAsCompressedRtf(byte[] octets) throws IOException {
        if (octets == null) {
            return;
        }
        TnefWriter.List list = new TnefWriter.List().value(TnefWriter.OCTETS, 0x1009, octets);
        Tnef tnef = Tnef.read(Source.of(new TnefWriter().message(list).octets()), Limits.standard());
        int length = tnef.message().root().content().orElseThrow().bytes().length;
        if (length > 9L * octets.length) {
            throw new AssertionError(length + " octets out of " + octets.length);
        }
        isAMessage(tnef.message());
    }

    @FuzzTest(maxDuration = "10m")
    void filesInAnyTextAreFoundAndNothingOfTheTextIsLost(byte[] octets) {
        if (octets == null) {
            return;
        }
        byte[] array = TextFilesTest.contents(TextFiles.in(TextFilesTest.text(octets)));
        Part slow = Part.of(
                Header.empty(),
                Content.of(Source.of(() -> Variants.oneByOne(octets)), ContentType.PLAIN, TransferEncoding.EIGHT_BIT));
        if (!Arrays.equals(array, TextFilesTest.contents(TextFiles.in(slow)))) {
            throw new AssertionError("other files from a stream");
        }
    }

    @FuzzTest(maxDuration = "10m")
    void uuencodeIsReadTheSameHoweverItArrives(byte[] octets) throws IOException {
        if (octets == null) {
            return;
        }
        byte[] decoded = GrammarFuzzTest.read(octets, TransferEncoding.UUENCODE).bytes();
        byte[] streamed = GrammarFuzzTest.read(octets, TransferEncoding.UUENCODE)
                .decoded()
                .open()
                .readAllBytes();
        if (!Arrays.equals(decoded, streamed)) {
            throw new AssertionError("another content by reading");
        }
        byte[] encoded = OctetSource.bytes(
                OctetSource.octets(Content.of(Source.of(octets), ContentType.OCTETS, TransferEncoding.UUENCODE)
                        .encoded()));
        if (!Arrays.equals(
                octets, GrammarFuzzTest.read(encoded, TransferEncoding.UUENCODE).bytes())) {
            throw new AssertionError("does not read back");
        }
    }

    @FuzzTest(maxDuration = "10m")
    void anyMessageInPiecesIsJoinedToTheSame(byte[] octets) {
        if (octets == null) {
            return;
        }
        Message message = Message.parse(octets);
        List<Message> pieces = new ArrayList<>();
        try {
            message = message.fitFor(TransferEncoding.SEVEN_BIT);
            for (Message piece : Partial.split(message, 600)) {
                pieces.add(Message.parse(piece.toBytes()));
            }
        } catch (MimeException refused) {
            return;
        }
        Collections.reverse(pieces);
        Message joined = pieces.size() == 1 ? pieces.get(0) : Partial.join(pieces);
        if (!Arrays.equals(body(message), body(joined))) {
            throw new AssertionError("another body");
        }
    }

    private static byte[] body(Message message) {
        return OctetSource.bytes(OctetSource.octets(message.root().rawBody()));
    }

    @FuzzTest(maxDuration = "10m")
    void anyMessageKeepsItsShapeAndItsFindingsBehindAMask(byte[] octets) {
        if (octets == null) {
            return;
        }
        Message message = Message.parse(octets);
        Message masked = message.with(Anonymiser.random());
        if (!AnonymiserTest.shape(masked).equals(AnonymiserTest.shape(message))) {
            throw new AssertionError("another shape");
        }
        if (!AnonymiserTest.findings(masked).equals(AnonymiserTest.findings(message))) {
            throw new AssertionError(masked.findings() + " instead of " + message.findings());
        }
    }

    /** What we made is read back with the same contents. */
    private static void isAMessage(Message made) {
        byte[] written = made.toBytes();
        Message read = Message.parse(written);
        if (!Outline.json(read).equals(Outline.json(Message.parse(read.toBytes())))) {
            throw new AssertionError("not written back");
        }
        same(made.root(), read.root());
    }

    private static void same(Part made, Part read) {
        if (made.parts().size() != read.parts().size()) {
            throw new AssertionError("another tree: " + read.raw());
        }
        for (int i = 0; i < made.parts().size(); i++) {
            same(made.parts().get(i), read.parts().get(i));
        }
        if (made.body() instanceof Content content
                && !Arrays.equals(content.bytes(), read.content().orElseThrow().bytes())) {
            throw new AssertionError("another content of " + made.header());
        }
        if (!made.fileName().equals(read.fileName())) {
            throw new AssertionError(read.fileName() + " instead of " + made.fileName());
        }
    }
}
