package dev.tegami.imap;

import dev.tegami.mime.BodyView;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.TransferEncoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A part as BODYSTRUCTURE tells of it, read the way the header of a part is read: names in any charset, continued
 * parameters and all.
 */
final class Described {
    /** How the algorithm of the reader's view looks at it. */
    static final BodyView.Shape<Described> SHAPE = new DescribedShape();

    private final Structure structure;
    private final Part header;
    private final List<Described> parts;
    private final boolean isRoot;
    private final boolean isInDigest;

    private Described(Structure structure, boolean isRoot, boolean isInDigest) {
        this.structure = structure;
        this.isRoot = isRoot;
        this.isInDigest = isInDigest;
        this.header = Message.parse(written(structure).getBytes(StandardCharsets.UTF_8))
                .root();
        this.parts = structure.isMultipart()
                ? structure.children().stream()
                        .map(child ->
                                new Described(child, false, structure.subtype().equals("digest")))
                        .toList()
                : List.of();
    }

    static Described of(Structure root) {
        return new Described(root, true, false);
    }

    Structure structure() {
        return structure;
    }

    String section() {
        return structure.section();
    }

    /** Whether it is all of the message: then the header of the message is its header. */
    boolean isRoot() {
        return isRoot;
    }

    boolean isInDigest() {
        return isInDigest;
    }

    /** The part's header, as far as it is told; without a body. */
    Part header() {
        return header;
    }

    TransferEncoding encoding() {
        return encoding(structure.encoding());
    }

    /** Reads a transfer encoding as parts are read: comments do not count, and what nobody knows is binary. */
    static TransferEncoding encoding(String value) {
        StringBuilder text = new StringBuilder("Content-Type: application/octet-stream\r\n");
        field(text, "Content-Transfer-Encoding", value);
        Part part = Message.parse(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8))
                .root();
        return part.content().orElseThrow().encoding();
    }

    private static String written(Structure structure) {
        StringBuilder text = new StringBuilder(200);
        field(text, "Content-Type", structure.mediaType() + parameters(structure.parameters()));
        structure
                .disposition()
                .ifPresent(type ->
                        field(text, "Content-Disposition", type + parameters(structure.dispositionParameters())));
        structure.id().ifPresent(id -> field(text, "Content-ID", id));
        structure.description().ifPresent(words -> field(text, "Content-Description", words));
        return text.append("\r\n").toString();
    }

    private static void field(StringBuilder to, String name, String value) {
        to.append(name).append(": ").append(value.replaceAll("[\r\n\0]+", " ")).append("\r\n");
    }

    /** Extended values (RFC 2231) stand without quotes, all others within them. */
    private static String parameters(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, value) -> {
            if (name.matches("[!-~&&[^()<>@,;:\\\\\"/\\[\\]?=]]+")) {
                boolean bare = name.endsWith("*") && value.matches("[!-~&&[^()<>@,;:\\\\\"/\\[\\]?=]]+");
                text.append("; ").append(name).append('=');
                text.append(bare ? value : '"' + value.replaceAll("([\\\\\"])", "\\\\$1") + '"');
            }
        });
        return text.toString();
    }

    private static final class DescribedShape implements BodyView.Shape<Described> {
        @Override
        public boolean isMultipart(Described part) {
            return part.structure.isMultipart();
        }

        @Override
        public List<Described> parts(Described multipart) {
            return multipart.parts;
        }

        @Override
        public ContentType contentType(Described part) {
            return part.header.contentType();
        }

        @Override
        public boolean isAttachment(Described part) {
            return BodyView.PARTS.isAttachment(part.header);
        }

        @Override
        public boolean isNamed(Described part) {
            return BodyView.PARTS.isNamed(part.header);
        }
    }
}
