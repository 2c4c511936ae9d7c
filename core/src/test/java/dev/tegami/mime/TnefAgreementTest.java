package dev.tegami.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** MimeKit's collection of TNEF streams: the names of what is inside, and its octets where they lie beside. */
class TnefAgreementTest {
    private final Agreement agreement = new Agreement("mimekit-tnef");

    @Test
    void everyStreamGivesItsFiles() throws IOException {
        Path tnef = Corpora.root().resolve("mimekit/tnef");
        try (Stream<Path> files = Files.list(tnef)) {
            for (Path file : files.filter(TnefAgreementTest::isStream).sorted().toList()) {
                stream(file);
            }
        }
        letters(tnef);
        agreement.conclude();
    }

    private static boolean isStream(Path file) {
        return file.toString().endsWith(".tnef");
    }

    private void stream(Path file) throws IOException {
        String stem = String.valueOf(file.getFileName()).replace(".tnef", "");
        Tnef read = Tnef.read(Source.of(file), Limits.standard());
        List<Part> leaves = new ArrayList<>();
        leaves(read.message().root(), leaves);
        List<String> expected = Files.readAllLines(file.resolveSibling(stem + ".list")).stream()
                .filter(name -> !name.isBlank())
                .sorted()
                .toList();
        agreement.check(
                stem + " names",
                expected,
                leaves.stream().map(TnefAgreementTest::name).sorted().toList());
        agreement.check(
                stem + " damage",
                stem.equals("garbage-at-end"),
                !read.findings().isEmpty());
        Path directory = file.resolveSibling(stem);
        if (Files.isDirectory(directory)) {
            try (Stream<Path> wanted = Files.list(directory)) {
                for (Path one : wanted.sorted().toList()) {
                    content(stem, one, leaves);
                }
            }
        }
    }

    /** Attached messages are compared as what they are, with no octets to compare. */
    private void content(String stem, Path file, List<Part> leaves) {
        String name = String.valueOf(file.getFileName());
        byte[] expected = Corpora.read(file);
        boolean found = leaves.stream()
                .filter(part -> nameOnDisk(part).equals(name) || name.startsWith(nameOnDisk(part) + "."))
                .flatMap(part -> part.content().stream())
                .anyMatch(content -> same(expected, content.bytes()));
        agreement.check(stem + " content of " + name, true, found);
    }

    /** Line ends of some files are those of the repository they come from. */
    private static boolean same(byte[] expected, byte[] actual) {
        String text = new String(actual, StandardCharsets.ISO_8859_1);
        String wanted = new String(expected, StandardCharsets.ISO_8859_1);
        return text.equals(wanted) || text.replace("\r\n", "\n").equals(wanted.replace("\r\n", "\n"));
    }

    private static String nameOnDisk(Part part) {
        return name(part).replace("body.", "message.");
    }

    private static String name(Part part) {
        String type = part.contentType().type() + "/" + part.contentType().subtype();
        boolean isFile = part.disposition().isPresent();
        return isFile || !type.startsWith("text/")
                ? part.fileName().orElse("")
                : type.equals("text/html") ? "body.html" : type.equals("text/rtf") ? "body.rtf" : "body.txt";
    }

    private static void leaves(Part part, List<Part> leaves) {
        part.parts().forEach(inner -> leaves(inner, leaves));
        boolean isEmptyText =
                part.content().filter(content -> content.bytes().length == 0).isPresent()
                        && part.disposition().isEmpty();
        if (part.parts().isEmpty() && !isEmptyText) {
            leaves.add(part);
        }
    }

    private void letters(Path tnef) throws IOException {
        Message ukrainian = Message.parse(tnef.resolve("ukr.eml"));
        Part html = Tnef.read(winmail(ukrainian)).message().root();
        agreement.check(
                "ukr.eml type",
                "text/html",
                html.contentType().type() + "/" + html.contentType().subtype());
        agreement.check(
                "ukr.eml charset",
                "koi8-r",
                html.contentType().parameter("charset").orElse(""));
        String text = html.content().orElseThrow().text();
        agreement.check("ukr.eml text", true, text.startsWith("<html>\r\n<head>\r\n") && text.contains("koi8-r"));

        Message rich =
                Tnef.read(winmail(Message.parse(tnef.resolve("rich-text.eml")))).message();
        agreement.check("rich-text.eml subject", "", rich.subject().orElse(""));
        agreement.check(
                "rich-text.eml id",
                "DM5PR21MB0828DA2B8C88048BC03EFFA6CFA20@DM5PR21MB0828.namprd21.prod.outlook.com",
                rich.messageId().orElse(""));
        List<Part> parts = rich.root().parts();
        agreement.check("rich-text.eml parts", 6, parts.size());
        agreement.check("rich-text.eml text", "text/rtf", type(parts, 0));
        agreement.check("rich-text.eml picture", "kitten-playing-with-a-christmas-tree.jpg", name(parts.get(1)));
        agreement.check("rich-text.eml task", "Untitled Attachment", name(parts.get(2)));
    }

    private static String type(List<Part> parts, int at) {
        ContentType type = parts.get(at).contentType();
        return type.type() + "/" + type.subtype();
    }

    private static Part winmail(Message message) {
        List<Part> found = new ArrayList<>();
        leaves(message.root(), found);
        return Objects.requireNonNull(
                found.stream().filter(Tnef::isTnef).findFirst().orElse(null));
    }
}
