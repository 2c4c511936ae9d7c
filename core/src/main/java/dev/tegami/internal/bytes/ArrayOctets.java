package dev.tegami.internal.bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** A slice of an array; nothing is copied. */
public final class ArrayOctets implements Octets {
    private final byte[] array;
    private final int from;
    private final int to;

    public ArrayOctets(byte[] array, int from, int to) {
        Objects.checkFromToIndex(from, to, array.length);
        this.array = array;
        this.from = from;
        this.to = to;
    }

    public static ArrayOctets of(byte[] array) {
        return new ArrayOctets(array, 0, array.length);
    }

    public byte[] array() {
        return array;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(array, from, to - from);
    }

    @Override
    public long size() {
        return (long) to - from;
    }

    @Override
    public Octets slice(long start, long end) {
        Objects.checkFromToIndex(start, end, size());
        return new ArrayOctets(array, from + (int) start, from + (int) end);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(array, from, to - from);
    }

    @Override
    public ArrayOctets inMemory() {
        return this;
    }

    @Override
    public byte[] toBytes() {
        return Arrays.copyOfRange(array, from, to);
    }
}
