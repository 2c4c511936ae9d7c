package dev.tegami.imap.internal.command;

import java.util.Arrays;

/** Numbers in the order in which a server names them; a range stands for its numbers in rising order (RFC 5267 §3.2). */
public final class Ordered {
    private static final int MOST = 10_000_000;

    private long[] numbers = new long[16];
    private int count;

    /**
     * Reads a set.
     *
     * @throws IllegalArgumentException if that is none
     */
    public static long[] parse(String set) {
        Ordered ordered = new Ordered();
        if (!set.isEmpty() && !set.equalsIgnoreCase("NIL")) {
            for (String part : set.split(",", -1)) {
                ordered.add(part);
            }
        }
        return Arrays.copyOf(ordered.numbers, ordered.count);
    }

    private void add(String part) {
        int colon = part.indexOf(':');
        long one = Long.parseLong(colon < 0 ? part : part.substring(0, colon));
        long other = colon < 0 ? one : Long.parseLong(part.substring(colon + 1));
        long first = Math.min(one, other);
        long last = Math.max(one, other);
        if (first < 1 || last - first >= MOST - count) {
            throw new Flood("numbers", MOST);
        }
        if (count + (last - first) >= numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(numbers.length * 2, (int) (count + last - first + 1)));
        }
        for (long number = first; number <= last; number++) {
            numbers[count++] = number;
        }
    }
}
