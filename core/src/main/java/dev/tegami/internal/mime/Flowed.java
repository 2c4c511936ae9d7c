package dev.tegami.internal.mime;

/** Reads text whose lines may flow (RFC 3676). */
public final class Flowed {
    private Flowed() {}

    /** Joins flowed lines; {@code delSp} is the parameter of that name. */
    public static String decode(String text, boolean delSp) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        int n = text.length();
        int openDepth = -1;
        boolean first = true;
        while (at < n) {
            int lineFeed = text.indexOf('\n', at);
            int end = lineFeed < 0 ? n : lineFeed;
            int contentEnd = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
            int depth = 0;
            while (at + depth < contentEnd && text.charAt(at + depth) == '>') {
                depth++;
            }
            int start = at + depth;
            if (start < contentEnd && text.charAt(start) == ' ') {
                start++;
            }
            boolean signature = contentEnd - start == 3 && text.startsWith("-- ", start);
            if (openDepth != depth || signature) {
                separate(out, first);
                out.append(">".repeat(depth)).append(depth > 0 && start < contentEnd ? " " : "");
            }
            boolean flows = !signature && contentEnd > start && text.charAt(contentEnd - 1) == ' ';
            out.append(text, start, flows && delSp ? contentEnd - 1 : contentEnd);
            openDepth = flows ? depth : -1;
            first = false;
            at = end + 1;
        }
        return n > 0 && text.charAt(n - 1) == '\n' && openDepth < 0
                ? out.append("\r\n").toString()
                : out.toString();
    }

    private static void separate(StringBuilder out, boolean first) {
        if (!first) {
            out.append("\r\n");
        }
    }
}
