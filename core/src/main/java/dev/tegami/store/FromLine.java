package dev.tegami.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The line between two messages: {@code From sender date}, the date as asctime(3) writes it. */
final class FromLine {
    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss uuuu", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    /** The octets of a line that {@link #at} makes. */
    static final int LENGTH = at(Instant.EPOCH).length;

    static final byte[] START = {'F', 'r', 'o', 'm', ' '};

    private FromLine() {}

    static byte[] at(Instant time) {
        return ("From MAILER-DAEMON " + ASCTIME.format(time) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether octets begin with {@code From }. */
    static boolean starts(byte[] data, int from, int to) {
        return to - from >= 5
                && data[from] == 'F'
                && data[from + 1] == 'r'
                && data[from + 2] == 'o'
                && data[from + 3] == 'm'
                && data[from + 4] == ' ';
    }

    /**
     * Whether a line that begins with {@code From } separates messages: it holds a time of day and something before
     * it, or the next line is a header field. Prose that was never escaped ("From here on ...") is neither.
     */
    static boolean separates(byte[] data, int from, int to) {
        int end = lineEnd(data, from, to);
        return hasTime(data, from + 5, end) || isField(data, end + 1, to);
    }

    /** Whether a line ends, and has no NUL as octets have that were never written. */
    static boolean isWhole(byte[] data, int from, int to) {
        int end = lineEnd(data, from, to);
        for (int i = from; i < end; i++) {
            if (data[i] == 0) {
                return false;
            }
        }
        return end < to;
    }

    private static int lineEnd(byte[] data, int from, int to) {
        int i = from;
        while (i < to && data[i] != '\n') {
            i++;
        }
        return i;
    }

    private static boolean hasTime(byte[] data, int from, int to) {
        for (int i = from + 2; i + 4 < to; i++) {
            if (data[i + 2] == ':' && digits(data, i) && digits(data, i + 3) && data[i - 1] == ' ') {
                return true;
            }
        }
        return false;
    }

    private static boolean digits(byte[] data, int i) {
        return data[i] >= '0' && data[i] <= '9' && data[i + 1] >= '0' && data[i + 1] <= '9';
    }

    private static boolean isField(byte[] data, int from, int to) {
        int i = from;
        while (i < to && data[i] > ' ' && data[i] < 127 && data[i] != ':') {
            i++;
        }
        return i > from && i < to && data[i] == ':';
    }
}
