package dev.tegami.smtp;

/** How a message that is not binary gets over, where the server leaves a choice. */
enum Transfer {
    /** As lines behind DATA. */
    LINES,
    /** In counted chunks. */
    CHUNKS
}
