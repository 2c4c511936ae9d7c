package dev.tegami.smtp;

import dev.tegami.mime.report.StatusCode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether another try makes sense, and when.
 *
 * @param after how long to wait at least, or empty if the same will fail again
 */
public record Retry(Optional<Duration> after) {
    private static final StatusCode TOO_MANY = new StatusCode(4, 5, 3);

    /** Not without a change. */
    public static final Retry NEVER = new Retry(Optional.empty());
    /** At once, in a new transaction: this one was merely full. */
    public static final Retry NOW = new Retry(Optional.of(Duration.ZERO));
    /** After five minutes: greylisting and passing trouble of the server mostly end by then. */
    public static final Retry SOON = new Retry(Optional.of(Duration.ofMinutes(5)));
    /** After half an hour, as RFC 5321 §4.5.4.1 asks: a full mailbox or an unreachable network take longer. */
    public static final Retry LATER = new Retry(Optional.of(Duration.ofMinutes(30)));

    /**
     * Judges a reply.
     *
     * @param reply what the server said
     * @return the advice; {@link #NEVER} for a reply that is no failure
     */
    public static Retry after(Reply reply) {
        StatusCode code = reply.enhancedCode().orElse(null);
        if (!reply.isTransient()) {
            return NEVER;
        }
        if (TOO_MANY.equals(code) || isAboutRecipients(reply)) {
            return NOW;
        }
        boolean slow = reply.code() == 452 || (code != null && (code.is(4, 2) || code.is(4, 4)));
        return slow ? LATER : SOON;
    }

    /** RFC 5321 §4.5.3.1.10: 452 to RCPT means too many recipients; servers without enhanced codes say so in words. */
    private static boolean isAboutRecipients(Reply reply) {
        return reply.code() == 452
                && reply.enhancedCode().isEmpty()
                && reply.text().toLowerCase(Locale.ROOT).contains("too many recipients");
    }

    /**
     * Tells whether another try makes sense.
     *
     * @return true if the same may succeed later
     */
    public boolean isWorthwhile() {
        return after.isPresent();
    }
}
