package dev.tegami.smtp;

/**
 * What became of one host that a message was tried at.
 *
 * @param host the host, or the domain if the DNS named none
 * @param result how it ended
 * @param detail what the host said or what went wrong, for people
 */
public record Attempt(String host, Result result, String detail) {
    /** How an attempt may end. */
    public enum Result {
        /** The host took the message for at least one recipient. */
        TOOK_IT,
        /** The host said no. */
        REFUSED,
        /** The host could not be reached, or the message not be handed over. */
        FAILED,
        /** The connection was lost before the host's last word. */
        UNKNOWN
    }
}
