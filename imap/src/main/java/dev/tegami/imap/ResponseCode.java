package dev.tegami.imap;

import java.util.Arrays;

/**
 * The bracketed part of a status response (RFC 9051 §7.1, RFC 5530).
 *
 * @param name the code as the server wrote it, or an empty string where it gave none
 * @param arguments what follows the name, or an empty string
 */
public record ResponseCode(String name, String arguments) {
    /** No code. */
    public static final ResponseCode NONE = new ResponseCode("", "");

    /** The codes that say why a command failed, or what to heed (RFC 5530). */
    public enum Known {
        /** Text that must be shown to the user. */
        ALERT,
        /** The folder exists already. */
        ALREADYEXISTS,
        /** The mailbox name or something in it is not allowed. */
        CANNOT,
        /** The client sent what it should not have. */
        CLIENTBUG,
        /** Contact the administrator. */
        CONTACTADMIN,
        /** The data is corrupted. */
        CORRUPTION,
        /** Credentials were right, but have expired. */
        EXPIRED,
        /** Some messages are gone. */
        EXPUNGEISSUED,
        /** The folder has children. */
        HASCHILDREN,
        /** The folder is in use. */
        INUSE,
        /** A limit of the server is reached. */
        LIMIT,
        /** The folder does not exist. */
        NONEXISTENT,
        /** The permission is lacking. */
        NOPERM,
        /** The quota is used up. */
        OVERQUOTA,
        /** The link is not private enough. */
        PRIVACYREQUIRED,
        /** The server is broken. */
        SERVERBUG,
        /** A passing trouble. */
        UNAVAILABLE,
        /** Wrong credentials. */
        AUTHENTICATIONFAILED,
        /** Not allowed to act as the other identity. */
        AUTHORIZATIONFAILED,
        /** Create the folder first. */
        TRYCREATE,
        /** The message is larger than the server takes. */
        TOOBIG,
        /** Any other code, or none. */
        OTHER
    }

    /**
     * Types the code.
     *
     * @return the known code
     */
    public Known known() {
        return Arrays.stream(Known.values())
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Known.OTHER);
    }

    /**
     * Tells whether the code has a name.
     *
     * @param other the name, in any case
     * @return true if so
     */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Gives the code in brackets, or an empty string. */
    @Override
    public String toString() {
        return name.isEmpty() ? "" : "[" + name + (arguments.isEmpty() ? "" : " " + arguments) + "]";
    }
}
