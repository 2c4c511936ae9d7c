package dev.tegami.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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

    /** Adds a part to a multipart/mixed root; any other root first becomes the first part of one. */
    static Part attach(Part root, Part part, Supplier<String> boundary) {
        if (root.contentType().is("multipart/mixed") && root.body() instanceof Parts) {
            return root.with(((Parts) root.body()).plus(part));
        }
        List<Field> content = new ArrayList<>();
        Header rest = root.header();
        for (Field field : root.header().fields()) {
            if (field.name().regionMatches(true, 0, "content-", 0, 8)) {
                content.add(field);
                rest = rest.without(field.name());
            }
        }
        Part first = Part.of(new BodyFields(root.body()).relabelled(Header.of(content)), root.body());
        ContentType type = ContentType.of("multipart", "mixed").with("boundary", boundary.get());
        return Part.of(rest, Parts.of(type, List.of(first, part)));
    }
}
