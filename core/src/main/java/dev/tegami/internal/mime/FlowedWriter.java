package dev.tegami.internal.mime;

/**
 * Writes text whose lines may flow (RFC 3676), in lines that any reader shows well. Each line given is a paragraph; one
 * that begins with {@code >} is quoted, as deep as it has such signs, and flows inside its quotation.
 */
public final class FlowedWriter {
    private static final int WIDTH = 72;
    private static final String SIGNATURE = "-- ";

    private final StringBuilder out;
    private final boolean delSp;

    private FlowedWriter(int size, boolean delSp) {
        this.out = new StringBuilder(size);
        this.delSp = delSp;
    }

    /** Writes paragraphs with CRLF between them; with {@code delSp} also where they have no blanks. */
    public static String write(String text, boolean delSp) {
        FlowedWriter writer = new FlowedWriter(text.length() + 64, delSp);
        int at = 0;
        while (true) {
            int end = text.indexOf("\r\n", at);
            writer.paragraph(text.substring(at, end < 0 ? text.length() : end));
            if (end < 0) {
                return writer.out.toString();
            }
            writer.out.append("\r\n");
            at = end + 2;
        }
    }

    /** Whether a paragraph in a script without blanks is longer than a line. Long words of other scripts stay whole. */
    public static boolean needsDelSp(String text) {
        int width = 0;
        boolean wide = false;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            boolean ends = c == ' ' || c == '\r' || c == '\n';
            width = ends ? 0 : width + Columns.of(c);
            wide = !ends && (wide || Columns.of(c) == 2);
            if (wide && width > WIDTH) {
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }

    private void paragraph(String line) {
        int depth = 0;
        int start = 0;
        while (start < line.length() && line.charAt(start) == '>') {
            depth++;
            start++;
            if (line.startsWith(" >", start)) {
                start++;
            }
        }
        if (depth > 0 && line.startsWith(" ", start)) {
            start++;
        }
        String content = line.substring(start);
        int end = content.equals(SIGNATURE) ? content.length() : trimmed(content);
        int at = 0;
        int width = Math.max(WIDTH - depth - 1, WIDTH / 2);
        while (Columns.fitting(content, at, end, width) < end) {
            int next = softEnd(content, at, end, width);
            if (next >= end) {
                break;
            }
            line(depth, content, at, next);
            out.append(delSp ? " \r\n" : "\r\n");
            at = next;
        }
        line(depth, content, at, end);
    }

    private static int trimmed(String content) {
        int end = content.length();
        while (end > 0 && content.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    /** Quote marks, a blank where a reader would take the first character for something else, and the text. */
    private void line(int depth, String content, int from, int to) {
        out.append(">".repeat(depth));
        boolean special = from < to
                && (depth > 0
                        || content.charAt(from) == ' '
                        || content.charAt(from) == '>'
                        || content.startsWith("From ", from));
        out.append(special ? " " : "").append(content, from, to);
    }

    /** Where a line may end softly: behind blanks, or with DelSp beside a wide character; at the end if nowhere. */
    private int softEnd(String content, int from, int end, int width) {
        int edge = Columns.fitting(content, from, end, width);
        int best = -1;
        int at = from;
        while (at < end) {
            int c = content.codePointAt(at);
            int next = at + Character.charCount(c);
            if (best >= 0 && next > edge) {
                return best;
            }
            best = mayEnd(content, from, next, end) ? next : best;
            at = next;
        }
        return best < 0 ? end : best;
    }

    private boolean mayEnd(String content, int from, int at, int end) {
        if (at >= end) {
            return false;
        }
        boolean blank = content.charAt(at - 1) == ' ';
        if (blank) {
            boolean signature = at - from == SIGNATURE.length() && content.startsWith(SIGNATURE, from);
            return content.charAt(at) != ' ' && (delSp || !signature);
        }
        return delSp
                && content.charAt(at) != ' '
                && Columns.mayPart(content.codePointBefore(at), content.codePointAt(at));
    }
}
