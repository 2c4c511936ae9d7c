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

    /** Not those with a CR that ends no line: it would end one in another dress. */
    @Test
    void lineEndsChangeNeitherTheTreeNorTheContent() {
        List<String> different = new ArrayList<>();
        int compared = 0;
        for (Path file : Corpora.messages()) {
            byte[] octets = Corpora.read(file);
            if (Arrays.equals(Variants.lf(Variants.crlf(octets)), Variants.lf(octets)) && !hasBareCr(octets)) {
                compared++;
                String expected = tree(Message.parse(Variants.lf(octets)));
                if (!tree(Message.parse(Variants.crlf(octets))).equals(expected)
                        || !tree(Message.parse(Variants.mixed(octets))).equals(expected)) {
                    different.add(file.toString());
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(500);
    }

    private static boolean hasBareCr(byte[] octets) {
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '\r' && (i + 1 == octets.length || octets[i + 1] != '\n')) {
                return true;
            }
        }
        return false;
    }

    /** All that must not depend on line ends: types, names, values of fields, texts. */
    private static String tree(Message message) {
        StringBuilder all = new StringBuilder();
        tree(message.root(), all);
        return all.toString();
    }

    private static void tree(Part part, StringBuilder all) {
        all.append('(').append(part.contentType());
        part.header()
                .fields()
                .forEach(field -> all.append('\n').append(field.name()).append(field.value()));
        part.fileName().ifPresent(all::append);
        part.content()
                .filter(content -> part.contentType().type().equals("text"))
                .filter(content -> content.encoding() != TransferEncoding.BINARY)
                .ifPresent(content -> all.append(content.text().replace("\r\n", "\n")));
        part.parts().forEach(child -> tree(child, all));
        if (part.body() instanceof Embedded embedded) {
            tree(embedded.message().root(), all);
        }
        all.append(')');
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
