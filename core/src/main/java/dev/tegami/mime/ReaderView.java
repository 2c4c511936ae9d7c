package dev.tegami.mime;

import dev.tegami.internal.mime.Flowed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sorts the parts of a message into text bodies, HTML bodies and attachments (RFC 8621 section 4.1.4). */
final class ReaderView {
    private final List<Part> textBody = new ArrayList<>();
    private final List<Part> htmlBody = new ArrayList<>();
    private final List<Part> attachments = new ArrayList<>();

    private ReaderView() {}

    static ReaderView of(Part root) {
        ReaderView view = new ReaderView();
        view.sort(new Level(List.of(root), "mixed", false, view.htmlBody, view.textBody));
        return view;
    }

    /** One multipart on the way down; the levels above wait on a stack, not on calls. */
    private static final class Level {
        final List<Part> parts;
        final String kind;
        final boolean inAlternative;
        final int textBefore;
        final int htmlBefore;

        @Nullable
        List<Part> html;

        @Nullable
        List<Part> text;

        int next;

        Level(
                List<Part> parts,
                String kind,
                boolean inAlternative,
                @Nullable List<Part> html,
                @Nullable List<Part> text) {
            this.parts = parts;
            this.kind = kind;
            this.inAlternative = inAlternative;
            this.html = html;
            this.text = text;
            this.textBefore = text == null ? -1 : text.size();
            this.htmlBefore = html == null ? -1 : html.size();
        }
    }

    private void sort(Level top) {
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(top);
        while (!levels.isEmpty()) {
            Level level = levels.element();
            if (level.next == level.parts.size()) {
                fill(levels.pop());
                continue;
            }
            int position = level.next++;
            Part part = level.parts.get(position);
            if (part.body() instanceof Parts) {
                String inner = part.contentType().subtype();
                boolean alternative = level.inAlternative || inner.equals("alternative");
                levels.push(new Level(part.parts(), inner, alternative, level.html, level.text));
            } else {
                leaf(part, level, position);
            }
        }
    }

    private void leaf(Part part, Level level, int position) {
        if (!isInline(part, level.kind, position)) {
            attachments.add(part);
        } else if (level.kind.equals("alternative")) {
            alternative(part, level.html, level.text);
        } else {
            if (level.inAlternative && part.contentType().is("text/plain")) {
                level.html = null;
            }
            if (level.inAlternative && part.contentType().is("text/html")) {
                level.text = null;
            }
            shown(part, level.html, level.text);
        }
    }

    private void alternative(Part part, @Nullable List<Part> html, @Nullable List<Part> text) {
        if (part.contentType().is("text/plain") && text != null) {
            text.add(part);
        } else if (part.contentType().is("text/html") && html != null) {
            html.add(part);
        } else {
            attachments.add(part);
        }
    }

    private void shown(Part part, @Nullable List<Part> html, @Nullable List<Part> text) {
        if (text != null) {
            text.add(part);
        }
        if (html != null) {
            html.add(part);
        }
        if ((text == null || html == null) && isMedia(part.contentType())) {
            attachments.add(part);
        }
    }

    /** Where only one of the two forms was found in an alternative, it stands for both. */
    private static void fill(Level level) {
        List<Part> text = level.text;
        List<Part> html = level.html;
        if (!level.kind.equals("alternative") || text == null || html == null) {
            return;
        }
        if (level.textBefore == text.size() && level.htmlBefore != html.size()) {
            text.addAll(List.copyOf(html.subList(level.htmlBefore, html.size())));
        } else if (level.htmlBefore == html.size() && level.textBefore != text.size()) {
            html.addAll(List.copyOf(text.subList(level.textBefore, text.size())));
        }
    }

    private static boolean isInline(Part part, String kind, int position) {
        ContentType type = part.contentType();
        boolean media = isMedia(type);
        if (!media && !type.is("text/plain") && !type.is("text/html")) {
            return false;
        }
        boolean attached = part.disposition()
                .filter(disposition -> disposition.type().equals("attachment"))
                .isPresent();
        return !attached
                && (position == 0
                        || (!kind.equals("related") && (media || part.fileName().isEmpty())));
    }

    private static boolean isMedia(ContentType type) {
        return type.type().equals("image")
                || type.type().equals("audio")
                || type.type().equals("video");
    }

    List<Part> textBody() {
        return textBody;
    }

    List<Part> htmlBody() {
        return htmlBody;
    }

    List<Part> attachments() {
        return List.copyOf(attachments);
    }

    Optional<String> text(int limit) {
        StringBuilder text = new StringBuilder();
        boolean any = false;
        for (Part part : textBody) {
            if (part.contentType().is("text/plain") && part.body() instanceof Content) {
                separate(text);
                text.append(flowed(part.contentType(), ((Content) part.body()).text(left(text, limit))));
                any = true;
            }
        }
        return any ? Optional.of(text.toString()) : Optional.empty();
    }

    Optional<String> html(int limit) {
        if (htmlBody.stream().noneMatch(part -> part.contentType().is("text/html"))) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder();
        for (Part part : htmlBody) {
            if (!part.contentType().type().equals("text") || !(part.body() instanceof Content)) {
                continue;
            }
            separate(html);
            String text = ((Content) part.body()).text(left(html, limit));
            if (part.contentType().is("text/html")) {
                html.append(text);
            } else {
                if (escapedLength(text) > left(html, limit)) {
                    throw Bounded.exceeded(limit);
                }
                html.append("<pre>").append(escaped(text)).append("</pre>");
            }
        }
        return Optional.of(html.toString());
    }

    private static String flowed(ContentType type, String text) {
        boolean flowed =
                type.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
        boolean delSp = type.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        return flowed ? Flowed.decode(text, delSp) : text;
    }

    private static void separate(StringBuilder text) {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append("\r\n");
        }
    }

    private static int left(StringBuilder text, int limit) {
        if (text.length() >= limit) {
            throw Bounded.exceeded(limit);
        }
        return limit - text.length();
    }

    private static long escapedLength(String text) {
        return text.length()
                + 5 * text.chars().filter(c -> c == '&' || c == '<' || c == '>').count();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The first part below the root, in document order and not looking into messages, that is wanted. */
    static Optional<Part> find(Part root, Predicate<Part> wanted) {
        Deque<Part> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            Part part = waiting.pop();
            if (wanted.test(part)) {
                return Optional.of(part);
            }
            List<Part> inner = part.parts();
            for (int i = inner.size() - 1; i >= 0; i--) {
                waiting.push(inner.get(i));
            }
        }
        return Optional.empty();
    }
}
