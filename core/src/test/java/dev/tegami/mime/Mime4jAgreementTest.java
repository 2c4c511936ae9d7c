package dev.tegami.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The event trees of Apache James mime4j: shape, raw fields, preambles, epilogues, decoded bodies. */
class Mime4jAgreementTest {
    private static final Pattern TAG = Pattern.compile("<(/?[a-z-]+)(?: name=\"([^\"]*)\")?(/?)>");

    private final Agreement agreement = new Agreement("mime4j");
    private final List<String> shape = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    @Test
    void eventTrees() throws IOException {
        Path root = Corpora.root().resolve("mime4j");
        List<Path> trees;
        try (Stream<Path> walk = Files.walk(root)) {
            trees = walk.filter(file -> file.toString().endsWith("_decoded.xml"))
                    .sorted()
                    .toList();
        }
        for (Path tree : trees) {
            Path message = Path.of(tree.toString().replace("_decoded.xml", ".msg"));
            compare(root.relativize(message).toString(), Message.parse(Corpora.read(message)), tree);
        }
        agreement.conclude();
    }

    private void compare(String name, Message message, Path tree) {
        expectation(tree);
        List<String> wantedShape = List.copyOf(shape);
        List<String> wantedTexts = List.copyOf(texts);
        shape.clear();
        texts.clear();
        entity(message.root(), "message");
        agreement.check(name + " shape", String.join(" ", wantedShape), String.join(" ", shape));
        if (shape.equals(wantedShape)) {
            for (int i = 0; i < texts.size(); i++) {
                agreement.check(name + " " + i, wantedTexts.get(i), texts.get(i));
            }
        }
        shape.clear();
        texts.clear();
    }

    private void expectation(Path tree) {
        String xml = latin1(Corpora.read(tree));
        Matcher tag = TAG.matcher(xml);
        int from = 0;
        while (tag.find()) {
            String name = tag.group(1);
            switch (name) {
                case "field", "preamble", "epilogue" -> from = tag.end();
                case "/field", "/preamble", "/epilogue" -> {
                    String text = plain(xml.substring(from, tag.start()));
                    if (!text.equals("\n")) {
                        shape.add(name.substring(1));
                        texts.add(name.substring(1) + text);
                    }
                }
                case "text-body", "binary-body" -> {
                    shape.add("body");
                    texts.add("body\n" + latin1(Corpora.read(tree.resolveSibling(tag.group(2)))));
                }
                case "header", "/header" -> {}
                default -> shape.add(name);
            }
        }
    }

    private static String latin1(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    }

    private static String plain(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private void entity(Part part, String kind) {
        shape.add(kind);
        for (Field field : part.header().fields()) {
            shape.add("field");
            texts.add("field\n" + latin1(field.raw()).replaceAll("\n$", ""));
        }
        if (part.body() instanceof Parts parts) {
            multipart(parts);
        } else if (part.body() instanceof Embedded embedded) {
            entity(embedded.message().root(), "message");
        } else {
            shape.add("body");
            texts.add("body\n" + latin1(part.content().orElseThrow().bytes()));
        }
        shape.add("/" + kind);
    }

    private void multipart(Parts parts) {
        shape.add("multipart");
        text("preamble", parts.preamble());
        parts.parts().forEach(part -> entity(part, "body-part"));
        text("epilogue", parts.epilogue());
        shape.add("/multipart");
    }

    private void text(String kind, String received) {
        String text = received.replace("\r\n", "\n");
        if (!text.isEmpty()) {
            shape.add(kind);
            texts.add(kind + "\n" + text);
        }
    }
}
