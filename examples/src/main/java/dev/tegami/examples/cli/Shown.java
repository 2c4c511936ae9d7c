package dev.tegami.examples.cli;

/** A stranger's text, made fit to be seen: it breaks no line, steers no terminal, turns no direction around. */
public final class Shown {
    private static final int LONGEST = 400;

    private Shown() {}

    /**
     * Makes one line of a text.
     *
     * @param text anybody's
     * @return its beginning, without what is not to be seen
     */
    public static String line(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> safe.appendCodePoint(isSafe(c) ? c : '\uFFFD'));
        return safe.toString();
    }

    /**
     * Makes a text of many lines fit to be seen; it keeps its length, its line ends and its tabs.
     *
     * @param text anybody's
     * @return all of it, without what is not to be seen
     */
    public static String text(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> safe.appendCodePoint(c == '\n' || c == '\t' || isSafe(c) ? c : '\uFFFD'));
        return safe.toString();
    }

    static boolean isSafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> c == 0x200C || c == 0x200D;
            default -> true;
        };
    }
}
