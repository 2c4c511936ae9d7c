package dev.tegami.smtp;

import dev.tegami.mime.report.StatusCode;
import java.util.List;
import java.util.Optional;

/**
 * What the server answered (RFC 5321 §4.2).
 *
 * @param code the reply code, 200 to 599
 * @param lines the text of each line without code and CRLF, at least one, perhaps empty; secrets are masked
 */
public record Reply(int code, List<String> lines) {
    /**
     * Checks the values.
     *
     * @param code the reply code, 200 to 599
     * @param lines the text of each line
     * @throws IllegalArgumentException for a code out of range or a reply without lines
     */
    public Reply {
        if (code < 200 || code > 599 || lines.isEmpty()) {
            throw new IllegalArgumentException("not a reply: " + code + " with " + lines.size() + " lines");
        }
        lines = List.copyOf(lines);
    }

    /**
     * Tells whether the command was carried out.
     *
     * @return true for 2xx
     */
    public boolean isPositive() {
        return code < 300;
    }

    /**
     * Tells whether the server waits for more, as after DATA.
     *
     * @return true for 3xx
     */
    public boolean isIntermediate() {
        return code >= 300 && code < 400;
    }

    /**
     * Tells whether the same may succeed later.
     *
     * @return true for 4xx
     */
    public boolean isTransient() {
        return code >= 400 && code < 500;
    }

    /**
     * Tells whether it will not succeed later either.
     *
     * @return true for 5xx
     */
    public boolean isPermanent() {
        return code >= 500;
    }

    /**
     * Gives the enhanced code that the first line begins with.
     *
     * @return the code, or empty if there is none
     */
    public Optional<StatusCode> enhancedCode() {
        return StatusCode.parse(lines.get(0));
    }

    /**
     * Gives all lines as one text, each without its enhanced code.
     *
     * @return the lines with a newline between
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(text.isEmpty() ? "" : "\n").append(withoutCode(line));
        }
        return text.toString();
    }

    private static String withoutCode(String line) {
        return StatusCode.parse(line).isEmpty()
                ? line
                : line.stripLeading().replaceFirst("[0-9.]+", "").stripLeading();
    }

    /** Gives the reply in one line, controls replaced. */
    @Override
    public String toString() {
        String text = code + " " + String.join(" / ", lines);
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return shown.toString();
    }
}
