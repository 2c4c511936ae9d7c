package dev.tegami.imap.internal.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A command as it will go out, checked whole before an octet is sent: CR, LF and NUL are refused, also inside what
 * would travel as a literal.
 */
public final class Script {
    private static final String ATOM_SPECIALS = "(){%*\"\\]";

    private final Dialect dialect;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    public Script(boolean utf8) {
        this(utf8 ? Dialect.REV2 : Dialect.FIRST);
    }

    public Script(Dialect dialect) {
        this.dialect = dialect;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** A stretch of the command. */
    public sealed interface Piece permits Plain, Secret, Literal {}

    /** Text for all to see. */
    public record Plain(String text) implements Piece {}

    /** Text that traces hide. */
    public record Secret(String text) implements Piece {}

    /**
     * Octets announced by their number.
     *
     * @param isAsked whether they wait for the server's leave, even where they need not
     */
    public record Literal(long size, Body body, String mark, boolean isAsked) implements Piece {}

    /** Writes the octets of a literal. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Appends grammar of our own, never a caller's text. */
    public Script raw(String grammar) {
        text.append(grammar);
        return this;
    }

    public Script atom(String word) {
        if (word.isEmpty()) {
            throw new IllegalArgumentException("an empty atom");
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c <= ' ' || c >= 0x7F || ATOM_SPECIALS.indexOf(c) >= 0) {
                throw new IllegalArgumentException("not an atom: character " + i + " is U+" + Integer.toHexString(c));
            }
        }
        text.append(word);
        return this;
    }

    /** A caller's text as a quoted string, or as a literal where it is not ASCII. */
    public Script string(String value) {
        check(value);
        if (dialect.utf8Strings() || isAscii(value)) {
            text.append(quote(value));
        } else {
            byte[] octets = value.getBytes(StandardCharsets.UTF_8);
            literal(octets.length, out -> out.write(octets), "");
        }
        return this;
    }

    /** A secret text; never as part of what traces show. */
    public Script secret(String value) {
        check(value);
        close();
        if (isAscii(value)) {
            pieces.add(new Secret(quote(value)));
        } else {
            byte[] octets = value.getBytes(StandardCharsets.UTF_8);
            pieces.add(new Literal(octets.length, out -> out.write(octets), "", false));
        }
        return this;
    }

    public Script folder(String name) {
        check(name);
        String wire = name.equalsIgnoreCase("INBOX") ? "INBOX" : dialect.utf8Names() ? name : ModifiedUtf7.encode(name);
        text.append(quote(wire));
        return this;
    }

    /** A label at Gmail: its own are flags, the user's are written as folder names are. */
    public Script label(String label) {
        check(label);
        boolean isOwn = label.matches("\\\\[A-Za-z]{1,60}");
        text.append(isOwn ? label : quote(dialect.utf8Names() ? label : ModifiedUtf7.encode(label)));
        return this;
    }

    public Script literal(long size, Body body, String mark) {
        return add(new Literal(size, body, mark, false));
    }

    /** Octets that never go out before the server said that it waits for them. */
    public Script askedLiteral(long size, Body body, String mark) {
        return add(new Literal(size, body, mark, true));
    }

    private Script add(Literal literal) {
        close();
        pieces.add(literal);
        return this;
    }

    public List<Piece> pieces() {
        close();
        return List.copyOf(pieces);
    }

    private void close() {
        if (text.length() > 0) {
            pieces.add(new Plain(text.toString()));
            text.setLength(0);
        }
    }

    private static void check(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new IllegalArgumentException("CR, LF or NUL at character " + i);
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("half a character at " + i);
            }
        }
    }

    private static boolean isAscii(String value) {
        return value.chars().allMatch(c -> c < 0x7F);
    }

    private static String quote(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        return out.append('"').toString();
    }
}
