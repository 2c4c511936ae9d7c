package dev.tegami.imap.internal.quirk;

import dev.tegami.net.Receive;
import java.util.Arrays;

/**
 * GreenMail 2.1 leaves out the empty line behind a header, and behind that of a part the last line end too.
 * Transcript: {@code greenmail-messages.txt}.
 */
public final class GreenMailHeaders {
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private GreenMailHeaders() {}

    /** Whether a server is one of these. */
    public static boolean applies(String greeting) {
        return greeting.contains("GreenMail");
    }

    /**
     * Completes a header.
     *
     * @param section the section, in capitals
     * @param octets what the server gave for it
     */
    public static byte[] mend(String section, byte[] octets) {
        return isHeader(section) ? closed(octets) : octets;
    }

    /**
     * Completes a header that is streamed.
     *
     * @param section the section, in capitals
     * @param receive where it goes
     */
    public static <T> Receive<T> mended(String section, Receive<T> receive) {
        return isHeader(section) ? Tail.mended(receive, END.length, GreenMailHeaders::closed) : receive;
    }

    private static boolean isHeader(String section) {
        return section.matches("([0-9]+\\.)*(HEADER.*|MIME)");
    }

    private static byte[] closed(byte[] octets) {
        int there = END.length;
        while (there > 0 && !endsWith(octets, there)) {
            there--;
        }
        byte[] whole = Arrays.copyOf(octets, octets.length + END.length - there);
        System.arraycopy(END, there, whole, octets.length, END.length - there);
        return whole;
    }

    private static boolean endsWith(byte[] octets, int start) {
        return octets.length >= start && Arrays.equals(octets, octets.length - start, octets.length, END, 0, start);
    }
}
