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
    private static final int FEW = 64;

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
    private @Nullable Grams grams;

    boolean isEmpty() {
        return open.isEmpty();
    }

    void push(byte[] boundary, int frame) {
        open.add(new Entry(boundary, frame));
        if (open.size() > FEW) {
            remember(open.size() == FEW + 1 ? 0 : FEW);
        }
        longest = Math.max(longest, boundary.length);
        grams = null;
    }

    /** Removes the innermost boundary if it belongs to the frame. */
    void pop(int frame) {
        int last = open.size() - 1;
        if (last < 0 || open.get(last).frame != frame) {
            return;
        }
        byte[] boundary = open.remove(last).boundary;
        if (open.size() >= FEW) {
            forget(key(boundary, 0, boundary.length));
        }
        grams = null;
    }

    /** Takes boundaries up into the look-up: all at first, then the innermost one. */
    private void remember(int known) {
        int from = known == 0 ? 0 : open.size() - 1;
        if (known == 0) {
            many.clear();
        }
        for (int i = from; i < open.size(); i++) {
            byte[] boundary = open.get(i).boundary;
            many.computeIfAbsent(key(boundary, 0, boundary.length), k -> new ArrayList<>(1))
                    .add(open.get(i).frame);
        }
    }

    private void forget(String key) {
        List<Integer> frames = many.get(key);
        if (frames != null) {
            frames.remove(frames.size() - 1);
            if (frames.isEmpty()) {
                many.remove(key);
            }
        }
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
                if (boundary.length == end - start
                        && boundary[boundary.length - 1] == b[end - 1]
                        && Arrays.equals(b, start, end, boundary, 0, boundary.length)) {
                    return entry.frame;
                }
            }
            return -1;
        }
        List<Integer> frames = many.get(key(b, start, end));
        return frames == null ? -1 : frames.get(frames.size() - 1);
    }

    /** A filter for jumping through long bodies, or null where jumping would not pay. */
    @Nullable
    Grams grams() {
        if (grams == null && open.size() <= FEW) {
            List<byte[]> boundaries = new ArrayList<>(open.size());
            for (Entry entry : open) {
                boundaries.add(entry.boundary);
            }
            grams = Grams.of(boundaries);
        }
        return grams;
    }

    private static boolean isBlank(byte c) {
        return c == '\n' || c == '\r' || c == ' ' || c == '\t';
    }

    private static String key(byte[] b, int from, int to) {
        return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
