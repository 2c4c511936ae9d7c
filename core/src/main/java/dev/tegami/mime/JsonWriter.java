package dev.tegami.mime;

import java.util.Locale;

/** Writes JSON (RFC 8259), with everything escaped that a line of a log should not hold. */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();
    private boolean first = true;
    private boolean named;

    JsonWriter open(char bracket) {
        out.append(bracket);
        first = true;
        named = false;
        return this;
    }

    JsonWriter close(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    JsonWriter closeAll(String brackets) {
        for (int i = 0; i < brackets.length(); i++) {
            close(brackets.charAt(i));
        }
        return this;
    }

    /** Starts the next item of an array, or the value after a name. */
    JsonWriter item() {
        if (named) {
            named = false;
            return this;
        }
        if (!first) {
            out.append(',');
        }
        first = false;
        return this;
    }

    JsonWriter name(String name) {
        item();
        quoted(name);
        out.append(':');
        named = true;
        return this;
    }

    JsonWriter text(String name, String value) {
        name(name);
        named = false;
        quoted(value);
        return this;
    }

    JsonWriter number(String name, long value) {
        name(name);
        named = false;
        out.append(value);
        return this;
    }

    private void quoted(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || (c >= 127 && c < 160) || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
