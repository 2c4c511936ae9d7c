package dev.tegami.internal.mime;

/** Atoms, phrases and quoted strings (RFC 5322 section 3.2), for writing. */
public final class Atoms {
    private Atoms() {}

    static boolean isAtomChar(char c) {
        return Ascii.isAlphanumeric(c) || (c > ' ' && c < 127 && "!#$%&'*+-/=?^_`{|}~".indexOf(c) >= 0);
    }

    /** Whether the text is atoms with dots between, as a local part may be; with characters of UTF-8 (RFC 6532). */
    public static boolean isDotAtom(String text) {
        if (text.isEmpty() || text.charAt(0) == '.' || text.charAt(text.length() - 1) == '.' || text.contains("..")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isAtomChar(c) && c != '.' && c < 128) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is atoms with single blanks between, free of what a reader would take for an encoded word. */
    static boolean isPhrase(String text) {
        if (text.isEmpty() || text.length() > 60 || text.contains("=?")) {
            return false;
        }
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (blank) {
                    return false;
                }
                blank = true;
            } else if (isAtomChar(c)) {
                blank = false;
            } else {
                return false;
            }
        }
        return !blank;
    }

    static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 127) {
                return false;
            }
        }
        return true;
    }

    static boolean isPrintableAscii(String text) {
        return isPrintable(text) && Ascii.isAscii(text);
    }

    /** The text as a quoted string. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    /** Whether the text is a token (RFC 2045 section 5.1). */
    public static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 127 || "()<>@,;:\\\"/[]?=".indexOf(c) >= 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
