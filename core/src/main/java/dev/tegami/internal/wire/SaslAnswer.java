package dev.tegami.internal.wire;

import dev.tegami.sasl.Denial;

/** What a server says within a login, as the protocol read it. */
public sealed interface SaslAnswer permits SaslAnswer.Challenge, SaslAnswer.Accepted, SaslAnswer.Refused {
    /**
     * The server asks on.
     *
     * @param base64 the challenge as it came, perhaps empty
     */
    record Challenge(String base64) implements SaslAnswer {}

    /** The server is content. */
    record Accepted() implements SaslAnswer {}

    /**
     * The server said no.
     *
     * @param why the reason, as far as code or text tell
     * @param serverText what it said
     */
    record Refused(Denial why, String serverText) implements SaslAnswer {}
}
