package dev.tegami.internal.mime;

import java.nio.charset.StandardCharsets;

/** One line of uuencode: it starts with the number of octets it stands for. */
final class UuLine {
    private static final byte[] BEGIN = "begin ".getBytes(StandardCharsets.US_ASCII);
    /** Some encoders add a checksum or a padding character. */
    private static final int SLACK = 2;

    private UuLine() {}

    /** Whether the line begins a file: the word, an octal mode, and mostly a name. */
    static boolean isBegin(byte[] line, int n) {
        int at = BEGIN.length;
        for (int i = 0; i < at; i++) {
            if (i >= n || line[i] != BEGIN[i]) {
                return false;
            }
        }
        int digits = at;
        while (at < n && line[at] >= '0' && line[at] <= '7') {
            at++;
        }
        return at - digits >= 3 && at - digits <= 5 && (at == n || line[at] == ' ');
    }

    /** The name of the file that a line begins. */
    static String name(byte[] line, int n) {
        String text = Ascii.latin1(line, BEGIN.length, n);
        int blank = text.indexOf(' ');
        String name = blank < 0 ? "" : text.substring(blank).trim();
        boolean isQuoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
        return isQuoted ? name.substring(1, name.length() - 1) : name;
    }

    static boolean isEnd(byte[] line, int n) {
        int end = n;
        while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t')) {
            end--;
        }
        return end == 3 && line[0] == 'e' && line[1] == 'n' && line[2] == 'd';
    }

    /** How many octets the line says it stands for, or -1 if its first character says nothing. */
    static int count(byte first) {
        return first >= ' ' && first <= '`' ? (first - ' ') & 0x3F : -1;
    }

    /** Whether the line is as long as it says, in the characters of the encoding. */
    static boolean isData(byte[] line, int n) {
        int count = n == 0 ? -1 : count(line[0]);
        int least = (count * 8 + 5) / 6;
        if (count < 0 || n - 1 < least || n - 1 > (count + 2) / 3 * 4 + SLACK) {
            return false;
        }
        for (int i = 1; i <= least; i++) {
            if (line[i] < ' ' || line[i] > '`') {
                return false;
            }
        }
        return true;
    }

    /** Decodes so many octets; characters that are missing stand for zero. */
    static void decode(byte[] line, int n, int count, byte[] out, int to) {
        int at = 1;
        for (int i = 0; i < count; i += 3) {
            int four = 0;
            for (int k = 0; k < 4; k++, at++) {
                four = four << 6 | (at < n ? (line[at] - ' ') & 0x3F : 0);
            }
            out[to + i] = (byte) (four >> 16);
            if (i + 1 < count) {
                out[to + i + 1] = (byte) (four >> 8);
            }
            if (i + 2 < count) {
                out[to + i + 2] = (byte) four;
            }
        }
    }
}
