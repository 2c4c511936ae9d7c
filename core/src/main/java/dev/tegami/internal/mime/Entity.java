package dev.tegami.internal.mime;

import org.jspecify.annotations.Nullable;

/**
 * What the scanner knows of a message or part once its header is read. The header's octets are
 * {@code data[from .. from + length)}; {@code index} holds three offsets into them per field: start, colon (-1 for a
 * line that is no field) and end.
 */
public final class Entity {
    /** How the body continues. */
    public enum Shape {
        LEAF,
        MULTIPART,
        EMBEDDED
    }

    public final long start;
    public final byte[] data;
    public final int from;
    public final int length;
    public final int[] index;
    public final long bodyStart;
    public final Shape shape;
    public final @Nullable MediaType type;
    public final @Nullable String boundary;
    /** The offset of the transfer encoding's field in the index, or -1. */
    public final int encodingField;

    Entity(
            long start,
            HeaderLines header,
            long bodyStart,
            Shape shape,
            @Nullable MediaType type,
            @Nullable String boundary) {
        this.start = start;
        this.data = header.data;
        this.from = header.from;
        this.length = header.length;
        this.index = header.index;
        this.encodingField = header.encodingField;
        this.bodyStart = bodyStart;
        this.shape = shape;
        this.type = type;
        this.boundary = boundary;
    }

    /** The transfer encoding that the header states. */
    public Encoding encoding() {
        int at = encodingField;
        if (at < 0) {
            return Encoding.SEVEN_BIT;
        }
        return Encoding.read(data, from + index[at + 1] + 1, from + Math.min(index[at + 2], length));
    }
}
