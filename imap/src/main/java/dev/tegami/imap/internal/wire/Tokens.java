package dev.tegami.imap.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A cursor over one framed response: atoms, numbers, strings, lists. */
public final class Tokens {
    private final byte[] octets;
    private final int end;
    private final int nesting;
    private final Literals literals;
    private int at;
    private boolean utf8Names;

    public Tokens(byte[] octets, int length, int nesting) {
        this(octets, length, nesting, Literals.NONE);
    }

    Tokens(byte[] octets, int length, int nesting, Literals literals) {
        this.octets = octets;
        this.end = length;
        this.nesting = nesting;
        this.literals = literals;
    }

    public static Tokens of(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return new Tokens(octets, octets.length, 64);
    }

    /** Takes folder names as UTF-8 from now on, as after UTF8=ACCEPT (RFC 6855 §3). */
    public Tokens utf8Names() {
        utf8Names = true;
        return this;
    }

    /** The name of a folder, decoded. */
    public String folder() throws BadSyntax {
        String name = astring();
        if (name.equalsIgnoreCase("INBOX")) {
            return "INBOX";
        }
        return utf8Names ? name : ModifiedUtf7.decode(name);
    }

    public BadSyntax bad(String what) {
        return new BadSyntax(what, at);
    }

    public int at() {
        return at;
    }

    public void back(int position) {
        at = position;
    }

    public int nesting() {
        return nesting;
    }

    public boolean atEnd() {
        return at >= end;
    }

    /** The next octet, or -1. */
    public int peek() {
        return at < end ? octets[at] & 0xFF : -1;
    }

    /** Takes the octet if it comes next. */
    public boolean next(char octet) {
        if (at < end && octets[at] == octet) {
            at++;
            return true;
        }
        return false;
    }

    public void expect(char octet) throws BadSyntax {
        if (!next(octet)) {
            throw bad("expected '" + octet + "'");
        }
    }

    /** Skips blanks; servers are generous with them. */
    public void blanks() {
        while (at < end && octets[at] == ' ') {
            at++;
        }
    }

    /** An atom in the wide sense: up to a blank, parenthesis, bracket or quote. */
    public String atom() throws BadSyntax {
        int from = at;
        while (at < end && isAtom(octets[at])) {
            at++;
        }
        if (at == from) {
            throw bad("expected an atom");
        }
        return text(from, at);
    }

    private static boolean isAtom(int octet) {
        return switch (octet) {
            case '(', ')', '"', '[', ']', '{', '<', 0x7F -> false;
            default -> octet > ' ' || octet < 0;
        };
    }

    /** A flag, keyword or attribute, with its backslash. */
    public String word() throws BadSyntax {
        int from = at;
        while (at < end && octets[at] != ' ' && octets[at] != '(' && octets[at] != ')') {
            at++;
        }
        if (at == from) {
            throw bad("expected a word");
        }
        return text(from, at);
    }

    public long number() throws BadSyntax {
        int from = at;
        long value = 0;
        while (at < end && octets[at] >= '0' && octets[at] <= '9') {
            if (at - from >= 19) {
                throw bad("number too long");
            }
            value = value * 10 + octets[at++] - '0';
        }
        if (at == from || value < 0) {
            throw bad("expected a number");
        }
        return value;
    }

    /** NIL, a quoted string or a literal; null for NIL. Text that is not UTF-8 is read as Latin-1. */
    public @Nullable String nstring() throws BadSyntax {
        int c = peek();
        if (c == '"') {
            return quoted();
        }
        if (c == '{' || c == '~') {
            byte[] literal = literal();
            return decode(literal, 0, literal.length);
        }
        if (isNil()) {
            at += 3;
            return null;
        }
        throw bad("expected a string or NIL");
    }

    public boolean isNil() {
        return at + 3 <= end
                && (octets[at] | 0x20) == 'n'
                && (octets[at + 1] | 0x20) == 'i'
                && (octets[at + 2] | 0x20) == 'l'
                && (at + 3 == end || !isAtom(octets[at + 3]));
    }

