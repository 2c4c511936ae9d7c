package dev.tegami.internal.mime;

/** Steps through an Authentication-Results field (RFC 8601 section 2.2) by words, quoted ones too, comments left out. */
public final class ResultScanner {
    private final String text;
    private int at;

    public ResultScanner(String text) {
        this.text = text;
    }

    /** Passes over the rest of this clause; false where no other follows. */
    public boolean nextClause() {
        int next = Comments.indexOf(text, ';', at);
        at = next < 0 ? text.length() : next + 1;
        return next >= 0;
    }

    /** Takes a character if it comes next. */
    public boolean take(char wanted) {
        int next = Comments.skip(text, at);
        boolean found = next < text.length() && text.charAt(next) == wanted;
        at = found ? next + 1 : next;
        return found;
    }

    /** Whether the next word stands in quotes. */
    public boolean isQuoted() {
        at = Comments.skip(text, at);
        return at < text.length() && text.charAt(at) == '"';
    }

    /** The next word, which white space, a comment, a semicolon or one of these ends; empty at the end of a clause. */
    public String word(String stops) {
        if (isQuoted()) {
            int end = Comments.endOfQuoted(text, at);
            String quoted = Comments.unquote(text, at, end);
            at = end;
            return quoted;
        }
        int start = at;
        while (at < text.length() && isInside(text.charAt(at), stops)) {
            at++;
        }
        if (at == start && at < text.length() && text.charAt(at) != ';' && stops.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isInside(char c, String stops) {
        return c > ' ' && c != ';' && c != '(' && stops.indexOf(c) < 0;
    }
}
