package dev.tegami.imap;

/**
 * How much may be used of something (RFC 9208 §5).
 *
 * @param resource the name, such as {@code STORAGE}
 * @param most how much
 */
public record QuotaLimit(String resource, long most) {
    /**
     * Takes the values.
     *
     * @param resource the name
     * @param most how much
     * @throws IllegalArgumentException for less than nothing
     */
    public QuotaLimit {
        if (most < 0) {
            throw new IllegalArgumentException("a limit below nothing");
        }
    }

    /**
     * Limits the octets of messages.
     *
     * @param kibibytes in units of 1,024 octets
     * @return the limit
     */
    public static QuotaLimit storage(long kibibytes) {
        return new QuotaLimit("STORAGE", kibibytes);
    }

    /**
     * Limits the number of messages.
     *
     * @param most how many
     * @return the limit
     */
    public static QuotaLimit messages(long most) {
        return new QuotaLimit("MESSAGE", most);
    }

    /**
     * Limits the number of folders.
     *
     * @param most how many
     * @return the limit
     */
    public static QuotaLimit folders(long most) {
        return new QuotaLimit("MAILBOX", most);
    }

    /**
     * Limits the octets of annotations.
     *
     * @param kibibytes in units of 1,024 octets
     * @return the limit
     */
    public static QuotaLimit annotations(long kibibytes) {
        return new QuotaLimit("ANNOTATION-STORAGE", kibibytes);
    }
}
