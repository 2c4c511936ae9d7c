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

        /** The mailbox that comes next stands behind another one without a comma. */
        void missingComma();
    }

    private static final int LONGEST_LITERAL = 80;

    private final String text;
    private final Sink sink;
    private final AddressWords words;
    private boolean anyQuoted;
    private int wordsBeforeAngle;
    private @Nullable String angle;
    private @Nullable String comment;
    private boolean inGroup;
    private boolean neverClosed;
    /** Each try may look at all of the text. */
    private int commentsToTry = 8;

    private AddressGrammar(String text, Sink sink) {
        this.text = text;
        this.sink = sink;
        this.words = new AddressWords(text);
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
            } else if (c == '(' && !isClosed(at)) {
                at++;
            } else if (c == '(') {
                int end = Comments.end(text, at);
                comment = text.substring(at + 1, Math.max(at + 1, end - (text.charAt(end - 1) == ')' ? 1 : 0)));
                at = end;
            } else if (c == '"') {
                at = quoted(at);
            } else if (c == '<') {
                at = angle(at);
            } else if (c == '>' && at > 0 && text.charAt(at - 1) > ' ') {
                at++; // of an address that lacks its opening bracket
            } else if (c == ',') {
                finish();
                at++;
            } else if (c == ';') {
                finish();
                endGroup();
                at++;
            } else if (c == ':' && angle == null && words.addresses() == 0) {
                startGroup();
                at++;
            } else {
                int end = endOfAtom(at + 1);
                words.atom(at, end);
                at = end;
            }
        }
        finish();
        endGroup();
    }

    /** Whether a comment ends; one that does not hides no address (RFC 7103 section 7.1). */
    private boolean isClosed(int at) {
        boolean mayHide = angle == null && words.addresses() == 0 && text.indexOf('@', at) >= 0;
        if (!mayHide || commentsToTry == 0 || Comments.isClosed(text, at)) {
            return true;
        }
        commentsToTry--;
        return false;
    }

    private int quoted(int at) {
        int end = endOfQuoted(at);
        if (end == at + 1) {
            return end;
        }
        anyQuoted = true;
        words.quoted(Comments.unquote(text, at, end), at, end);
        return end;
    }

    /** A group inside of a group is none (RFC 5322 section 3.4): its members are those of the outer one. */
    private void startGroup() {
        if (!words.isEmpty() && !inGroup) {
            sink.group(EncodedWords.decode(words.toString()));
            inGroup = true;
        }
        reset();
    }

    private void endGroup() {
        if (inGroup) {
            sink.endOfGroup();
            inGroup = false;
        }
    }

    private int endOfAtom(int from) {
        int at = from;
        boolean isAddress = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c <= ' ' || c == '(' || c == '"' || c == '<' || c == ',' || c == ';' || (c == '>' && isAddress)) {
                return at;
            }
            isAddress |= c == '@';
            if (c == ':' && words.addresses() == 0) {
                return at;
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

    /** Reads an address in angle brackets; without the closing one it ends at the next comma or opening bracket. */
    private int angle(int from) {
        int n = text.length();
        int start = from + 1;
        int at = start;
        boolean isSpec = false;
        boolean isRoute = Comments.skip(text, start) < n && text.charAt(Comments.skip(text, start)) == '@';
        while (at < n && text.charAt(at) != '>') {
            char c = text.charAt(at);
            if (c == '"') {
                at = endOfQuoted(at);
            } else if (c == '(') {
                at = Comments.end(text, at);
            } else if ((c == '<' || c == ',') && isSpec) {
                inner(text.substring(start, at));
                return at;
            } else {
                isRoute &= c != ':';
                isSpec |= c == '@' && !isRoute;
                start = c == '<' ? at + 1 : start;
                at++;
            }
        }
        inner(text.substring(Math.min(start, n), Math.min(at, n)));
        while (at < n && text.charAt(at) == '>') {
            at++;
        }
        return at;
    }

    /** The place after a quoted string; a quote that nothing closes is stepped over, so that it swallows no address. */
    private int endOfQuoted(int at) {
        int end = neverClosed ? text.length() : Comments.endOfQuoted(text, at);
        if (end == text.length() && !Comments.isQuoted(text, at, end)) {
            neverClosed = true;
            return at + 1;
        }
        return end;
    }

    /** What stood in brackets is the address; if there was one already, no comma stood between them. */
    private void inner(String address) {
        String before = angle;
        if (before != null && !before.isBlank()) {
            if (address.isBlank()) {
                return;
            }
            spec(named(words.take(wordsBeforeAngle)), before);
            comment = null;
            sink.missingComma();
        }
        angle = address;
        wordsBeforeAngle = words.length();
        words.endRun();
    }

    private void finish() {
        String inner = angle;
        if (inner != null && !(inner.isBlank() && words.addresses() > 0)) {
            int all = words.addresses();
            if (all == 0 || all == words.addressesBefore(wordsBeforeAngle)) {
                spec(named(words.take(words.length())), inner);
            } else {
                spec(EncodedWords.decode(words.take(wordsBeforeAngle)), inner);
                sink.missingComma();
                withoutBrackets();
            }
        } else if (words.addresses() > 0) {
            withoutBrackets();
        } else if (!words.isEmpty()) {
            bare();
        }
        reset();
    }

    private void withoutBrackets() {
        int last = words.addresses() - 1;
        for (int i = 0; i <= last; i++) {
            String name = words.beside(i);
            spec(i == last ? named(name) : EncodedWords.decode(name), words.address(i));
            if (i < last) {
                sink.missingComma();
            }
        }
    }

    private String named(String name) {
        return name.isEmpty() ? commentName() : EncodedWords.decode(name);
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
        words.clear();
        anyQuoted = false;
        angle = null;
        comment = null;
    }
}
