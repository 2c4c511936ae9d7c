package dev.tegami.examples.cli;

/**
 * HTML in the making. Every text goes through {@link #text}, which escapes it; names of elements and classes are the
 * page's own.
 */
final class Markup {
    private final StringBuilder page = new StringBuilder();

    /** Something of the page's own, as it stands. */
    Markup own(String html) {
        page.append(html);
        return this;
    }

    /** Anybody's text: it is shown, and does nothing else. */
    Markup text(String text) {
        text.codePoints().forEach(this::append);
        return this;
    }

    /** Anybody's text, in a direction of its own. */
    Markup apart(String text) {
        return own("<bdi>").text(text).own("</bdi>");
    }

    private void append(int c) {
        switch (c) {
            case '&' -> page.append("&amp;");
            case '<' -> page.append("&lt;");
            case '>' -> page.append("&gt;");
            case '"' -> page.append("&quot;");
            case '\'' -> page.append("&#39;");
            case '\n', '\t' -> page.append((char) c);
            default -> page.appendCodePoint(Shown.isSafe(c) ? c : '\uFFFD');
        }
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
