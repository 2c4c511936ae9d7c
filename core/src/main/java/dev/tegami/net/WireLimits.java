package dev.tegami.net;

/**
 * How much a server may make us hold. A server that sends more ends in {@link dev.tegami.LimitExceeded}, which names
 * the limit, and the connection is closed. Nothing is allocated because a server announced it.
 *
 * @param line octets of one line without its CRLF
 * @param replyLines lines of one reply, such as the answer to EHLO
 * @param reply octets of one whole reply or response, lines and small literals together
 * @param literal octets of one piece held in memory; what goes to a {@link Receive} is not held and not counted here
 * @param nesting depth of lists within lists in one response
 * @param gathered octets of all answers that one command gathers in memory, such as a list of summaries or a listing;
 *     what is handed on as it comes is not held and not counted here
 */
public record WireLimits(int line, int replyLines, int reply, int literal, int nesting, int gathered) {
    private static final WireLimits DEFAULTS = new WireLimits(
            64 * 1024, // RFC 5321 asks for 512, RFC 7162 for 8192; real servers stay below 16 KiB
            1_000, // EHLO answers have some 20 lines
            1024 * 1024, // a thousand lines of a generous length
            16 * 1024 * 1024, // a header block or a text part held in memory
            64, // multiparts in the wild nest below 20
            256 * 1024 * 1024); // some hundred thousand summaries with their envelopes

    /** The largest value of each limit in octets, 1 GiB: above it arrays end. */
    public static final int LARGEST = 1 << 30;

    /**
     * Checks the values.
     *
     * @param line octets of one line without its CRLF
     * @param replyLines lines of one reply, such as the answer to EHLO
     * @param reply octets of one whole reply or response, lines and small literals together
     * @param literal octets of one piece held in memory; what goes to a {@link Receive} is not held and not counted here
     * @param nesting depth of lists within lists in one response
     * @param gathered octets of all answers that one command gathers in memory
     * @throws IllegalArgumentException for a limit below 1 or above {@link #LARGEST}, or a line below 512
     */
    public WireLimits {
        check("line", line, 512);
        check("replyLines", replyLines, 1);
        check("reply", reply, 512);
        check("literal", literal, 1);
        check("nesting", nesting, 1);
        check("gathered", gathered, 512);
    }

    private static void check(String name, int value, int least) {
        if (value < least || value > LARGEST) {
            throw new IllegalArgumentException(
                    "limit " + name + " must be " + least + " to " + LARGEST + ", not " + value);
        }
    }

    /**
     * Gives the defaults.
     *
     * @return line 64 KiB, 1,000 reply lines, reply 1 MiB, literal 16 MiB, nesting 64, gathered 256 MiB
     */
    public static WireLimits defaults() {
        return DEFAULTS;
    }

    /**
     * Changes the longest line.
     *
     * @param octets the new limit
     * @return the changed copy
     */
    public WireLimits line(int octets) {
        return new WireLimits(octets, replyLines, reply, literal, nesting, gathered);
    }

    /**
     * Changes the most lines of a reply.
     *
     * @param lines the new limit
     * @return the changed copy
     */
    public WireLimits replyLines(int lines) {
        return new WireLimits(line, lines, reply, literal, nesting, gathered);
    }

    /**
     * Changes the largest reply.
     *
     * @param octets the new limit
     * @return the changed copy
     */
    public WireLimits reply(int octets) {
        return new WireLimits(line, replyLines, octets, literal, nesting, gathered);
    }

    /**
     * Changes the largest piece held in memory.
     *
     * @param octets the new limit
     * @return the changed copy
     */
    public WireLimits literal(int octets) {
        return new WireLimits(line, replyLines, reply, octets, nesting, gathered);
    }

    /**
     * Changes the deepest nesting.
     *
     * @param depth the new limit
     * @return the changed copy
     */
    public WireLimits nesting(int depth) {
        return new WireLimits(line, replyLines, reply, literal, depth, gathered);
    }

    /**
     * Changes how much one command may gather in memory.
     *
     * @param octets the new limit
     * @return the changed copy
     */
    public WireLimits gathered(int octets) {
        return new WireLimits(line, replyLines, reply, literal, nesting, octets);
    }
}
