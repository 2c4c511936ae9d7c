package dev.tegami.mime;

import dev.tegami.internal.mime.HtmlText;

/**
 * Plain text for people who read no HTML.
 *
 * <pre>{@code
 * String text = message.text().orElseGet(() -> PlainText.ofHtml(message.html().orElse("")));
 * }</pre>
 */
public final class PlainText {
    private PlainText() {}

    /**
     * Makes text of HTML: paragraphs, marks of lists, addresses behind their links, the texts that stand for pictures.
     * Scripts, styles and comments go. Any string will do; the time it takes is linear in its length.
     *
     * @param html the HTML
     * @return lines with CRLF between them
     */
    public static String ofHtml(String html) {
        return HtmlText.of(html);
    }
}
