package dev.tegami.imap;

import dev.tegami.imap.internal.quirk.CourierMessages;
import dev.tegami.mime.BodyView;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Part;
import dev.tegami.mime.TransferEncoding;
import java.util.List;

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
        this.header = read(structure);
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

    /** Whether a server ends its section with what belongs to the delimiter. */
    boolean hasStrayCr(String greeting) {
        return !isRoot && CourierMessages.hasStrayCr(greeting, structure.mediaType());
    }

    TransferEncoding encoding() {
        return encoding(structure.encoding());
    }

    /** Reads a transfer encoding as parts are read: comments do not count, and what nobody knows is binary. */
    static TransferEncoding encoding(String value) {
        Part part = new HeaderText()
                .field("Content-Type", "application/octet-stream")
                .field("Content-Transfer-Encoding", value)
                .part();
        return part.content().orElseThrow().encoding();
    }

    private static Part read(Structure structure) {
        HeaderText text = new HeaderText().field("Content-Type", structure.mediaType(), structure.parameters());
        structure
                .disposition()
                .ifPresent(type -> text.field("Content-Disposition", type, structure.dispositionParameters()));
        structure.id().ifPresent(id -> text.field("Content-ID", id));
        structure.description().ifPresent(words -> text.field("Content-Description", words));
        return text.part();
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
