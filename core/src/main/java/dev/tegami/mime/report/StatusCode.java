package dev.tegami.mime.report;

import dev.tegami.mime.MimeException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An enhanced status code (RFC 3463), as reports and the replies of SMTP servers state it, such as {@code 5.1.1}: nobody has
 * that mailbox.
 *
 * @param kind 2 for success, 4 for a passing and 5 for a lasting failure
 * @param subject what it is about: 1 addresses, 2 mailboxes, 3 the system, 4 the network, 5 the protocol, 6 content, 7 policy
 * @param detail the finer distinction
 */
public record StatusCode(int kind, int subject, int detail) {
    private static final int LARGEST = 999;
    private static final Pattern FORM = Pattern.compile("([245])\\.([0-9]{1,3})\\.([0-9]{1,3})(?!\\.?[0-9A-Za-z])");

    /**
     * Checks the values.
     *
     * @param kind 2, 4 or 5
     * @param subject 0 to 999
     * @param detail 0 to 999
     * @throws MimeException for values no code has
     */
    public StatusCode {
        boolean good = kind == 2 || kind == 4 || kind == 5;
        if (!good || subject < 0 || subject > LARGEST || detail < 0 || detail > LARGEST) {
            throw new MimeException(
                    "not a status code: " + kind + "." + subject + "." + detail, "write it as class.subject.detail");
        }
    }

    /**
     * Reads the code that a text begins with.
     *
     * @param text such as {@code 5.1.1 (unknown)}; an address such as {@code 5.1.1.1} is none
     * @return the code; empty if the text begins with none
     */
    public static Optional<StatusCode> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.lookingAt()
                ? Optional.of(new StatusCode(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /**
     * Compares it without the detail.
     *
     * @param otherKind 2, 4 or 5
     * @param otherSubject 0 to 999
     * @return true if it is of that kind and about that subject
     */
    public boolean is(int otherKind, int otherSubject) {
        return kind == otherKind && subject == otherSubject;
    }

    /** Gives the form of the wire, such as {@code 5.1.1}. */
    @Override
    public String toString() {
        return kind + "." + subject + "." + detail;
    }
}