    /** A string or an atom, as folder names come. */
    public String astring() throws BadSyntax {
        int c = peek();
        if (c == '"' || c == '{' || c == '~') {
            String text = nstring();
            return text == null ? "" : text;
        }
        int from = at;
        while (at < end && octets[at] != ' ' && octets[at] != '(' && octets[at] != ')') {
            at++;
        }
        if (from == at) {
            throw bad("expected a string");
        }
        return decode(octets, from, at);
    }

    /** The octets of a string, or null for NIL. */
    public byte @Nullable [] nbytes() throws BadSyntax {
        int c = peek();
        if (c == '{' || c == '~') {
            return literal();
        }
        if (c != '"') {
            if (isNil()) {
                at += 3;
                return null;
            }
            throw bad("expected a string or NIL");
        }
        int from = ++at;
        boolean escaped = quotedEnd();
        byte[] raw = Arrays.copyOfRange(octets, from, at - 1);
        return escaped ? unescape(raw) : raw;
    }

    private String quoted() throws BadSyntax {
        int from = ++at;
        boolean escaped = quotedEnd();
        if (!escaped) {
            return decode(octets, from, at - 1);
        }
        byte[] raw = unescape(Arrays.copyOfRange(octets, from, at - 1));
        return decode(raw, 0, raw.length);
    }

    private boolean quotedEnd() throws BadSyntax {
        boolean escaped = false;
        while (at < end) {
            int c = octets[at++];
            if (c == '"') {
                return escaped;
            }
            if (c == '\r' || c == '\n') {
                break;
            }
            if (c == '\\') {
                escaped = true;
                at++;
            }
        }
        at = Math.min(at, end);
        throw bad("a quoted string that does not end");
    }

    private static byte[] unescape(byte[] raw) {
        int to = 0;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '\\' && i + 1 < raw.length) {
                i++;
            }
            raw[to++] = raw[i];
        }
        return Arrays.copyOf(raw, to);
    }

    private byte[] literal() throws BadSyntax {
        next('~');
        expect('{');
        long size = number();
        next('+');
        expect('}');
        next('\r');
        expect('\n');
        byte[] aside = literals.at(at);
        if (aside != null) {
            return aside;
        }
        if (size > end - at) {
            throw bad("a literal longer than its response");
        }
        int from = at;
        at += (int) size;
        return Arrays.copyOfRange(octets, from, at);
    }

    /** Skips one value of any shape, whose octets may later serve as text. */
    public void skip() throws BadSyntax {
        int depth = 0;
        do {
            blanks();
            int c = peek();
            if (c == '(') {
                at++;
                if (++depth > nesting) {
                    throw bad("lists nested deeper than " + nesting);
                }
            } else if (c == ')' && depth > 0) {
                at++;
                depth--;
            } else if (c == '"' || c == '{' || c == '~') {
                nbytes();
            } else if (c < 0 || c == ')') {
                throw bad("expected a value");
            } else {
                word();
            }
        } while (depth > 0);
    }

    /** The rest as text. */
    public String rest() {
        int from = at;
        at = end;
        byte[] all = literals.putBack(octets, from, end);
        return decode(all, 0, all.length);
    }

    /** Text up to an octet, which is taken too. */
    public String until(char octet) throws BadSyntax {
        int from = at;
        while (at < end && octets[at] != octet) {
            at++;
        }
        String text = decode(octets, from, at);
        expect(octet);
        return text;
    }

    public String text(int from, int to) {
        return new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String decode(byte[] octets, int from, int to) {
        for (int i = from; i < to; i++) {
            if (octets[i] < 0) {
                String utf8 = new String(octets, from, to - from, StandardCharsets.UTF_8);
                return utf8.indexOf('\uFFFD') < 0
                        ? utf8
                        : new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
            }
        }
        return new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
