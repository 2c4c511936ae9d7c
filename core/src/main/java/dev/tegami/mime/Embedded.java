package dev.tegami.mime;

import dev.tegami.internal.bytes.Octets;
import org.jspecify.annotations.Nullable;

/**
 * A body that is a whole message: {@code message/rfc822} (RFC 2046 section 5.2.1) or {@code message/global} (RFC
 * 6532).
 */
public final class Embedded implements Body {
    private final @Nullable Octets encoded;
    private final Message message;

    Embedded(Message message, @Nullable Octets encoded) {
        this.message = message;
        this.encoded = encoded;
    }

    /**
     * Makes a body of a message.
     *
     * @param message the message, written as it is
     * @return the body
     */
    public static Embedded of(Message message) {
        return new Embedded(message, null);
    }

    /**
     * Gives the message.
     *
     * @return the message inside
     */
    public Message message() {
        return message;
    }

    @Override
    public Source encoded() {
        return OctetSource.of(octets());
    }

    boolean isReceived() {
        return encoded != null;
    }

    Octets octets() {
        return encoded == null ? message.root().octets() : encoded;
    }
}
