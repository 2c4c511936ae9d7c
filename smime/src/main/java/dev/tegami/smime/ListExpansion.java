package dev.tegami.smime;

import dev.tegami.mime.Mailbox;
import java.time.Instant;
import java.util.List;

/**
 * A mailing list by way of which a letter came (RFC 2634 section 4), as the list signed it. Immutable.
 *
 * @param list the name of the list's certificate: its issuer and number, or its key in hexadecimal
 * @param time when it was sent on
 * @param receipts what the list says of receipts
 * @param to where the list wants receipts, too or only
 */
public record ListExpansion(String list, Instant time, Receipts receipts, List<Mailbox> to) {
    /** What a list says of receipts. */
    public enum Receipts {
        /** What the author asked for. */
        AS_ASKED,
        /** No receipts, whatever the author asked for. */
        NONE,
        /** Receipts go elsewhere instead. */
        INSTEAD,
        /** Receipts go elsewhere as well. */
        IN_ADDITION
    }

    /**
     * Takes a copy of the list.
     *
     * @param list the name of the list's certificate: its issuer and number, or its key in hexadecimal
     * @param time when it was sent on
     * @param receipts what the list says of receipts
     * @param to where the list wants receipts, too or only
     */
    public ListExpansion {
        to = List.copyOf(to);
    }
}
