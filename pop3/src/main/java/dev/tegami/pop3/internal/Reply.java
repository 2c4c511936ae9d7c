package dev.tegami.pop3.internal;

import dev.tegami.pop3.ResponseCode;
import java.util.Optional;

/**
 * A status line (RFC 1939 §3, RFC 2449 §8): did it succeed, the response code, and what is left.
 *
 * @param isPositive true for {@code +OK}
 * @param code what stands in brackets at the start of the text
 * @param text the text after the code, for human readers, and for what some replies carry there
 */
public record Reply(boolean isPositive, Optional<ResponseCode> code, String text) {
    /** Reads a line without its CRLF; empty for what is no status line. */
    public static Optional<Reply> parse(String line) {
        if (is(line, "+OK")) {
            return Optional.of(of(true, line.substring(3)));
        }
        return is(line, "-ERR") ? Optional.of(of(false, line.substring(4))) : Optional.empty();
    }

    private static boolean is(String line, String status) {
        return line.regionMatches(true, 0, status, 0, status.length())
                && (line.length() == status.length()
                        || line.charAt(status.length()) == ' '
                        || line.charAt(status.length()) == '\t');
    }

    private static Reply of(boolean positive, String rest) {
        String text = rest.strip();
        int end = text.startsWith("[") ? text.indexOf(']') : -1;
        if (end <= 1) {
            return new Reply(positive, Optional.empty(), text);
        }
        Optional<ResponseCode> code = ResponseCode.parse(text.substring(1, end));
        return new Reply(
                positive, code, code.isPresent() ? text.substring(end + 1).strip() : text);
    }
}
