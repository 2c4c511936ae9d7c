package dev.tegami.internal.mime;

/** Text whose lines may flow (RFC 3676): written in lines that any reader shows well, joined again where it is known. */
public final class Flowed {
    private static final int WIDTH = 72;

    private Flowed() {}

    /** Writes paragraphs, which are lines here, in lines with soft ends; CRLF between all of them. */
    public static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        int n = text.length();
        int at = 0;
        while (at <= n) {
            int end = text.indexOf("\r\n", at);
            boolean last = end < 0;
            paragraph(text.substring(at, last ? n : end), out);
            if (last) {
                return out.toString();
            }
            out.append("\r\n");
            at = end + 2;
        }
        return out.toString();
    }

    private static void paragraph(String line, StringBuilder out) {
        int end = line.length();
        if (!line.equals("-- ")) {
            while (end > 0 && line.charAt(end - 1) == ' ') {
                end--;
            }
        }
        int at = 0;
        while (end - at > WIDTH && !line.startsWith(">")) {
            int space = line.lastIndexOf(' ', at + WIDTH - 1);
            space = space <= at ? line.indexOf(' ', at + 1) : space;
            while (space > 0 && space + 1 < end && line.charAt(space + 1) == ' ') {
                space++;
            }
            if (space <= at || space + 1 >= end) {
                break;
            }
            stuff(line, at, out).append(line, at, space + 1).append("\r\n");
            at = space + 1;
        }
        if (at == 0 && line.startsWith(">")) {
            out.append(line, 0, end);
        } else {
            stuff(line, at, out).append(line, at, end);
        }
    }

    /** A blank before what a reader would take for a quote mark, for stuffing or for an mbox separator. */
    private static StringBuilder stuff(String line, int at, StringBuilder out) {
        boolean needed = at < line.length()
                && (line.charAt(at) == ' ' || line.charAt(at) == '>' || line.startsWith("From ", at));
        return needed ? out.append(' ') : out;
    }

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
                out.append(">".repeat(depth)).append(depth > 0 ? " " : "");
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
