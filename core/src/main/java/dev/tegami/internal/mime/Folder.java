package dev.tegami.internal.mime;

import java.nio.charset.StandardCharsets;

/** Writes one field and breaks its lines at white space, so that unfolding gives the same value back. */
final class Folder {
    /** RFC 5322 section 2.1.1 asks for 78 characters without the line end. */
    private static final int WIDTH = 78;

    private static final int HARD_LIMIT = 998;

    private final StringBuilder out;
    private int column;
    private boolean first = true;

    Folder(String name) {
        out = new StringBuilder(name.length() + 80).append(name).append(':');
        column = name.length() + 1;
    }

    /** How many characters still fit the line after a blank. */
    int room() {
        return WIDTH - column - 1;
    }

    /** Starts a new line before the next token, if there is something on this one. */
    void token(String space, String token) {
        int width = space.length() + token.length();
        boolean tooLong = column + width > WIDTH;
        boolean helps = !first || width <= WIDTH || column + width > HARD_LIMIT;
        if (tooLong && helps && !space.isEmpty()) {
            out.append("\r\n");
            column = 0;
        }
        out.append(space).append(token);
        column += width;
        first = false;
    }

    /** The field with its line end. */
    byte[] octets() {
        return out.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
