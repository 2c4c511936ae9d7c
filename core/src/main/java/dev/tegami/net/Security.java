package dev.tegami.net;

/** How a connection is protected. Each name says what it is; nothing falls back silently. */
public enum Security {
    /** TLS from the first octet (RFC 8314 §3). */
    IMPLICIT_TLS,
    /** Plaintext greeting, then STARTTLS or STLS, or no session at all. */
    STARTTLS_REQUIRED,
    /** STARTTLS where offered, plaintext otherwise: only for relay on port 25 (RFC 7435). No password is ever sent unprotected. */
    STARTTLS_OPPORTUNISTIC,
    /** No TLS at all. Everyone on the path reads and changes everything. */
    INSECURE_PLAINTEXT
}
