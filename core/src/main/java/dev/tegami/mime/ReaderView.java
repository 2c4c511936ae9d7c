package dev.tegami.mime;

import java.util.ArrayList;
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
        view.sort(List.of(root), "mixed", false, view.htmlBody, view.textBody);
        return view;
    }

    private void sort(
            List<Part> parts,
            String kind,
            boolean inAlternative,
            @Nullable List<Part> htmlTarget,
            @Nullable List<Part> textTarget) {
        List<Part> html = htmlTarget;
        List<Part> text = textTarget;
        int textBefore = text == null ? -1 : text.size();
        int htmlBefore = html == null ? -1 : html.size();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.body() instanceof Parts) {
                String inner = part.contentType().subtype();
                sort(part.parts(), inner, inAlternative || inner.equals("alternative"), html, text);
            } else if (!isInline(part, kind, i)) {
                attachments.add(part);
            } else if (kind.equals("alternative")) {
                alternative(part, html, text);
            } else {
                if (inAlternative && part.contentType().is("text/plain")) {
                    html = null;
                }
                if (inAlternative && part.contentType().is("text/html")) {
                    text = null;
                }
                shown(part, html, text);
            }
        }
        if (kind.equals("alternative") && text != null && html != null) {
            fill(text, textBefore, html, htmlBefore);
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

    /** Where only one of the two forms was found, it stands for both. */
    private static void fill(List<Part> text, int textBefore, List<Part> html, int htmlBefore) {
        if (textBefore == text.size() && htmlBefore != html.size()) {
            text.addAll(html.subList(htmlBefore, html.size()));
        } else if (htmlBefore == html.size() && textBefore != text.size()) {
            html.addAll(text.subList(textBefore, text.size()));
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

    Optional<String> text() {
        StringBuilder text = new StringBuilder();
        boolean any = false;
        for (Part part : textBody) {
            if (part.contentType().is("text/plain") && part.body() instanceof Content) {
                separate(text);
                text.append(((Content) part.body()).text());
                any = true;
            }
        }
        return any ? Optional.of(text.toString()) : Optional.empty();
    }

    Optional<String> html() {
        if (htmlBody.stream().noneMatch(part -> part.contentType().is("text/html"))) {
            return Optional.empty();
        }
        StringBuilder html = new StringBuilder();
        for (Part part : htmlBody) {
            if (!part.contentType().type().equals("text") || !(part.body() instanceof Content)) {
                continue;
            }
            separate(html);
            String text = ((Content) part.body()).text();
            if (part.contentType().is("text/html")) {
                html.append(text);
            } else {
                html.append("<pre>").append(escaped(text)).append("</pre>");
            }
        }
        return Optional.of(html.toString());
    }

    private static void separate(StringBuilder text) {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append("\r\n");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The first part below the root, in document order and not looking into messages, that is wanted. */
    static Optional<Part> find(Part root, Predicate<Part> wanted) {
        if (wanted.test(root)) {
            return Optional.of(root);
        }
        for (Part part : root.parts()) {
            Optional<Part> found = find(part, wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
