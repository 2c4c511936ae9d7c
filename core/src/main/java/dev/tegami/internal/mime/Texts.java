package dev.tegami.internal.mime;

/** What no header may carry: CR, LF and NUL, and halves of surrogate pairs, which no charset can express. */
public final class Texts {
    private Texts() {}

    /** Says what is wrong with the text, or gives an empty string. */
    public static String trouble(CharSequence text) {
        int n = text.length();
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                return (c == 0 ? "NUL" : c == '\r' ? "CR" : "LF") + " at character " + i;
            }
        }
        int broken = brokenPair(text);
        return broken < 0 ? "" : "half of a surrogate pair at character " + broken;
    }

    /** The place of a surrogate that lacks its other half, or -1. */
    public static int brokenPair(CharSequence text) {
        int n = text.length();
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || i + 1 == n || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
