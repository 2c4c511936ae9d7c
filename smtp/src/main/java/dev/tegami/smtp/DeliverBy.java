package dev.tegami.smtp;

import java.time.Duration;

/**
 * By when a message is to be delivered (DELIVERBY, RFC 2852). The time runs from the moment it is handed over.
 *
 * @param within in which time; whole seconds, up to 999,999,999
 * @param late what is to happen to a message that is late
 * @param relays what servers on the way do that know the extension
 */
public record DeliverBy(Duration within, Late late, Relays relays) {
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

    /** What servers on the way do when they pass the message on. */
    public enum Relays {
        /** They say nothing. */
        SILENT,
        /** Each reports to the sender that it did. */
        REPORTING
    }

    /**
     * Checks the values.
     *
     * @param within in which time
     * @param late what is to happen to a message that is late
     * @param relays what servers on the way do
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
        return new DeliverBy(within, Late.RETURN, Relays.SILENT);
    }

    /**
     * Asks for delivery in time, or to be told.
     *
     * @param within in which time
     * @return the demand
     */
    public static DeliverBy orNotify(Duration within) {
        return new DeliverBy(within, Late.NOTIFY, Relays.SILENT);
    }

    /**
     * Asks servers on the way to report that they passed the message on.
     *
     * @return the changed copy
     */
    public DeliverBy tracing() {
        return new DeliverBy(within, late, Relays.REPORTING);
    }

    String parameter() {
        return "BY=" + within.toSeconds() + ";" + late.letter + (relays == Relays.REPORTING ? "T" : "");
    }
}
