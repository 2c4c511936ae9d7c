package dev.tegami.internal.wire;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a body goes. If the place breaks, what is left of the body is read and dropped so that the session stays
 * usable, unless that is much: then the break is thrown at once and the session is over.
 */
final class Spill {
    private static final long MOST_DROPPED = 8L * 1024 * 1024;

    private final OutputStream target;
    private long count;
    private long dropped;
    private @Nullable Exception broken;

    Spill(OutputStream target) {
        this.target = target;
    }

    void write(byte[] octets, int from, int length) throws IOException {
        count += length;
        if (broken != null) {
            dropped += length;
            if (dropped > MOST_DROPPED) {
                rethrow();
            }
            return;
        }
        try {
            target.write(octets, from, length);
        } catch (IOException | RuntimeException e) {
            broken = e;
        }
    }

    long count() {
        return count;
    }

    void rethrow() throws IOException {
        if (broken instanceof IOException e) {
            throw e;
        }
        if (broken instanceof RuntimeException e) {
            throw e;
        }
    }
}
