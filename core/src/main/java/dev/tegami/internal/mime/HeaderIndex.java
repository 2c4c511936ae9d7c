package dev.tegami.internal.mime;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Where the fields of a header are: three offsets each, as {@link Entity} says. */
public final class HeaderIndex {
    private static final ScanLimits NONE = new ScanLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, 1, 1);

    private final int length;
    private final int[] index;

    private HeaderIndex(int length, int[] index) {
        this.length = length;
        this.index = index;
    }

    public int length() {
        return length;
    }

    public int[] index() {
        return index;
    }

    /** Finds the fields of a header that is an array of its own. */
    public static HeaderIndex of(byte[] octets) {
        HeaderLines lines = new HeaderLines(
                new Window(octets, 0, octets.length), new Delimiters(), NONE, (damage, at, detail) -> {});
        try {
            lines.read(0);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail", e);
        }
        return new HeaderIndex(lines.length, lines.index);
    }
}
