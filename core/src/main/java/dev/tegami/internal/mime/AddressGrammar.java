package dev.tegami.internal.mime;

import org.jspecify.annotations.Nullable;

/**
 * Reads address lists (RFC 5322 section 3.4, with the obsolete forms of section 4.4 and the damage of the wild). Total:
 * every text gives some list, in one pass.
 */
public final class AddressGrammar {
    /** Hears of what was read. */
    public interface Sink {
        void mailbox(String name, String localPart, String domain);

        void group(String name);

        void endOfGroup();
    }

    private static final int LONGEST_LITERAL = 80;

    private final String text;
    private final Sink sink;
    private final StringBuilder words = new StringBuilder();
    private boolean anyWord;
    private boolean anyQuoted;
    private int atSign = -1;
    private int firstWord;
    private int lastWord;
    private @Nullable String angle;
    private @Nullable String comment;
    private boolean inGroup;
    private boolean neverClosed;

    private AddressGrammar(String text, Sink sink) {
        this.text = text;
        this.sink = sink;
    }

    /** Reads an unfolded field body whose octets are given as Latin-1 characters. */
    public static void parse(String text, Sink sink) {
        new AddressGrammar(text, sink).list();
    }

    private void list() {
        int at = 0;
        int n = text.length();
        while (at < n) {
            char c = text.charAt(at);
            if (c <= ' ') {
                at++;
            } else if (c == '(') {
                int end = Comments.end(text, at);
                comment = text.substring(at + 1, Math.max(at + 1, end - (text.charAt(end - 1) == ')' ? 1 : 0)));
                at = end;
            } else if (c == '"') {
                at = quoted(at);
            } else if (c == '<') {
                at = angle(at);
            } else if (c == ',') {
                finish();
                at++;
            } else if (c == ';') {
                finish();
                endGroup();
                at++;
            } else if (c == ':' && startsGroup()) {
                sink.group(EncodedWords.decode(words.toString()));
                reset();
                inGroup = true;
                at++;
            } else {
                int end = endOfAtom(at + 1);
                word(text.substring(at, end), false, at, end);
                at = end;
            }
        }
        finish();
        endGroup();
    }

    /** Reads a quoted string; a quote that nothing closes is stepped over, so that it swallows no address. */
    private int quoted(int at) {
        int end = neverClosed ? text.length() : Comments.endOfQuoted(text, at);
        if (end == text.length() && !Comments.isQuoted(text, at, end)) {
            neverClosed = true;
            return at + 1;
        }
        word(Comments.unquote(text, at, end), true, at, end);
        return end;
    }

    private boolean startsGroup() {
        return !inGroup && anyWord && angle == null && atSign < 0;
    }

    private void endGroup() {
        if (inGroup) {
            sink.endOfGroup();
            inGroup = false;
        }
    }

    private int endOfAtom(int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c <= ' ' || c == '(' || c == '"' || c == '<' || c == ',' || c == ';' || c == ':') {
                return c == ':' && atSign >= 0 ? endOfAtom(at + 1) : at;
            }
            if (c == '[') {
                at = endOfLiteral(at);
            }
            at++;
        }
        return at;
    }

    /** The bracket that closes an address literal (RFC 5321 section 4.1.3), or the place itself if that is none. */
    private int endOfLiteral(int from) {
        int stop = Math.min(text.length(), from + LONGEST_LITERAL);
        for (int at = from + 1; at < stop; at++) {
            char c = text.charAt(at);
            if (c == ']') {
                return at;
            }
            if (c <= ' ' || c == ',' || c == '<' || c == '>') {
                return from;
            }
        }
        return from;
    }

    private void word(String word, boolean isQuoted, int at, int end) {
        firstWord = anyWord ? firstWord : at;
        lastWord = end;
        boolean glued = at > 0 && text.charAt(at - 1) > ' ' && text.charAt(at - 1) != ')';
        if (anyWord && !glued) {
            words.append(' ');
        }
        if (isQuoted) {
            anyQuoted = true;
        } else if (atSign < 0) {
            int sign = word.lastIndexOf('@');
            atSign = sign < 0 ? -1 : words.length() + sign;
        }
        words.append(word);
        anyWord = true;
    }

    /** Reads an address in angle brackets; without the closing one it ends at the next comma. */
    private int angle(int from) {
        int n = text.length();
        int at = from + 1;
        while (at < n && text.charAt(at) != '>') {
            char c = text.charAt(at);
            if (c == '"') {
                at = Comments.endOfQuoted(text, at);
            } else if (c == '(') {
                at = Comments.end(text, at);
            } else {
                at++;
            }
        }
        if (angle == null || angle.isEmpty()) {
            angle = text.substring(from + 1, Math.min(at, n));
        }
        return Math.min(n, at + 1);
    }

    private void finish() {
        String inner = angle;
        if (inner != null) {
            String name = anyWord ? EncodedWords.decode(words.toString()) : commentName();
            spec(name, inner);
        } else if (atSign >= 0) {
            spec(commentName(), text.substring(firstWord, lastWord));
        } else if (anyWord) {
            bare();
        }
        reset();
    }

    /** Words without any address. */
    private void bare() {
        String all = words.toString();
        if (!anyQuoted && all.indexOf(' ') < 0 && !all.startsWith("=?")) {
            sink.mailbox(commentName(), EncodedWords.raw(all), "");
        } else {
            sink.mailbox(EncodedWords.decode(all), "", "");
        }
    }

    private String commentName() {
        return comment == null ? "" : EncodedWords.decode(comment.trim());
    }

    private void spec(String name, String spec) {
        String flat = spec;
        if (flat.indexOf('(') >= 0) {
            flat = Comments.strip(flat);
        }
        flat = flat.trim();
        if (flat.startsWith("@")) {
            int colon = Comments.indexOf(flat, ':', 0);
            flat = colon < 0 ? flat : flat.substring(colon + 1).trim();
        }
        int sign = flat.lastIndexOf('@');
        String local = sign < 0 ? flat : flat.substring(0, sign).trim();
        String domain = sign < 0 ? "" : flat.substring(sign + 1).trim();
        sink.mailbox(name, EncodedWords.raw(localPart(local)), EncodedWords.raw(withoutBlanks(domain)));
    }

    private static String localPart(String local) {
        if (local.startsWith("\"") && Comments.endOfQuoted(local, 0) == local.length()) {
            return Comments.unquote(local, 0, local.length());
        }
        return withoutBlanks(local);
    }

    private static String withoutBlanks(String text) {
        int n = text.length();
        StringBuilder kept = null;
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c <= ' ') {
                kept = kept == null ? new StringBuilder(n).append(text, 0, i) : kept;
            } else if (kept != null) {
                kept.append(c);
            }
        }
        return kept == null ? text : kept.toString();
    }

    private void reset() {
        words.setLength(0);
        anyWord = false;
        anyQuoted = false;
        atSign = -1;
        angle = null;
        comment = null;
    }
}
