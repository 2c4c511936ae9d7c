package dev.tegami.internal.mime;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of yEnc that begins with a keyword, such as {@code =ybegin line=128 size=584 name=a.txt} (yEnc draft 1.3).
 *
 * @param name what stands behind {@code name=}, or nothing
 * @param values the other words, by their names
 */
record YencLine(String name, Map<String, String> values) {
    private static final byte[] BEGIN = "=ybegin ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PART = "=ypart ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "=yend".getBytes(StandardCharsets.US_ASCII);

    /** The line that begins a file of some name and size; null if it is none. */
    static @Nullable YencLine begin(byte[] line, int n) {
        YencLine read = starts(line, n, BEGIN) ? read(Ascii.latin1(line, BEGIN.length, n)) : null;
        return read == null || read.name.isEmpty() || read.number("size") < 0 ? null : read;
    }

    static @Nullable YencLine part(byte[] line, int n) {
        return starts(line, n, PART) ? read(Ascii.latin1(line, PART.length, n)) : null;
    }

    static @Nullable YencLine end(byte[] line, int n) {
        boolean isEnd = starts(line, n, END) && (n == END.length || line[END.length] == ' ');
        return isEnd ? read(Ascii.latin1(line, END.length, n)) : null;
    }

    private static boolean starts(byte[] line, int n, byte[] word) {
        if (n < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (line[i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** The name comes last and may hold blanks. */
    private static YencLine read(String text) {
        int name = text.startsWith("name=") ? 0 : text.indexOf(" name=") + 1;
        boolean isNamed = text.startsWith("name=", name);
        Map<String, String> values = new HashMap<>();
        for (String word : (isNamed ? text.substring(0, name) : text).trim().split(" +", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(Ascii.lower(word.substring(0, equals)), word.substring(equals + 1));
            }
        }
        return new YencLine(isNamed ? text.substring(name + "name=".length()).trim() : "", values);
    }

    /** A number, or -1 if there is none. */
    long number(String key) {
        String digits = values.getOrDefault(key, "");
        boolean isNumber =
                !digits.isEmpty() && digits.length() < 19 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(digits) : -1;
    }

    /** A checksum, or -1 if there is none. */
    long crc(String key) {
        String digits = values.getOrDefault(key, "");
        boolean isCrc = !digits.isEmpty()
                && digits.length() <= 16
                && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
        return isCrc ? Long.parseUnsignedLong(digits, 16) & 0xFFFFFFFFL : -1;
    }
}
