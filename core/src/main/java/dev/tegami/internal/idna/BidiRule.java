package dev.tegami.internal.idna;

/** How characters that run from right to left may stand in a label (RFC 5893 section 2). */
final class BidiRule {
    private static final long RIGHT =
            bits(Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
    private static final long LEFT = bits(Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    private static final long EUROPEAN = bits(Character.DIRECTIONALITY_EUROPEAN_NUMBER);
    private static final long ARABIC = bits(Character.DIRECTIONALITY_ARABIC_NUMBER);
    private static final long MARKS = bits(Character.DIRECTIONALITY_NONSPACING_MARK);
    private static final long NEUTRAL = MARKS
            | bits(
                    Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
                    Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
                    Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
                    Character.DIRECTIONALITY_OTHER_NEUTRALS,
                    Character.DIRECTIONALITY_BOUNDARY_NEUTRAL);

    private BidiRule() {}

    private static long bits(byte... directions) {
        long bits = 0;
        for (byte direction : directions) {
            bits |= 1L << direction;
        }
        return bits;
    }

    private static long bit(int c) {
        byte direction = Character.getDirectionality(c);
        return direction < 0 ? 0 : 1L << direction;
    }

    /** Whether the label makes its whole name a matter of this rule. */
    static boolean concerns(String label) {
        return label.codePoints().anyMatch(c -> (bit(c) & (RIGHT | ARABIC)) != 0);
    }

    static boolean holds(String label) {
        long all = label.codePoints().mapToLong(BidiRule::bit).reduce(0, (a, b) -> a | b);
        int[] c = label.codePoints().toArray();
        int last = c.length - 1;
        while (last > 0 && bit(c[last]) == MARKS) {
            last--;
        }
        if (c.length == 0) {
            return true;
        }
        if ((bit(c[0]) & RIGHT) != 0) {
            return (all & ~(RIGHT | ARABIC | EUROPEAN | NEUTRAL)) == 0
                    && (bit(c[last]) & (RIGHT | ARABIC | EUROPEAN)) != 0
                    && (all & (EUROPEAN | ARABIC)) != (EUROPEAN | ARABIC);
        }
        return (bit(c[0]) & LEFT) != 0
                && (all & ~(LEFT | EUROPEAN | NEUTRAL)) == 0
                && (bit(c[last]) & (LEFT | EUROPEAN)) != 0;
    }
}
