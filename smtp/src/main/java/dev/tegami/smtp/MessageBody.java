package dev.tegami.smtp;

/** How the octets of a message get to the server. */
interface MessageBody {
    /** Sends all, and waits for the server's word on it. */
    Reply send();

    /** Whether the last octet may have reached the server, so that a lost connection leaves the outcome unknown. */
    boolean isHandedOver();
}
