package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Ciphertext on its way: in memory up to a threshold, then in a file that goes when its source is no longer reachable.
 * {@link #finish} commits; {@link #close} without it removes everything.
 */
public final class Spool extends OutputStream {
    private static final Cleaner CLEANER = Cleaner.create();

    private final int memory;
    private final @Nullable Path directory;
    private @Nullable ByteArrayOutputStream heap = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream out;
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
        ByteArrayOutputStream kept = heap;
        if (kept != null && kept.size() + (long) length <= memory) {
            kept.write(from, offset, length);
            return;
        }
        file().write(from, offset, length);
    }

    private OutputStream file() throws IOException {
        OutputStream open = out;
        if (open == null) {
            Path made = directory == null
                    ? Files.createTempFile("tegami", ".cms")
                    : Files.createTempFile(directory, "tegami", ".cms");
            file = made;
            open = Files.newOutputStream(made);
            out = open;
            if (heap != null) {
                heap.writeTo(open);
                heap = null;
            }
        }
        return open;
    }

    /** Commits: what was written can be read, again and again. */
    public Source finish() throws IOException {
        finished = true;
        ByteArrayOutputStream kept = heap;
        if (kept != null) {
            return Source.of(kept.toByteArray());
        }
        file().close();
        Path made = java.util.Objects.requireNonNull(file);
        Source source = new Held(Source.of(made));
        CLEANER.register(source, () -> delete(made));
        return source;
    }

    @Override
    public void close() throws IOException {
        if (!finished && out != null && file != null) {
            out.close();
            Files.deleteIfExists(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the cleaner drops this; the file is ciphertext only", e);
        }
    }

    /** A source of its own identity, so that its life is the file's. */
    private static final class Held implements Source {
        private final Source source;

        Held(Source source) {
            this.source = source;
        }

        @Override
        public java.io.InputStream open() throws IOException {
            return new Borrowed(source.open(), this);
        }

        @Override
        public long size() {
            return source.size();
        }
    }

    /** A stream that keeps the file alive while it is read. */
    private static final class Borrowed extends java.io.FilterInputStream {
        private final Held held;

        Borrowed(java.io.InputStream in, Held held) {
            super(in);
            this.held = held;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                java.lang.ref.Reference.reachabilityFence(held);
            }
        }
    }
}
