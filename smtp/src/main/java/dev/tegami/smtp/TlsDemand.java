package dev.tegami.smtp;

/** What the sender demands of every hop after this one (RFC 8689). */
public enum TlsDemand {
    /** Nothing; each server follows its own policy. */
    NONE,
    /**
     * Every hop must be protected by TLS with a verified certificate, or the message comes back ({@code REQUIRETLS}).
     * Sending fails unless this connection is protected and the server offers it.
     */
    REQUIRED,
    /** Delivery matters more than protection: adds the field {@code TLS-Required: No}. */
    OPTIONAL
}
