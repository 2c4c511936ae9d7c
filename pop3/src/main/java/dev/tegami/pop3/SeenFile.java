package dev.tegami.pop3;

import dev.tegami.pop3.internal.MarkLine;
import dev.tegami.store.StoreLocked;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A memory in a plain file: a line for each change, each with a checksum and put on disk (fsync) before it counts. A
 * line that was cut off by a crash is passed over. The file is written anew when most of it is out of date.
 *
 * <pre>{@code
 * try (SeenFile seen = SeenFile.open(Path.of("ada.seen"))) {
 *     Pop3.at("pop.example.org").login("ada", secret).collect(Maildir.create(mail), seen, Policy.leaveFor(Duration.ofDays(14)));
 * }
 * }</pre>
 *
 * <p>While it is open no other process can open it. For one thread at a time.
 */
public final class SeenFile implements Seen, Closeable {
    private static final int SLACK = 200;

    private final Path file;
    private final FileChannel lock;
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private FileChannel channel;
    private int lines;

    private SeenFile(Path file, FileChannel lock, FileChannel channel) {
        this.file = file;
        this.lock = lock;
        this.channel = channel;
    }

    /**
     * Opens a memory, making it where there is none.
     *
     * @param file the file; {@code .lock} beside it serves as its lock
     * @return the memory
     * @throws IOException if it cannot be read or made
     * @throws StoreLocked if another collector has it open
     */
    public static SeenFile open(Path file) throws IOException {
        FileChannel lock = lock(file.resolveSibling(file.getFileName() + ".lock"));
        boolean opened = false;
        try {
            SeenFile seen = new SeenFile(file, lock, append(file));
            seen.load();
            opened = true;
            return seen;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            throw new StoreLocked(path);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        if (!locked) {
            throw new StoreLocked(path);
        }
        return channel;
    }

    private static FileChannel append(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private void load() throws IOException {
        byte[] all = Files.readAllBytes(file);
        for (String line : new String(all, StandardCharsets.US_ASCII).split("\n", -1)) {
            MarkLine.apply(line, marks);
            lines++;
        }
        if (all.length > 0 && all[all.length - 1] != '\n') {
            // What comes next must not be glued to a line that was cut off.
            write("\n");
        }
    }

    @Override
    public Collection<Mark> marks() {
        return List.copyOf(marks.values());
    }

    /**
     * Finds a mark.
     *
     * @param key its key
     * @return the mark
     */
    public Optional<Mark> find(String key) {
        return Optional.ofNullable(marks.get(key));
    }

    @Override
    public void record(List<Mark> changed) throws IOException {
        List<String> text = new ArrayList<>();
        changed.forEach(mark -> text.add(MarkLine.write(mark)));
        append(text);
        changed.forEach(mark -> marks.put(mark.key(), mark));
        compact();
    }

    @Override
    public void forget(List<String> keys) throws IOException {
        List<String> text = new ArrayList<>();
        keys.forEach(key -> text.add(MarkLine.forget(key)));
        append(text);
        keys.forEach(marks::remove);
        compact();
    }

    private void append(List<String> text) throws IOException {
        if (!text.isEmpty()) {
            write(String.join("", text));
            lines += text.size();
        }
    }

    /** Appends and puts on disk. What fails half-way is cut off again, so that it never runs into what comes later. */
    private void write(String text) throws IOException {
        long before = channel.size();
        boolean done = false;
        try {
            ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
            done = true;
        } finally {
            if (!done) {
                cutOff(before);
            }
        }
    }

    /** If this fails, nobody knows what the file says; that is worse than any failure to write. */
    private void cutOff(long before) {
        try {
            channel.truncate(before);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the memory of collected mail may be damaged: " + file, e);
        }
    }

    private void compact() throws IOException {
        if (lines < 2 * marks.size() + SLACK) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        StringBuilder all = new StringBuilder();
        marks.values().forEach(mark -> all.append(MarkLine.write(mark)));
        try (FileChannel out = append(fresh)) {
            out.write(ByteBuffer.wrap(all.toString().getBytes(StandardCharsets.US_ASCII)));
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        channel.close();
        channel = append(file);
        lines = marks.size();
    }

    /**
     * Lets other collectors have the memory.
     *
     * @throws IOException if the file cannot be closed
     */
    @Override
    public void close() throws IOException {
        channel.close();
        lock.close();
    }
}
