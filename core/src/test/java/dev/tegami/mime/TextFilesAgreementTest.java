package dev.tegami.mime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Files in text, as others found them: MimeKit's yEnc and uuencode, and letters with uuencode of three corpora. */
class TextFilesAgreementTest {
    private final Agreement agreement = new Agreement("files-in-text");

    @Test
    void everyFileIsFoundAsTheyFoundIt() throws IOException {
        Path root = Corpora.root();
        yenc(root.resolve("mimekit/yenc"));
        uuencode(root.resolve("mimekit/encoders"));
        letters(root);
        agreement.conclude();
    }

    private void yenc(Path yenc) throws IOException {
        for (String name : List.of("simple.msg", "state-changes.ntx")) {
            TextFiles found = TextFiles.in(Message.parse(yenc.resolve(name)).root());
            agreement.check(name, List.of("testfile.txt 584 3738345295"), files(found));
            agreement.check(name + " damage", List.of(), found.findings());
        }
        List<YencPiece> pieces = new ArrayList<>();
        for (String name : List.of("00000021.ntx", "00000020.ntx")) {
            TextFiles found = TextFiles.in(Message.parse(yenc.resolve(name)).root());
            agreement.check(name + " damage", List.of(), found.findings());
            pieces.addAll(found.pieces());
        }
        byte[] joined = YencPiece.join(pieces).content().orElseThrow().bytes();
        agreement.check("joystick.jpg", true, Arrays.equals(Corpora.read(yenc.resolve("joystick.jpg")), joined));
    }

    private void uuencode(Path encoders) throws IOException {
        byte[] photo = Corpora.read(encoders.resolve("photo.jpg"));
        for (String name : List.of("photo.uu", "photo.uu-states")) {
            Content encoded = Content.preEncoded(
                    Source.of(encoders.resolve(name)), ContentType.OCTETS, TransferEncoding.UUENCODE);
            agreement.check(name + " as a transfer encoding", true, Arrays.equals(photo, encoded.bytes()));
            byte[] text = Corpora.read(encoders.resolve(name));
            Part part =
                    Part.of(Header.empty(), Content.of(Source.of(text), ContentType.PLAIN, TransferEncoding.EIGHT_BIT));
            List<Part> files = TextFiles.in(part).files();
            agreement.check(name + " files", 1, files.size());
            agreement.check(
                    name + " content",
                    true,
                    Arrays.equals(photo, files.get(0).content().orElseThrow().bytes()));
        }
    }

    /** Names, lengths and checksums of what Python's module for uuencode gives. */
    private void letters(Path root) throws IOException {
        Path messages = root.resolve("mail-mime-parser-php/emails");
        letter(
                messages.resolve("m0018.txt"),
                "blueball.png 1325 3503886758",
                "greenball.png 1298 1955312222",
                "redball.png 1453 943376109");
        Path tools = root.resolve("mime4j/mimetools-testmsgs");
        letter(tools.resolve("uu-zeegee.msg"), "up.gif 110 26009404", "zeegee.gif 4834 494465716");
        letter(tools.resolve("uu-junk.msg"), "up.gif 110 26009404", "zeegee.gif 4834 494465716");
        letter(tools.resolve("sig-uu.msg"), ".signature 276 2409905086", " 236 4126214163");
        Message ruby =
                Message.parse(root.resolve("ruby-mail/emails/error_emails/content_transfer_encoding_x_uuencode.eml"));
        List<Integer> lengths = ruby.root().parts().stream()
                .flatMap(part -> part.content().stream())
                .filter(content -> content.encoding() == TransferEncoding.UUENCODE)
                .map(content -> content.bytes().length)
                .toList();
        agreement.check("x-uuencode of ruby-mail, which is empty", List.of(0), lengths);
    }

    private void letter(Path file, String... expected) throws IOException {
        List<String> found = new ArrayList<>();
        collect(Message.parse(file).root(), found);
        agreement.check(String.valueOf(file.getFileName()), List.of(expected), found);
    }

    private static void collect(Part part, List<String> found) {
        part.parts().forEach(inner -> collect(inner, found));
        found.addAll(files(TextFiles.in(part)));
    }

    private static List<String> files(TextFiles found) {
        return found.files().stream()
                .map(file -> file.fileName().orElse("") + " "
                        + sum(file.content().orElseThrow().bytes()))
                .toList();
    }

    private static String sum(byte[] octets) {
        CRC32 crc = new CRC32();
        crc.update(octets);
        return octets.length + " " + crc.getValue();
    }
}
