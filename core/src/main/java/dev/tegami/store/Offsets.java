package dev.tegami.store;

import java.util.ArrayList;
import java.util.List;

/** A growing list of offsets at eight octets each, in blocks so that growing copies nothing. */
final class Offsets {
    private static final int BLOCK = 1 << 13;

    private final List<long[]> blocks = new ArrayList<>();
    private int size;

    void add(long offset) {
        if (size % BLOCK == 0) {
            blocks.add(new long[BLOCK]);
        }
        blocks.get(size / BLOCK)[size % BLOCK] = offset;
        size++;
    }

    long get(int index) {
        return blocks.get(index / BLOCK)[index % BLOCK];
    }

    int size() {
        return size;
    }
}
