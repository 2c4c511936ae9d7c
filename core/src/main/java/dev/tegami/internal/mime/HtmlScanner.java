package dev.tegami.internal.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Steps through HTML by text, tags and comments, in time linear in its length. It builds no tree and mends nothing: what
 * begins no tag is text. The content of style and script is one text.
 */
public final class HtmlScanner {
    /** What was found. */
    public enum Token {
        TEXT,
        TAG,
        COMMENT,
        END
    }

    /** Where an attribute's value stands, without its quotes; the name is in lower case. */
    public record Attribute(String name, int from, int to) {}

    private final String html;
    private final int limit;
    private final List<Attribute> attributes = new ArrayList<>();
    private String name = "";
    private String rawElement = "";
    private boolean closing;
    private int from;
    private int to;

    public HtmlScanner(String html) {
        this(html, 0, html.length());
    }

    private HtmlScanner(String html, int from, int to) {
        this.html = html;
        this.to = from;
        this.limit = to;
    }

    /** A scanner for what the comment just found holds. */
    HtmlScanner insideComment() {
        return new HtmlScanner(html, Math.min(from + 4, to), to);
    }

    /** Where the token begins. */
    public int from() {
        return from;
    }

    /** Where it ends. */
    public int to() {
        return to;
    }

    /** The tag's name in lower case. */
    public String name() {
        return name;
    }

    /** Whether the tag ends an element. */
    public boolean isClosing() {
        return closing;
    }

    /** The element whose text the text is taken for, style or script, or an empty string. */
    public String rawElement() {
        return rawElement;
    }

    /** The tag's attributes. */
    public List<Attribute> attributes() {
        return attributes;
    }

    /** Goes on. */
    public Token next() {
        from = to;
        if (from >= limit) {
            return Token.END;
        }
        boolean raw = !closing && (name.equals("style") || name.equals("script"));
        rawElement = raw ? name : "";
        if (raw) {
            to = endOfRaw();
            name = "";
            if (to > from) {
                return Token.TEXT;
            }
        }
        rawElement = "";
        name = "";
        if (html.startsWith("<!--", from)) {
            int end = html.indexOf("-->", from + 2);
            to = end < 0 || end + 3 > limit ? limit : end + 3;
            return Token.COMMENT;
        }
        if (mayBegin(from)) {
            if (tag()) {
                return Token.TAG;
            }
            to = limit; // a tag without an end has swallowed the rest
            return Token.TEXT;
        }
        int at = from + 1;
        while (at < limit && !mayBegin(at)) {
            at++;
        }
        to = at;
        return Token.TEXT;
    }

    private int endOfRaw() {
        for (int at = html.indexOf("</", from); at >= 0 && at < limit; at = html.indexOf("</", at + 2)) {
            if (html.regionMatches(true, at + 2, rawElement, 0, rawElement.length())) {
                return at;
            }
        }
        return limit;
    }

    private boolean mayBegin(int at) {
        if (html.charAt(at) != '<' || at + 1 >= limit) {
            return false;
        }
        char next = html.charAt(at + 1);
        return isLetter(next) || next == '/' || next == '!' || next == '?';
    }

    private static boolean isLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private boolean tag() {
        int at = from + 1;
        closing = html.charAt(at) == '/';
        if (closing) {
            at++;
        }
        int start = at;
        while (at < limit && isName(html.charAt(at))) {
            at++;
        }
        int end = attributes(at);
        if (end < 0) {
            attributes.clear();
            closing = false;
            return false;
        }
        name = html.substring(start, at).toLowerCase(Locale.ROOT);
        to = end;
        return true;
    }

    private static boolean isName(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-';
    }

    /** Reads attributes up to the end of the tag; -1 if it has none. */
    private int attributes(int start) {
        attributes.clear();
        int at = start;
        while (at < limit) {
            char c = html.charAt(at);
            if (c == '>') {
                return at + 1;
            }
            if (isSpace(c) || c == '/' || c == '=' || c == '"' || c == '\'') {
                at++;
                continue;
            }
            at = attribute(at);
            if (at < 0) {
                return -1;
            }
        }
        return -1;
    }

    private int attribute(int start) {
        int at = start;
        while (at < limit && "=>/".indexOf(html.charAt(at)) < 0 && !isSpace(html.charAt(at))) {
            at++;
        }
        int nameEnd = at;
        int equals = skipSpace(at);
        if (equals >= limit || html.charAt(equals) != '=') {
            return at;
        }
        at = skipSpace(equals + 1);
        if (at >= limit) {
            return -1;
        }
        String found = html.substring(start, nameEnd).toLowerCase(Locale.ROOT);
        char quote = html.charAt(at);
        if (quote == '"' || quote == '\'') {
            int end = html.indexOf(quote, at + 1);
            if (end < 0 || end >= limit) {
                return -1;
            }
            attributes.add(new Attribute(found, at + 1, end));
            return end + 1;
        }
        int end = at;
        while (end < limit && html.charAt(end) != '>' && !isSpace(html.charAt(end))) {
            end++;
        }
        attributes.add(new Attribute(found, at, end));
        return end;
    }

    private int skipSpace(int start) {
        int at = start;
        while (at < limit && isSpace(html.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
