package dev.tegami.smtp;

import java.time.Duration;
import java.time.Instant;

/** When the submission server lets a message go (FUTURERELEASE, RFC 4865). */
public sealed interface Release permits Release.After, Release.At {
    /**
     * After a span.
     *
     * @param span whole seconds, 1 to 999,999,999
     * @return the wish
     * @throws IllegalArgumentException for a span out of bounds
     */
    static Release after(Duration span) {
        return new After(span);
    }

    /**
     * At a moment.
     *
     * @param moment the moment, of which fractions of a second are cut off
     * @return the wish
     */
    static Release at(Instant moment) {
        return new At(moment);
    }

    /**
     * After a span.
     *
     * @param span how long the server holds the message
     */
    record After(Duration span) implements Release {
        /**
         * Checks the value.
         *
         * @param span how long the server holds the message
         * @throws IllegalArgumentException for a span of less than a second or more than 999,999,999 of them
         */
        public After {
            if (span.toSeconds() < 1 || span.toSeconds() > 999_999_999) {
                throw new IllegalArgumentException("a message is held 1 to 999,999,999 seconds, not " + span);
            }
        }
    }

    /**
     * At a moment.
     *
     * @param moment when the server lets the message go
     */
    record At(Instant moment) implements Release {}
}
