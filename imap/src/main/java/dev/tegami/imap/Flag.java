package dev.tegami.imap;

import org.jspecify.annotations.Nullable;

/**
 * A flag of a message: a system flag such as {@code \Seen}, or a keyword such as {@code $Forwarded} (RFC 9051 §2.3.2).
 * Equality ignores case, as servers do.
 */
public final class Flag {
    /** The message was read. */
    public static final Flag SEEN = new Flag("\\Seen");
    /** The message was answered. */
    public static final Flag ANSWERED = new Flag("\\Answered");
    /** The message is marked for attention. */
    public static final Flag FLAGGED = new Flag("\\Flagged");
    /** The message goes away with the next EXPUNGE. */
    public static final Flag DELETED = new Flag("\\Deleted");
    /** The message is not finished. */
    public static final Flag DRAFT = new Flag("\\Draft");
    /** The message arrived since the folder was last selected; servers set it, clients cannot. */
    public static final Flag RECENT = new Flag("\\Recent");
    /** The message was forwarded (RFC 5550). */
    public static final Flag FORWARDED = new Flag("$Forwarded");
    /** A disposition notification was sent (RFC 3503). */
    public static final Flag MDN_SENT = new Flag("$MDNSent");
    /** The message is junk. */
    public static final Flag JUNK = new Flag("$Junk");
    /** The message is no junk. */
    public static final Flag NOT_JUNK = new Flag("$NotJunk");
    /** The message tries to defraud. */
    public static final Flag PHISHING = new Flag("$Phishing");
    /** The message is important (RFC 8457). */
    public static final Flag IMPORTANT = new Flag("$Important");

    private static final Flag[] KNOWN = {
        SEEN, ANSWERED, FLAGGED, DELETED, DRAFT, RECENT, FORWARDED, MDN_SENT, JUNK, NOT_JUNK, PHISHING, IMPORTANT
    };

    private final String name;
    private final int hash;

    private Flag(String name) {
        this.name = name;
        this.hash = hash(name);
    }

    /**
     * Makes a flag from its name.
     *
     * @param name an atom, after a backslash for system flags
     * @return the flag
     * @throws IllegalArgumentException for a name that is no atom, such as one with a blank, a bracket or a line end
     */
    public static Flag of(String name) {
        Flag known = known(name);
        if (known != null) {
            return known;
        }
        int from = name.startsWith("\\") ? 1 : 0;
        if (name.length() == from) {
            throw new IllegalArgumentException("an empty flag");
        }
        for (int i = from; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 0x7F || "(){%*\"\\]".indexOf(c) >= 0) {
                throw new IllegalArgumentException("not a flag: character " + i + " is U+" + Integer.toHexString(c));
            }
        }
        return new Flag(name);
    }

    /**
     * Makes a flag from what a server said, which may be no atom; such a flag can be looked at but not sent.
     *
     * @param name the server's word
     * @return the flag
     */
    public static Flag received(String name) {
        Flag known = known(name);
        return known == null ? new Flag(name) : known;
    }

    private static @Nullable Flag known(String name) {
        for (Flag flag : KNOWN) {
            if (flag.name.equalsIgnoreCase(name)) {
                return flag;
            }
        }
        return null;
    }

    /**
     * Gives the name.
     *
     * @return the name, with the backslash of a system flag
     */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof Flag flag && flag.name.equalsIgnoreCase(name));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Sets of flags are asked for it once a message. */
    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            hash = 31 * hash + Character.toLowerCase(Character.toUpperCase(name.codePointAt(i))); // as equalsIgnoreCase
        }
        return hash;
    }

    /** Gives {@link #name()}. */
    @Override
    public String toString() {
        return name;
    }
}
