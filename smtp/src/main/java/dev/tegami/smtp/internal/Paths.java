package dev.tegami.smtp.internal;

import dev.tegami.mime.Mailbox;

/** Addresses in the form of the envelope. */
public final class Paths {
    /** The null reverse-path. */
    public static final String NULL = "<>";

    private Paths() {}

    /**
     * Writes a path.
     *
     * @throws IllegalArgumentException for an address that is incomplete or would break out of its brackets
     */
    public static String of(Mailbox mailbox) {
        return "<" + address(mailbox) + ">";
    }

    /** Writes an address without brackets, checked all the same. */
    public static String address(Mailbox mailbox) {
        if (mailbox.localPart().isEmpty() || mailbox.domain().isEmpty()) {
            throw refused("it lacks its local part or domain");
        }
        if (mailbox.localPart().codePoints().anyMatch(Paths::isUnfit)) {
            throw refused("its local part holds a control or half a character");
        }
        String address = mailbox.address();
        String domain = address.substring(address.lastIndexOf('@') + 1);
        if (domain.isEmpty() || !domain.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '<' && c != '>')) {
            throw refused("its domain is no domain");
        }
        return address;
    }

    private static boolean isUnfit(int c) {
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("an address cannot be written to the envelope: " + why);
    }
}
