package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.Reference;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Ciphertext on its way: in memory up to a threshold, then in a file without a name, which is gone when its source is
 * no longer reachable, and at the latest with the process. {@link #finish} commits; {@link #close} without it removes
 * everything.
 */
public final class Spool extends OutputStream {
    private final int memory;
    private final @Nullable Path directory;
    private @Nullable Chunks heap = new Chunks();
    private long held;
    private @Nullable SpoolFile file;
    private boolean finished;

    public Spool(int memory, @Nullable Path directory) {
        this.memory = memory;
        this.directory = directory;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        Chunks kept = heap;
        if (kept != null && held + length <= memory) {
            kept.append(from, offset, length);
            held += length;
            return;
        }
        file().write(from, offset, length);
    }

    private SpoolFile file() throws IOException {
        SpoolFile open = file;
        if (open == null) {
            open = SpoolFile.create(directory);
            file = open;
            Chunks kept = heap;
            if (kept != null) {
                kept.writeTo(open);
                heap = null;
            }
        }
        return open;
    }

    /** Commits: what was written can be read, again and again. */
    public Source finish() throws IOException {
        finished = true;
        Chunks kept = heap;
        if (kept != null) {
            return kept;
        }
        return new Held(file(), file().size());
    }

    @Override
    public void close() {
        SpoolFile open = file;
        if (!finished && open != null) {
            open.discard();
        }
    }

    /** What was spooled; the file lives as long. */
    private record Held(SpoolFile file, long size) implements Source {
        @Override
        public InputStream open() {
            return new Reading(this);
        }
    }

    /** Reads by position, so that several can read at once; keeps the file alive meanwhile. */
    private static final class Reading extends InputStream {
        private final Held held;
        private long at;

        Reading(Held held) {
            this.held = held;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            try {
                int got = held.file().read(at, to, offset, length);
                at += Math.max(0, got);
                return got;
            } finally {
                Reference.reachabilityFence(held);
            }
        }
    }
}
