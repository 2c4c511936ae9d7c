package dev.tegami.mime;

import dev.tegami.internal.mime.ScanLimits;

/**
 * The bounds of reading one message. All are finite; raise one with its wither.
 *
 * <pre>{@code
 * ParseOptions options = ParseOptions.lenient().limits(Limits.standard().nesting(1_000));
 * }</pre>
 *
 * @param headerBytes how long one header may be, in octets (4 MiB: the largest servers stop at far less)
 * @param headerFields how many fields of one header are kept apart (100,000: lists of trace fields stay below 1,000)
 * @param nesting how deep parts may stand in one another (100: forwarded mail reaches 20)
 * @param parts how many parts a message may have (100,000: one costs about 300 octets of memory)
 * @param memory how many octets are held in memory where a message or a decoded body has to be (64
 *     MiB: servers accept 50 and less; what is larger is streamed by {@link Content#decoded})
 * @param decoded how many octets the messages that stand behind base64 or quoted-printable are decoded to, all together
 *     and each level anew (32 MiB: RFC 2046 forbids such messages, and each level could hold as much as the one around it)
 */
public record Limits(int headerBytes, int headerFields, int nesting, int parts, int memory, int decoded) {
    private static final Limits STANDARD = new Limits(4 << 20, 100_000, 100, 100_000, 64 << 20, 32 << 20);

    /**
     * Refuses bounds below one.
     *
     * @param headerBytes how long one header may be
     * @param headerFields how many fields of one header are kept apart
     * @param nesting how deep parts may stand in one another
     * @param parts how many parts a message may have
     * @param memory how many octets are held in memory
     * @param decoded how many octets encoded messages are decoded to
     */
    public Limits {
        if (headerBytes < 1 || headerFields < 1 || nesting < 1 || parts < 1 || memory < 1 || decoded < 1) {
            throw new IllegalArgumentException("a limit must be at least 1");
        }
    }

    /**
     * Gives the bounds that fit mail from anywhere.
     *
     * @return the bounds
     */
    public static Limits standard() {
        return STANDARD;
    }

    /**
     * Changes one bound.
     *
     * @param octets the length of one header
     * @return bounds with that one
     */
    public Limits headerBytes(int octets) {
        return new Limits(octets, headerFields, nesting, parts, memory, decoded);
    }

    /**
     * Changes one bound.
     *
     * @param count the number of fields of one header
     * @return bounds with that one
     */
    public Limits headerFields(int count) {
        return new Limits(headerBytes, count, nesting, parts, memory, decoded);
    }

    /**
     * Changes one bound.
     *
     * @param levels the depth of nesting
     * @return bounds with that one
     */
    public Limits nesting(int levels) {
        return new Limits(headerBytes, headerFields, levels, parts, memory, decoded);
    }

    /**
     * Changes one bound.
     *
     * @param count the number of parts
     * @return bounds with that one
     */
    public Limits parts(int count) {
        return new Limits(headerBytes, headerFields, nesting, count, memory, decoded);
    }

    /**
     * Changes one bound.
     *
     * @param octets what may be held in memory
     * @return bounds with that one
     */
    public Limits memory(int octets) {
        return new Limits(headerBytes, headerFields, nesting, parts, octets, decoded);
    }

    /**
     * Changes one bound.
     *
     * @param octets what encoded messages are decoded to
     * @return bounds with that one
     */
    public Limits decoded(int octets) {
        return new Limits(headerBytes, headerFields, nesting, parts, memory, octets);
    }

    ScanLimits scan() {
        return new ScanLimits(headerBytes, headerFields, nesting, parts);
    }
}
