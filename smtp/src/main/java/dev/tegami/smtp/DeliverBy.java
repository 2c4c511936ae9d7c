package dev.tegami.smtp;

import java.time.Duration;

/**
 * By when a message is to be delivered (DELIVERBY, RFC 2852). The time runs from the moment it is handed over.
 *
 * @param within in which time; whole seconds, up to 999,999,999
 * @param late what is to happen to a message that is late
 * @param traced whether each server on the way that knows the extension reports that it passed the message on
 */
public record DeliverBy(Duration within, Late late, boolean traced) {
    private static final long MOST = 999_999_999;

    /** What is to happen to a message that is late. */
    public enum Late {
        /** It is returned. */
        RETURN("R"),
        /** The sender is told, and delivery goes on. */
        NOTIFY("N");

        private final String letter;

        Late(String letter) {
            this.letter = letter;
        }
    }

    /**
     * Checks the values.
     *
     * @param within in which time
     * @param late what is to happen to a message that is late
     * @param traced whether servers on the way report
     * @throws IllegalArgumentException for a time of less than a second or more than 999,999,999 of them
     */
    public DeliverBy {
        if (within.toSeconds() < 1 || within.toSeconds() > MOST) {
            throw new IllegalArgumentException("a delivery time is 1 to " + MOST + " seconds, not " + within);
        }
    }

    /**
     * Asks for delivery in time or not at all.
     *
     * @param within in which time
     * @return the demand
     */
    public static DeliverBy orReturn(Duration within) {
        return new DeliverBy(within, Late.RETURN, false);
    }

    /**
     * Asks for delivery in time, or to be told.
     *
     * @param within in which time
     * @return the demand
     */
    public static DeliverBy orNotify(Duration within) {
        return new DeliverBy(within, Late.NOTIFY, false);
    }

    /**
     * Asks servers on the way to report that they passed the message on.
     *
     * @return the changed copy
     */
    public DeliverBy tracing() {
        return new DeliverBy(within, late, true);
    }

    String parameter() {
        return "BY=" + within.toSeconds() + ";" + late.letter + (traced ? "T" : "");
    }
}
