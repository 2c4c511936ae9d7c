package dev.tegami.smtp;

import java.util.Optional;

/** How the octets of a message get to the server. */
interface MessageBody {
    /** Sends all, and gives the refusal that ended it early, if one did. The word on the whole is yet to come. */
    Optional<Reply> write();

    /** Whether the last octet may have reached the server, so that a lost connection leaves the outcome unknown. */
    boolean isHandedOver();
}
