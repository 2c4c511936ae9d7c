package dev.tegami.imap.internal.quirk;

import dev.tegami.net.Receive;
import java.util.Arrays;

/**
 * Courier 5.0 ends the section of a message within a multipart with the CR of the line end that belongs to the
 * delimiter, and counts it. Transcript: {@code courier-parts.txt}.
 */
public final class CourierMessages {
    private CourierMessages() {}

    /**
     * Whether a section ends so.
     *
     * @param greeting what the server said first
     * @param mediaType the type of the part
     */
    public static boolean hasStrayCr(String greeting, String mediaType) {
        return greeting.contains("Courier-IMAP") && mediaType.equals("message/rfc822");
    }

    /**
     * Takes it off.
     *
     * @param octets the section
     */
    public static byte[] mend(byte[] octets) {
        boolean stray = octets.length > 0 && octets[octets.length - 1] == '\r';
        return stray ? Arrays.copyOf(octets, octets.length - 1) : octets;
    }

    /** Takes it off what is streamed. */
    public static <T> Receive<T> mended(Receive<T> receive) {
        return Tail.mended(receive, 1, CourierMessages::mend);
    }
}
