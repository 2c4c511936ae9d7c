package dev.tegami.internal.idna;

import java.lang.Character.UnicodeScript;

/** Which characters a label may hold beyond US-ASCII, and where (RFC 5892). */
final class LabelRules {
    private static final String ALLOWED = "\u00DF\u03C2\u06FD\u06FE\u0F0B\u3007";

    /** Among them what is invisible, and what case folding would change. */
    private static final String REFUSED = "\u0640\u07FA\u302E\u302F\u3031\u3032\u3033\u3034\u3035\u303B"
            + "\u0345\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u3164\uFFA0";

    /** Signs that take the vowel off a consonant. */
    private static final String VIRAMAS = "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA"
            + "\u0E3A\u0EBA\u0F84\u1039\u103A\u1714\u1734\u17D2\u1A60\u1B44\u1BAA\u1BAB\u1BF2\u1BF3\u2D7F\uA806\uA82C"
            + "\uA8C4\uA953\uA9C0\uAAF6\uABED";

    private LabelRules() {}

    /** Whether the label, which is mapped and not all US-ASCII, can be registered. */
    static boolean isLabel(String label) {
        int[] c = label.codePoints().toArray();
        int first = Character.getType(c[0]);
        boolean mark = first == Character.NON_SPACING_MARK || first == Character.COMBINING_SPACING_MARK;
        boolean dashes = c[0] == '-' || c[c.length - 1] == '-' || label.startsWith("--", 2);
        if (mark || dashes) {
            return false;
        }
        for (int i = 0; i < c.length; i++) {
            if (!isAllowed(c[i]) && !isAllowedHere(c, i)) {
                return false;
            }
        }
        return !(has(c, 0x660, 0x669) && has(c, 0x6F0, 0x6F9));
    }

    private static boolean isAllowed(int c) {
        if (c < 128) {
            return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        if (ALLOWED.indexOf(c) >= 0) {
            return true;
        }
        if (REFUSED.indexOf(c) >= 0 || isJamo(c) || (c >= 0xFE00 && c <= 0xFE0F) || c >= 0xE0000) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.LOWERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** The parts of old Hangul syllables. */
    private static boolean isJamo(int c) {
        return (c >= 0x1100 && c <= 0x11FF) || (c >= 0xA960 && c <= 0xA97F) || (c >= 0xD7B0 && c <= 0xD7FF);
    }

    private static boolean isAllowedHere(int[] c, int i) {
        int before = i == 0 ? ' ' : c[i - 1];
        int after = i + 1 == c.length ? ' ' : c[i + 1];
        return switch (c[i]) {
            case 0x200C -> VIRAMAS.indexOf(before) >= 0 || JoiningType.isBetweenJoining(c, i);
            case 0x200D -> VIRAMAS.indexOf(before) >= 0;
            case 0xB7 -> before == 'l' && after == 'l';
            case 0x375 -> is(after, UnicodeScript.GREEK);
            case 0x5F3, 0x5F4 -> is(before, UnicodeScript.HEBREW);
            case 0x30FB -> hasJapanese(c);
            default -> false;
        };
    }

    private static boolean is(int c, UnicodeScript script) {
        return UnicodeScript.of(c) == script;
    }

    private static boolean hasJapanese(int[] label) {
        for (int c : label) {
            if (is(c, UnicodeScript.HIRAGANA) || is(c, UnicodeScript.KATAKANA) || is(c, UnicodeScript.HAN)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(int[] label, int from, int to) {
        for (int c : label) {
            if (c >= from && c <= to) {
                return true;
            }
        }
        return false;
    }
}
