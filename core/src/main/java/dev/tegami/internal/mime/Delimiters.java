package dev.tegami.internal.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The boundaries of the multiparts that are open, innermost last, and the search for a line that is one of them. */
final class Delimiters {
    /** Up to this many are compared one by one; more are looked up. */
    private static final int FEW = 8;

    private static final int SHORTEST_JUMP = 6;

    private static final class Entry {
        final byte[] boundary;
        final int frame;

        Entry(byte[] boundary, int frame) {
            this.boundary = boundary;
            this.frame = frame;
        }
    }

    private final List<Entry> open = new ArrayList<>();
    private final Map<String, List<Integer>> many = new HashMap<>();
    private int longest;
    private byte @Nullable [] skip;
    private int stride;

    boolean isEmpty() {
        return open.isEmpty();
    }

    void push(byte[] boundary, int frame) {
        open.add(new Entry(boundary, frame));
        many.computeIfAbsent(key(boundary, 0, boundary.length), k -> new ArrayList<>(1))
                .add(frame);
        longest = Math.max(longest, boundary.length);
        skip = null;
    }

    /** Removes the innermost boundary if it belongs to the frame. */
    void pop(int frame) {
        int last = open.size() - 1;
        if (last < 0 || open.get(last).frame != frame) {
            return;
        }
        byte[] boundary = open.remove(last).boundary;
        String key = key(boundary, 0, boundary.length);
        List<Integer> frames = many.get(key);
        if (frames != null) {
            frames.remove(frames.size() - 1);
            if (frames.isEmpty()) {
                many.remove(key);
            }
        }
        skip = null;
    }

    /** How much of a line must be seen to judge it: both hyphens twice, and some trailing white space. */
    int reach() {
        return longest + 4 + 512;
    }

    /**
     * Judges the line that starts with two hyphens at {@code from}.
     *
     * @return the frame times two, plus one for a closing delimiter; -1 if it is none
     */
    int match(byte[] b, int from, int lineEnd) {
        int start = from + 2;
        int end = lineEnd;
        while (end > start && isBlank(b[end - 1])) {
            end--;
        }
        int opening = find(b, start, end);
        if (opening >= 0) {
            return opening * 2;
        }
        if (end - start > 2 && b[end - 1] == '-' && b[end - 2] == '-') {
            int closing = find(b, start, end - 2);
            if (closing >= 0) {
                return closing * 2 + 1;
            }
        }
        return -1;
    }

    private int find(byte[] b, int start, int end) {
        if (end - start > longest) {
            return -1;
        }
        if (open.size() <= FEW) {
            for (int i = open.size() - 1; i >= 0; i--) {
                Entry entry = open.get(i);
                byte[] boundary = entry.boundary;
                if (Arrays.equals(b, start, end, boundary, 0, boundary.length)) {
                    return entry.frame;
                }
            }
            return -1;
        }
        List<Integer> frames = many.get(key(b, start, end));
        return frames == null ? -1 : frames.get(frames.size() - 1);
    }

    /**
     * A table for jumping through long bodies: from an octet seen {@code stride() - 1} behind a place, how far the
     * place may move on; 0 means "look closely". Null where jumping would not pay.
     */
    byte @Nullable [] skips() {
        if (skip == null && open.size() <= FEW) {
            int shortest = Integer.MAX_VALUE;
            for (Entry entry : open) {
                shortest = Math.min(shortest, entry.boundary.length + 2);
            }
            stride = Math.min(shortest, 100);
            skip = stride < SHORTEST_JUMP ? null : table();
        }
        return skip;
    }

    int stride() {
        return stride;
    }

    private byte[] table() {
        byte[] table = new byte[256];
        Arrays.fill(table, (byte) stride);
        for (Entry entry : open) {
            for (int i = 0; i < stride; i++) {
                int c = i < 2 ? '-' : entry.boundary[i - 2] & 0xFF;
                table[c] = (byte) Math.min(table[c], stride - 1 - i);
            }
        }
        return table;
    }

    private static boolean isBlank(byte c) {
        return c == '\n' || c == '\r' || c == ' ' || c == '\t';
    }

    private static String key(byte[] b, int from, int to) {
        return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
