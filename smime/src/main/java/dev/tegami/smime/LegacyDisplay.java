package dev.tegami.smime;

import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Field;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is hidden of a header, shown once more in the text for readers that decrypt and know nothing of protected headers
 * (RFC 9788 sections 5.2 and 4.5.3).
 */
final class LegacyDisplay {
    static final String PARAMETER = "hp-legacy-display";
    private static final String CLASS = "header-protection-legacy-display";

    private LegacyDisplay() {}

    /** Into every main body part: the first of a multipart, each of an alternative. */
    static Part into(Part part, List<Field> hidden) {
        return hidden.isEmpty() ? part : MainBody.change(part, each -> decorated(each, hidden));
    }

    /** Out of them again. */
    static Part outOf(Part part) {
        return MainBody.change(part, LegacyDisplay::stripped);
    }

    private static Part decorated(Part part, List<Field> hidden) {
        String text = part.content().orElseThrow().text();
        List<String> lines = hidden.stream()
                .map(field -> (field.name() + ": " + field.value()).stripTrailing())
                .toList();
        String marked = part.contentType().is("text/html")
                ? inHtml(text, lines)
                : String.join("\r\n", lines) + "\r\n\r\n" + text;
        ContentType type = part.contentType().with("charset", "utf-8").with(PARAMETER, "1");
        return part.with(Content.of(
                Source.of(marked.getBytes(StandardCharsets.UTF_8)), type, TransferEncoding.QUOTED_PRINTABLE));
    }

    private static String inHtml(String html, List<String> lines) {
        String element = lines.stream()
                .map(line -> line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                .collect(Collectors.joining("\r\n", "<div class=\"" + CLASS + "\"><pre>", "</pre></div>\r\n"));
        int at = contentOf(html);
        return html.substring(0, at) + element + html.substring(at);
    }

    private static Part stripped(Part part) {
        if (!part.contentType().parameter(PARAMETER).orElse("").equals("1")) {
            return part;
        }
        String text = part.content().orElseThrow().text();
        String left = part.contentType().is("text/html") ? withoutElement(text) : withoutLines(text);
        ContentType type = part.contentType().with("charset", "utf-8").without(PARAMETER);
        return part.with(
                Content.of(Source.of(left.getBytes(StandardCharsets.UTF_8)), type, TransferEncoding.QUOTED_PRINTABLE));
    }

    /** All up to the first empty line, as long as it looks like a header: nothing else is hidden by a parameter. */
    private static String withoutLines(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            String line = text.substring(at, end < 0 ? text.length() : end).stripTrailing();
            if (line.isEmpty()) {
                return end < 0 ? "" : text.substring(end + 1);
            }
            if (end < 0 || !(line.matches("[!-9;-~]+:.*") || (at > 0 && line.matches("[ \\t].*")))) {
                break;
            }
            at = end + 1;
        }
        return text;
    }

    private static String withoutElement(String html) {
        int at = contentOf(html);
        String rest = html.substring(at);
        String start = rest.stripLeading();
        int close = start.indexOf("</div>");
        boolean marked = start.matches("(?is)<div\\s[^>]*class=[\"']?" + CLASS + "[\"'\\s>].*");
        // one that holds another is not ours, and where it ends is anybody's guess
        boolean simple = close > 0 && start.substring(4, close).indexOf("<div") < 0;
        return marked && simple ? html.substring(0, at) + start.substring(close + "</div>".length()) : html;
    }

    /** Where the content of an HTML text begins. */
    private static int contentOf(String html) {
        int body = html.toLowerCase(Locale.ROOT).indexOf("<body");
        int end = body < 0 ? -1 : html.indexOf('>', body);
        return end < 0 ? 0 : end + 1;
    }
}
