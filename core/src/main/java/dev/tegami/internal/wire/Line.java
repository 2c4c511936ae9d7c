package dev.tegami.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line without its CRLF, as a slice of the read buffer: valid until the next read from the same {@link Wire}. It
 * may hold any octet but LF, NUL and bare CR included.
 */
public final class Line {
    private final byte[] array;
    private final int from;
    private final int length;

    /**
     * Wraps a slice.
     *
     * @param array the array, not copied
     * @param from the first octet
     * @param length the number of octets
     */
    public Line(byte[] array, int from, int length) {
        this.array = array;
        this.from = from;
        this.length = length;
    }

    /**
     * Gives the array the line is in, not to be written to.
     *
     * @return the array
     */
    public byte[] array() {
        return array;
    }

    /**
     * Gives the index of the first octet in {@link #array()}.
     *
     * @return the index
     */
    public int from() {
        return from;
    }

    /**
     * Gives the number of octets.
     *
     * @return the length
     */
    public int length() {
        return length;
    }

    /**
     * Gives one octet.
     *
     * @param index 0 to length - 1
     * @return the octet, 0 to 255, or -1 beyond the end
     */
    public int at(int index) {
        return index < length ? array[from + index] & 0xFF : -1;
    }

    /**
     * Compares the beginning without regard to ASCII case.
     *
     * @param ascii capital letters, digits and signs
     * @return true if the line begins so
     */
    public boolean startsWith(String ascii) {
        if (ascii.length() > length) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            int octet = array[from + i] & 0xFF;
            int upper = octet >= 'a' && octet <= 'z' ? octet - 32 : octet;
            if (upper != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads a decimal number that fills a range of the line.
     *
     * @param begin the first index
     * @param end the index after the last
     * @return the number, or -1 if there is no digit, something else, or more than 18 digits
     */
    public long number(int begin, int end) {
        if (begin < 0 || begin >= end || end > length || end - begin > 18) {
            return -1;
        }
        long value = 0;
        for (int i = begin; i < end; i++) {
            int digit = array[from + i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /**
     * Gives the rest of the line from an index.
     *
     * @param index 0 to length
     * @return a slice of the same array
     */
    public Line rest(int index) {
        return new Line(array, from + index, length - index);
    }

    /**
     * Copies the octets.
     *
     * @return a new array
     */
    public byte[] copy() {
        return Arrays.copyOfRange(array, from, from + length);
    }

    /**
     * Decodes the line as UTF-8; what is not UTF-8 becomes U+FFFD.
     *
     * @return the text
     */
    public String text() {
        return text(0);
    }

    /**
     * Decodes the rest of the line as UTF-8.
     *
     * @param index where to begin, 0 to length
     * @return the text
     */
    public String text(int index) {
        return new String(array, from + index, length - index, StandardCharsets.UTF_8);
    }

    /** Gives {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
