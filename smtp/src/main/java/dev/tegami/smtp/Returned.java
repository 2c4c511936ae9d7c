package dev.tegami.smtp;

/** How much of the message a failure report brings back (RFC 3461 §4.3). */
public enum Returned {
    /** The whole message. */
    FULL,
    /** Its header only. */
    HDRS
}
