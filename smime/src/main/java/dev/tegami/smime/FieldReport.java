package dev.tegami.smime;

import dev.tegami.mime.Field;

/**
 * What is known of one header field that stands inside of the layers. Immutable.
 *
 * @param field the field as its author wrote it
 * @param protection how it is protected
 * @param outside what stands outside in its place
 */
public record FieldReport(Field field, Protection protection, Outside outside) {
    /** How a field is protected (RFC 9788 section 4.2). */
    public enum Protection {
        /** Not at all: everybody who carried the message has read it, and nobody signed it. */
        NONE,
        /** Signed; it can be read outside. Whether the signer is to be believed says the verdict. */
        SIGNED,
        /** Hidden by encryption; nobody signed it. */
        ENCRYPTED,
        /** Signed, and hidden by encryption. */
        SIGNED_AND_ENCRYPTED
    }

    /** What stands outside in the place of a field. */
    public enum Outside {
        /** The same. */
        SAME,
        /** What its author put there to hide it, or nothing. */
        HIDDEN,
        /** What its author did not put there: it was changed on the way, by a mailing list perhaps. */
        CHANGED
    }
}
