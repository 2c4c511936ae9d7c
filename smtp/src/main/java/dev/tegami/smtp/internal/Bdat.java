package dev.tegami.smtp.internal;

import dev.tegami.internal.wire.Wire;

/**
 * BDAT (RFC 3030 §2); its octets follow the CRLF.
 *
 * @param size how many octets follow
 * @param place whether more chunks come
 */
public record Bdat(int size, Place place) implements Command {
    /** Where a chunk stands. */
    public enum Place {
        /** More chunks come. */
        AMONG_OTHERS,
        /** The message ends with it. */
        LAST
    }

    @Override
    public String label() {
        return place == Place.LAST ? "BDAT LAST" : "BDAT";
    }

    @Override
    public void writeTo(Wire wire) {
        wire.text("BDAT ").text(Integer.toString(size));
        if (place == Place.LAST) {
            wire.text(" LAST");
        }
    }
}
