package dev.tegami.internal.idna;

/** Which letters of the Arabic, Syriac and N'Ko scripts join to their neighbours (RFC 5892 appendix A.1). */
final class JoiningType {
    /** They join to the letter before them only. */
    private static final String JOIN_BEFORE = "\u0622\u0623\u0624\u0625\u0627\u0629\u062F\u0630\u0631\u0632\u0648\u0671"
            + "\u0672\u0673\u0675\u0676\u0677\u0688\u0689\u068A\u068B\u068C\u068D\u068E\u068F\u0690\u0691\u0692\u0693"
            + "\u0694\u0695\u0696\u0697\u0698\u0699\u06C0\u06C3\u06C4\u06C5\u06C6\u06C7\u06C8\u06C9\u06CA\u06CB\u06CD"
            + "\u06CF\u06D2\u06D3\u06D5\u06EE\u06EF\u0759\u075A\u075B\u076B\u076C\u0771\u0773\u0774\u0778\u0779\u08AA"
            + "\u08AB\u08AC\u08AE\u08B1\u08B2\u08B9\u0710\u0715\u0716\u0717\u0718\u0719\u071E\u0728\u072A\u072C\u072F"
            + "\u074D";

    /** They join to none. */
    private static final String JOIN_NEVER = "\u0621\u0674\u08AD";

    private JoiningType() {}

    /** Whether the character before that place, marks aside, joins to what follows, and the one after it to what precedes. */
    static boolean isBetweenJoining(int[] text, int at) {
        int before = at - 1;
        while (before >= 0 && isMark(text[before])) {
            before--;
        }
        int after = at + 1;
        while (after < text.length && isMark(text[after])) {
            after++;
        }
        return before >= 0
                && after < text.length
                && isLetter(text[before])
                && JOIN_BEFORE.indexOf(text[before]) < 0
                && isLetter(text[after]);
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** A letter that joins to at least one neighbour. */
    private static boolean isLetter(int c) {
        boolean inScript = (c >= 0x620 && c <= 0x6FF)
                || (c >= 0x710 && c <= 0x72F)
                || (c >= 0x74D && c <= 0x77F)
                || (c >= 0x7CA && c <= 0x7EA)
                || (c >= 0x8A0 && c <= 0x8C7);
        return inScript && Character.isLetter(c) && JOIN_NEVER.indexOf(c) < 0;
    }
}
