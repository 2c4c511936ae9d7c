package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every message of every corpus is read, and written back as it was, whatever its line ends and however it arrives. */
class CorpusIdentityTest {
    @Test
    void parseThenWriteIsTheIdentityOnEveryMessage() throws Exception {
        List<String> different = new ArrayList<>();
        List<Path> files = Corpora.messages();
        for (Path file : files) {
            byte[] octets = Corpora.read(file);
            for (byte[] variant : List.of(octets, Variants.lf(octets), Variants.crlf(octets), Variants.mixed(octets))) {
                if (!Arrays.equals(rebuilt(Message.parse(variant)), variant)) {
                    different.add(file.toString());
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(files).hasSizeGreaterThan(500);
    }

    @Test
    void aFileAndAStreamOfSingleOctetsGiveTheSameTreeAsAnArray() throws Exception {
        List<String> different = new ArrayList<>();
        for (Path file : Corpora.messages()) {
            byte[] octets = Corpora.read(file);
            String expected = Outline.json(Message.parse(octets));
            Message byFile = Message.parse(file);
            Message byOctet = Message.parse(Source.of(() -> Variants.oneByOne(octets)));
            if (!Outline.json(byFile).equals(expected) || !Outline.json(byOctet).equals(expected)) {
                different.add(file.toString());
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void everyViewOfEveryMessageCanBeRead() {
        for (Path file : Corpora.messages()) {
            Message message = Message.parse(Corpora.read(file));
            message.text();
            message.html();
            message.attachments();
            message.findings();
            message.from();
            message.date();
            decode(message.root());
        }
    }

    private static void decode(Part part) {
        part.header().fields().forEach(Field::value);
        part.content().ifPresent(Content::bytes);
        part.parts().forEach(CorpusIdentityTest::decode);
        if (part.body() instanceof Embedded embedded) {
            decode(embedded.message().root());
        }
    }

    /** Writes piece by piece what the tree holds, instead of the whole that was kept. */
    static byte[] rebuilt(Message message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TreeWriter.write(message.root(), out);
        return out.toByteArray();
    }

    static InputStream stream(byte[] octets) {
        return new ByteArrayInputStream(octets);
    }
}
