package dev.tegami.mime;

import dev.tegami.internal.mime.Flowed;
import java.util.List;
import java.util.Optional;

/** Makes one text of the parts that a reader sees. */
final class BodyText {
    private BodyText() {}

    static Optional<String> text(List<Part> textBody, int limit) {
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

    static Optional<String> html(List<Part> htmlBody, int limit) {
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
}
