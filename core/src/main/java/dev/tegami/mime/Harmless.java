package dev.tegami.mime;

import dev.tegami.internal.mime.Texts;

/** Makes texts of foreign formats and of received messages fit for a header, where the rest matters more. */
final class Harmless {
    private Harmless() {}

    /** Control characters become blanks, halves of surrogate pairs U+FFFD. */
    static String text(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c < ' ' || c == 127) {
                clean.setCharAt(i, ' ');
            }
        }
        int broken = Texts.brokenPair(clean);
        if (broken >= 0) {
            for (int i = broken; i < clean.length(); i++) {
                char c = clean.charAt(i);
                boolean isPair = Character.isHighSurrogate(c)
                        && i + 1 < clean.length()
                        && Character.isLowSurrogate(clean.charAt(i + 1));
                if (isPair) {
                    i++;
                } else if (Character.isSurrogate(c)) {
                    clean.setCharAt(i, '\uFFFD');
                }
            }
        }
        return clean.toString().trim();
    }

    /** What of a text is printable US-ASCII without blanks. */
    static String ascii(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 127) {
                clean.append(c);
            }
        }
        return clean.toString();
    }
}
