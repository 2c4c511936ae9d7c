package dev.tegami.smtp;

import java.util.Optional;

/**
 * An enhanced status code (RFC 3463), such as {@code 5.1.1}.
 *
 * @param status 2 for success, 4 for a passing and 5 for a lasting failure
 * @param subject what it is about: 1 addresses, 2 mailboxes, 3 the system, 4 the network, 5 the protocol, 6 content, 7 policy
 * @param detail the finer distinction
 */
public record EnhancedCode(int status, int subject, int detail) {
    private static final int MOST_DIGITS = 3;

    /**
     * Checks the values.
     *
     * @param status 2 for success, 4 for a passing and 5 for a lasting failure
     * @param subject 0 to 999
     * @param detail 0 to 999
     * @throws IllegalArgumentException for values no code has
     */
    public EnhancedCode {
        if (!isStatus(status) || !isNumber(subject) || !isNumber(detail)) {
            throw new IllegalArgumentException("not an enhanced code: " + status + "." + subject + "." + detail);
        }
    }

    private static boolean isStatus(int value) {
        return value == 2 || value == 4 || value == 5;
    }

    private static boolean isNumber(int value) {
        return value >= 0 && value <= 999;
    }

    /**
     * Reads the code a reply's text begins with (RFC 2034).
     *
     * @param text the text after the reply code
     * @return the code, or empty if the text begins with none
     */
    public static Optional<EnhancedCode> at(String text) {
        int first = digits(text, 0);
        int second = first == 1 ? digits(text, 2) : 0;
        int third = second > 0 && charAt(text, 2 + second) == '.' ? digits(text, 3 + second) : 0;
        int end = 3 + second + third;
        int after = charAt(text, end);
        if (third == 0 || charAt(text, 1) != '.' || (after != -1 && after != ' ')) {
            return Optional.empty();
        }
        int status = text.charAt(0) - '0';
        if (!isStatus(status)) {
            return Optional.empty();
        }
        return Optional.of(new EnhancedCode(
                status, Integer.parseInt(text, 2, 2 + second, 10), Integer.parseInt(text, 3 + second, end, 10)));
    }

    private static int charAt(String text, int index) {
        return index < text.length() ? text.charAt(index) : -1;
    }

    /** How many digits stand there, or 0 if they are more than a code has. */
    private static int digits(String text, int from) {
        int count = 0;
        while (charAt(text, from + count) >= '0' && charAt(text, from + count) <= '9') {
            count++;
        }
        return count > MOST_DIGITS ? 0 : count;
    }

    /** Compares class and subject only. */
    boolean is(int otherStatus, int otherSubject) {
        return status == otherStatus && subject == otherSubject;
    }

    /** Gives the form of the wire, such as {@code 5.1.1}. */
    @Override
    public String toString() {
        return status + "." + subject + "." + detail;
    }
}
