package dev.tegami.internal.mime;

/** Comments and quoted strings as things to step over (RFC 5322 section 3.2.2); nested as deep as they like. */
public final class Comments {
    private Comments() {}

    /** The first {@code wanted} outside of comments and quoted strings, or -1. */
    static int indexOf(String text, char wanted, int from) {
        int at = from;
        int n = text.length();
        while (at < n) {
            char c = text.charAt(at);
            if (c == wanted) {
                return at;
            }
            if (c == '(') {
                at = end(text, at);
            } else if (c == '"') {
                at = endOfQuoted(text, at);
            } else {
                at++;
            }
        }
        return -1;
    }

    /** Whether the comment that starts at {@code from} ends. */
    static boolean isClosed(String text, int from) {
        return close(text, from) >= 0;
    }

    /** The place after the comment that starts at {@code from}; the end of the text if it is never closed. */
    static int end(String text, int from) {
        int close = close(text, from);
        return close < 0 ? text.length() : close;
    }

    private static int close(String text, int from) {
        int depth = 0;
        int n = text.length();
        for (int at = from; at < n; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }

    /** The place after the quoted string that starts at {@code from}; the end of the text if it is never closed. */
    static int endOfQuoted(String text, int from) {
        int n = text.length();
        for (int at = from + 1; at < n; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '"') {
                return at + 1;
            }
        }
        return n;
    }

    /** Whether the quoted string that ends at {@code end} is closed there. */
    static boolean isQuoted(String text, int from, int end) {
        int slashes = end - 2;
        while (slashes > from && text.charAt(slashes) == '\\') {
            slashes--;
        }
        return end - from > 1 && text.charAt(end - 1) == '"' && (end - 2 - slashes) % 2 == 0;
    }

    /** The place of the next character that is neither white space nor inside a comment. */
    static int skip(String text, int from) {
        int at = from;
        int n = text.length();
        while (at < n) {
            char c = text.charAt(at);
            if (c == '(') {
                at = end(text, at);
            } else if (c <= ' ') {
                at++;
            } else {
                return at;
            }
        }
        return n;
    }

    /** The text without its comments. */
    public static String strip(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '(') {
                at = end(text, at);
                kept.append(' ');
            } else if (c == '"') {
                int end = endOfQuoted(text, at);
                kept.append(text, at, end);
                at = end;
            } else {
                kept.append(c);
                at++;
            }
        }
        return kept.toString();
    }

    /** The content of the quoted string {@code text[from .. to)}, its quotes and backslashes taken away. */
    static String unquote(String text, int from, int to) {
        int end = to - 1 > from && text.charAt(to - 1) == '"' ? to - 1 : to;
        int at = from + 1;
        while (at < end && text.charAt(at) != '\\') {
            at++;
        }
        if (at >= end) {
            return text.substring(from + 1, Math.max(from + 1, end));
        }
        StringBuilder plain = new StringBuilder(end - from).append(text, from + 1, at);
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < end) {
                c = text.charAt(++at);
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
