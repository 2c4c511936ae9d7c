package dev.tegami.smtp;

/** What is spoken. */
enum Dialect {
    /** RFC 5321. */
    SMTP,
    /** RFC 2033. */
    LMTP
}
