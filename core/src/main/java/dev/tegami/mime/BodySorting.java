package dev.tegami.mime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts parts into text bodies, HTML bodies and attachments (RFC 8621 section 4.1.4). */
final class BodySorting<P> {
    private final BodyView.Shape<P> shape;
    final List<P> textBody = new ArrayList<>();
    final List<P> htmlBody = new ArrayList<>();
    final List<P> attachments = new ArrayList<>();

    BodySorting(BodyView.Shape<P> shape) {
        this.shape = shape;
    }

    /** One multipart on the way down; the levels above wait on a stack, not on calls. */
    private static final class Level<P> {
        final List<P> parts;
        final String kind;
        final boolean inAlternative;
        final int textBefore;
        final int htmlBefore;

        @Nullable
        List<P> html;

        @Nullable
        List<P> text;

        int next;

        Level(List<P> parts, String kind, boolean inAlternative, @Nullable List<P> html, @Nullable List<P> text) {
            this.parts = parts;
            this.kind = kind;
            this.inAlternative = inAlternative;
            this.html = html;
            this.text = text;
            this.textBefore = text == null ? -1 : text.size();
            this.htmlBefore = html == null ? -1 : html.size();
        }
    }

    BodySorting<P> sort(P root) {
        Level<P> top = new Level<>(List.of(root), "mixed", false, htmlBody, textBody);
        Deque<Level<P>> levels = new ArrayDeque<>();
        levels.push(top);
        while (!levels.isEmpty()) {
            Level<P> level = levels.element();
            if (level.next == level.parts.size()) {
                fill(levels.pop());
                continue;
            }
            int position = level.next++;
            P part = level.parts.get(position);
            if (shape.isMultipart(part)) {
                String inner = shape.contentType(part).subtype();
                boolean alternative = level.inAlternative || inner.equals("alternative");
                levels.push(new Level<>(shape.parts(part), inner, alternative, level.html, level.text));
            } else {
                leaf(part, level, position);
            }
        }
        return this;
    }

    private void leaf(P part, Level<P> level, int position) {
        ContentType type = shape.contentType(part);
        if (!isInline(part, type, level.kind, position)) {
            attachments.add(part);
        } else if (level.kind.equals("alternative")) {
            alternative(part, type, level.html, level.text);
        } else {
            if (level.inAlternative && type.is("text/plain")) {
                level.html = null;
            }
            if (level.inAlternative && type.is("text/html")) {
                level.text = null;
            }
            shown(part, type, level.html, level.text);
        }
    }

    private void alternative(P part, ContentType type, @Nullable List<P> html, @Nullable List<P> text) {
        if (type.is("text/plain") && text != null) {
            text.add(part);
        } else if (type.is("text/html") && html != null) {
            html.add(part);
        } else {
            attachments.add(part);
        }
    }

    private void shown(P part, ContentType type, @Nullable List<P> html, @Nullable List<P> text) {
        if (text != null) {
            text.add(part);
        }
        if (html != null) {
            html.add(part);
        }
        if ((text == null || html == null) && isMedia(type)) {
            attachments.add(part);
        }
    }

    /** Where only one of the two forms was found in an alternative, it stands for both. */
    private static <P> void fill(Level<P> level) {
        List<P> text = level.text;
        List<P> html = level.html;
        if (!level.kind.equals("alternative") || text == null || html == null) {
            return;
        }
        if (level.textBefore == text.size() && level.htmlBefore != html.size()) {
            text.addAll(List.copyOf(html.subList(level.htmlBefore, html.size())));
        } else if (level.htmlBefore == html.size() && level.textBefore != text.size()) {
            html.addAll(List.copyOf(text.subList(level.textBefore, text.size())));
        }
    }

    private boolean isInline(P part, ContentType type, String kind, int position) {
        boolean media = isMedia(type);
        if (!media && !type.is("text/plain") && !type.is("text/html")) {
            return false;
        }
        return !shape.isAttachment(part)
                && (position == 0 || (!kind.equals("related") && (media || !shape.isNamed(part))));
    }

    private static boolean isMedia(ContentType type) {
        return type.type().equals("image")
                || type.type().equals("audio")
                || type.type().equals("video");
    }
}
