package dev.tegami.imap;

/**
 * Where what a server tells of a message and the message itself differ. The octets of the message count.
 *
 * @param kind what differs
 * @param section the address of the part, such as {@code 1.2}, or an empty string for the message
 * @param detail what was found
 */
public record Discrepancy(Kind kind, String section, String detail) {
    /** What differs. */
    public enum Kind {
        /** The BODYSTRUCTURE cannot be read or did not come: the message was fetched whole and parsed. */
        STRUCTURE_UNREADABLE,
        /** There is no such section: the message was fetched whole and parsed. */
        SECTION_MISSING,
        /** The part is of another type than its description: the message was fetched whole and parsed. */
        TYPE_DIFFERS,
        /** The part is encoded otherwise than its description says: it was decoded by its own header. */
        ENCODING_DIFFERS,
        /** The part has more or fewer octets than its description says: all it has were taken. */
        SIZE_DIFFERS,
        /** The server would not decode the part (RFC 3516 §4.3): it was decoded here. */
        BINARY_REFUSED
    }
}
