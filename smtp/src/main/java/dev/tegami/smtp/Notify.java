package dev.tegami.smtp;

/** When a delivery report is wanted (RFC 3461 §4.1). Naming none of them means: never. */
public enum Notify {
    /** The message arrived. */
    SUCCESS,
    /** The message could not be delivered. */
    FAILURE,
    /** The message is late. */
    DELAY
}
