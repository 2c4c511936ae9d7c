package dev.tegami.mime;

/**
 * How a message is read. Immutable.
 *
 * <pre>{@code
 * Message strict = Message.parse(source, ParseOptions.strict());
 * }</pre>
 *
 * @param conformance what happens to what is not as the RFCs want it
 * @param limits the bounds
 * @param charsets how text is read whose charset is not named, or by a name this Java does not know
 */
public record ParseOptions(Conformance conformance, Limits limits, CharsetGuess charsets) {
    /** What happens to what is not as the RFCs want it. */
    public enum Conformance {
        /** It is read as well as can be and listed in {@link Message#findings}. */
        LENIENT,
        /**
         * The first finding ends the parse with a {@link MimeException}. Line ends are CRLF throughout (RFC 5322
         * section 2.1) or LF throughout, as in a store ({@link Finding.Kind#LF_LINES} stays a mere finding); where both
         * occur, as in attempts to smuggle a second message, the message is refused.
         */
        STRICT
    }

    private static final ParseOptions LENIENT =
            new ParseOptions(Conformance.LENIENT, Limits.standard(), CharsetGuess.western());
    private static final ParseOptions STRICT =
            new ParseOptions(Conformance.STRICT, Limits.standard(), CharsetGuess.western());

    /** For what was composed here, and is the caller's own to hold in memory. */
    static final ParseOptions OWN = LENIENT.limits(Limits.standard().memory(Bounded.LONGEST));

    /**
     * Reads everything and lists what is wrong: the default.
     *
     * @return the options
     */
    public static ParseOptions lenient() {
        return LENIENT;
    }

    /**
     * Refuses what is wrong.
     *
     * @return the options
     */
    public static ParseOptions strict() {
        return STRICT;
    }

    /**
     * Changes the bounds.
     *
     * @param bounds the bounds
     * @return options with them
     */
    public ParseOptions limits(Limits bounds) {
        return new ParseOptions(conformance, bounds, charsets);
    }

    /**
     * Changes how text without a known charset is read.
     *
     * @param guess chooses a charset
     * @return options with it
     */
    public ParseOptions charsets(CharsetGuess guess) {
        return new ParseOptions(conformance, limits, guess);
    }
}
