package dev.tegami.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes one part of a tree and nothing else. */
final class TreeEdit {
    private TreeEdit() {}

    static Part replace(Part root, Part old, Part replacement) {
        return replaced(root, old, replacement)
                .orElseThrow(() ->
                        new MimeException("the part is none of this message's", "take it from this very message"));
    }

    private static Optional<Part> replaced(Part root, Part old, Part replacement) {
        if (root == old) {
            return Optional.of(replacement);
        }
        for (Part part : root.parts()) {
            Optional<Part> inner = replaced(part, old, replacement);
            if (inner.isPresent()) {
                return Optional.of(root.with(((Parts) root.body()).replace(part, inner.get())));
            }
        }
        if (root.body() instanceof Embedded) {
            Message message = ((Embedded) root.body()).message();
            return replaced(message.root(), old, replacement)
                    .map(inner -> root.with(Embedded.of(new Message(inner, List.of(), message.options()))));
        }
        return Optional.empty();
    }

    static Part remove(Part root, Part old) {
        return removed(root, old)
                .orElseThrow(() -> new MimeException(
                        "the part stands in no multipart of this message", "take it from this very message"));
    }

    private static Optional<Part> removed(Part root, Part old) {
        for (Part part : root.parts()) {
            Parts parts = (Parts) root.body();
            if (part == old) {
                return Optional.of(root.with(parts.minus(old)));
            }
            Optional<Part> inner = removed(part, old);
            if (inner.isPresent()) {
                return Optional.of(root.with(parts.replace(part, inner.get())));
            }
        }
        return Optional.empty();
    }

    /** Adds parts to a multipart/mixed root; any other root first becomes the first part of one. */
    static Part attach(Part root, List<Part> more, Boundaries boundaries) {
        if (more.isEmpty()) {
            return root;
        }
        boolean takes = root.contentType().is("multipart/mixed")
                && root.body() instanceof Parts parts
                && !Parts.holds(more, parts.boundary());
        return takes
                ? root.with(((Parts) root.body()).plus(more))
                : around(root, ContentType.of("multipart", "mixed"), more, boundaries);
    }

    /** Adds pictures beside the HTML that names them: to the multipart/related it stands in, or to a new one. */
    static Part relate(Part root, Part html, List<Part> pictures, Boundaries boundaries) {
        Optional<Part> known = BodyView.find(
                root,
                BodyView.PARTS,
                part -> part.contentType().is("multipart/related")
                        && part.parts().contains(html));
        if (known.isPresent()) {
            Part related = known.get();
            return replace(root, related, related.with(((Parts) related.body()).plus(pictures)));
        }
        ContentType type = ContentType.of("multipart", "related").with("type", "text/html");
        return replace(root, html, around(html, type, pictures, boundaries));
    }

    /** A part as the first of a multipart: what its header says of its content goes inside, the rest stays outside. */
    private static Part around(Part first, ContentType type, List<Part> more, Boundaries boundaries) {
        List<Field> content = new ArrayList<>();
        Header rest = first.header();
        for (Field field : first.header().fields()) {
            if (field.name().regionMatches(true, 0, "content-", 0, 8)) {
                content.add(field);
                rest = rest.without(field.name());
            }
        }
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(new BodyFields(first.body()).relabelled(Header.of(content)), first.body()));
        parts.addAll(more);
        return Part.of(rest, Parts.of(boundaries.name(type, parts), parts));
    }
}
