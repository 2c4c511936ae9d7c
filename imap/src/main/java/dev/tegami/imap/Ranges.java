package dev.tegami.imap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Sorted numbers as pairs of first and last. */
final class Ranges {
    static final Ranges NONE = new Ranges(new long[0]);

    /** Stands for the result that a server saved; its numbers are not known here. */
    static final Ranges SAVED = new Ranges(new long[] {1, MessageSet.LAST}, "$");

    private final long[] pairs;
    private final String name;

    private Ranges(long[] pairs) {
        this(pairs, "");
    }

    private Ranges(long[] pairs, String name) {
        this.pairs = pairs;
        this.name = name;
    }

    static Ranges of(long... numbers) {
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);
        long[] pairs = new long[sorted.length * 2];
        int n = 0;
        for (long number : sorted) {
            check(number);
            if (n > 0 && number <= pairs[n - 1] + 1) {
                pairs[n - 1] = Math.max(pairs[n - 1], number);
            } else {
                pairs[n++] = number;
                pairs[n++] = number;
            }
        }
        return new Ranges(Arrays.copyOf(pairs, n));
    }

    static Ranges range(long first, long last) {
        check(first);
        check(last);
        return new Ranges(new long[] {Math.min(first, last), Math.max(first, last)});
    }

    private static void check(long number) {
        if (number < 1 || number > MessageSet.LAST) {
            throw new IllegalArgumentException("not a message number: " + number);
        }
    }

    static Ranges parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        List<Ranges> parts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            parts.add(
                    colon < 0
                            ? of(number(part))
                            : range(number(part.substring(0, colon)), number(part.substring(colon + 1))));
        }
        return union(parts);
    }

    private static long number(String text) {
        return text.equals("*") ? MessageSet.LAST : Long.parseLong(text);
    }

    static Ranges union(List<Ranges> parts) {
        long[][] all = parts.stream()
                .flatMap(r -> IntStream.range(0, r.pairs.length / 2).mapToObj(i ->
                        new long[] {r.pairs[2 * i], r.pairs[2 * i + 1]}))
                .sorted((a, b) -> Long.compare(a[0], b[0]))
                .toArray(long[][]::new);
        long[] pairs = new long[all.length * 2];
        int n = 0;
        for (long[] pair : all) {
            if (n > 0 && pair[0] <= pairs[n - 1] + 1) {
                pairs[n - 1] = Math.max(pairs[n - 1], pair[1]);
            } else {
                pairs[n++] = pair[0];
                pairs[n++] = pair[1];
            }
        }
        return new Ranges(Arrays.copyOf(pairs, n));
    }

    boolean isEmpty() {
        return pairs.length == 0;
    }

    /** The lowest number of a set that is not empty. */
    long first() {
        return pairs[0];
    }

    /** The highest number of a set that is not empty. */
    long last() {
        return pairs[pairs.length - 1];
    }

    long size() {
        long size = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            size += pairs[i + 1] - pairs[i] + 1;
        }
        return size;
    }

    boolean contains(long number) {
        int low = 0;
        int high = pairs.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (number < pairs[2 * middle]) {
                high = middle - 1;
            } else if (number > pairs[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    LongStream stream() {
        return IntStream.range(0, pairs.length / 2)
                .boxed()
                .flatMapToLong(i -> LongStream.rangeClosed(pairs[2 * i], pairs[2 * i + 1]));
    }

    /** Puts a number in the place of the asterisk. */
    Ranges upTo(long last) {
        int n = pairs.length;
        if (last == 0 || n == 0 || pairs[n - 1] != MessageSet.LAST) {
            return this;
        }
        Ranges rest = new Ranges(Arrays.copyOf(pairs, n - 2));
        return union(List.of(rest, range(Math.min(pairs[n - 2], last), last)));
    }

    /** Cuts into pieces of so many numbers. */
    List<Ranges> cut(long most) {
        List<Ranges> pieces = new ArrayList<>();
        long[] piece = new long[pairs.length];
        int n = 0;
        long room = most;
        for (int i = 0; i < pairs.length; i += 2) {
            long from = pairs[i];
            while (from <= pairs[i + 1]) {
                long to = Math.min(pairs[i + 1], from + room - 1);
                piece[n++] = from;
                piece[n++] = to;
                room -= to - from + 1;
                from = to + 1;
                if (room == 0) {
                    pieces.add(new Ranges(Arrays.copyOf(piece, n)));
                    n = 0;
                    room = most;
                }
            }
        }
        if (n > 0) {
            pieces.add(new Ranges(Arrays.copyOf(piece, n)));
        }
        return pieces;
    }

    List<Ranges> pieces(int longest) {
        int perPiece = Math.max(1, longest / 22) * 2;
        List<Ranges> pieces = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += perPiece) {
            pieces.add(new Ranges(Arrays.copyOfRange(pairs, i, Math.min(pairs.length, i + perPiece))));
        }
        return pieces;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ranges ranges && name.equals(ranges.name) && Arrays.equals(pairs, ranges.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }

    @Override
    public String toString() {
        if (!name.isEmpty()) {
            return name;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            out.append(i == 0 ? "" : ",").append(end(pairs[i]));
            if (pairs[i] != pairs[i + 1]) {
                out.append(':').append(end(pairs[i + 1]));
            }
        }
        return out.toString();
    }

    private static String end(long number) {
        return number == MessageSet.LAST ? "*" : Long.toString(number);
    }
}
