package dev.tegami.store;

import dev.tegami.mime.Header;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An mbox: all messages in one file. Deliveries are written beside it first, then appended under the usual locks
 * ({@code NAME.lock} and a lock on the file); one that is killed half-way is completed by whoever comes next. Deleting
 * and flagging write a new file and put it in place in one step.
 *
 * <pre>{@code
 * Mbox archive = Mbox.at(Path.of("archive.mbox"));
 * MboxIndex index = archive.index((done, total) -> bar.show(done, total));
 * Message last = index.get(index.size() - 1).message();
 * }</pre>
 *
 * <p>Octets are kept as they come, line ends included; a message without a line end at its end gets one. An immutable
 * value, safe for several threads and processes. The file need not exist before the first delivery.
 */
public final class Mbox implements Store {
    private static final Duration LOCK_WAIT = Duration.ofSeconds(30);
    /** {@link #clean} removes what was staged 30 days ago; below that age nobody does. */
    private static final Duration UNTOUCHED = Duration.ofDays(29);

    private static final Duration ABANDONED = Duration.ofDays(30);

    private final Path file;
    private final MboxDialect dialect;
    private final Duration wait;

    private Mbox(Path file, MboxDialect dialect, Duration wait) {
        this.file = file;
        this.dialect = dialect;
        this.wait = wait;
    }

    /**
     * Opens an mbox of dialect {@link MboxDialect#MBOXRD}.
     *
     * @param file the file; its directory must exist
     * @return the store
     * @throws IOException if there is no such directory
     */
    public static Mbox at(Path file) throws IOException {
        Path real = Files.exists(file)
                ? file.toRealPath()
                : Disk.parent(file).toRealPath().resolve(Disk.fileName(file));
        return new Mbox(real, MboxDialect.MBOXRD, LOCK_WAIT);
    }

    /**
     * Reads and writes another dialect.
     *
     * @param other the dialect of the file
     * @return the changed copy
     */
    public Mbox dialect(MboxDialect other) {
        return new Mbox(file, other, wait);
    }

    /**
     * Changes how long to wait for other programs before {@link StoreLocked} is thrown; 30 seconds by default.
     *
     * @param longest the longest wait
     * @return the changed copy
     */
    public Mbox lockWait(Duration longest) {
        return new Mbox(file, dialect, longest);
    }

    /**
     * Finds all messages in one pass, at eight octets of memory for each.
     *
     * @param progress listens
     * @return the messages that were there when the pass began
     * @throws IOException if the file cannot be read
     */
    public MboxIndex index(Progress progress) throws IOException {
        if (!Files.exists(file)) {
            return new MboxIndex(file, dialect, FileStamp.NONE, new Offsets());
        }
        FileStamp stamp = stable();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Offsets offsets = new MboxScanner(new Span(channel, stamp.size()), dialect, progress).scan(0);
            stamp.check(file);
            return new MboxIndex(file, dialect, stamp, offsets);
        }
    }

    /** The size at a moment when nobody is in the middle of an append; where we may not lock, the size now. */
    private FileStamp stable() throws IOException {
        if (!Files.isWritable(Disk.parent(file)) || !Files.isWritable(file)) {
            return FileStamp.of(file);
        }
        try (MboxFile mbox = open()) {
            return mbox.stamp();
        }
    }

    private MboxFile open() throws IOException {
        return MboxFile.open(file, wait);
    }

    @Override
    public Path path() {
        return file;
    }

    @Override
    public List<Stored> list() throws IOException {
        MboxIndex index = index(Progress.NONE);
        List<Stored> messages = new ArrayList<>(index.size());
        if (index.size() > 0) {
            try (MboxPass pass = index.pass()) {
                while (pass.advance()) {
                    messages.add(pass.message());
                }
            }
        }
        return messages;
    }

    @Override
    public List<Stored> search(Predicate<? super Header> wanted) throws IOException {
        MboxIndex index = index(Progress.NONE);
        List<Stored> found = new ArrayList<>();
        if (index.size() > 0) {
            try (MboxPass pass = index.pass()) {
                while (pass.advance()) {
                    if (wanted.test(HeaderOnly.read(pass::stream))) {
                        found.add(pass.message());
                    }
                }
            }
        }
        return found;
    }

    @Override
    public Staged stage() throws IOException {
        return new MboxStaged(file, dialect);
    }

    @Override
    public void commit(List<String> names) throws IOException {
        if (names.isEmpty()) {
            return;
        }
        names.forEach(UniqueName::checked);
        try (MboxFile mbox = open()) {
            mbox.append(names);
        }
    }

    @Override
    public void withdraw(List<String> names) throws IOException {
        for (String name : names) {
            Files.deleteIfExists(MboxStaged.spool(file, UniqueName.checked(name)));
        }
    }

    @Override
    public Settled settle(String name) throws IOException {
        try (MboxFile mbox = open()) {
            if (!mbox.waits(UniqueName.checked(name))) {
                return UniqueName.age(name).compareTo(UNTOUCHED) < 0 ? Settled.BEFORE : Settled.UNKNOWN;
            }
            mbox.append(List.of(name));
            return Settled.NOW;
        }
    }

    @Override
    public void delete(Collection<? extends Stored> messages) throws IOException {
        List<Splice> splices = new ArrayList<>();
        try (MboxFile mbox = open()) {
            for (Stored message : messages) {
                splices.add(mbox.whole((MboxMessage) message));
            }
            mbox.rewrite(splices);
        }
    }

    @Override
    public void flag(Stored message, Set<StoreFlag> flags) throws IOException {
        try (MboxFile mbox = open()) {
            mbox.rewrite(List.of(mbox.flagged((MboxMessage) message, flags)));
        }
    }

    /** {@inheritDoc} That is: messages staged 30 days ago and never committed. */
    @Override
    public int clean() throws IOException {
        String prefix = Disk.fileName(MboxStaged.spool(file, ""));
        return Disk.deleteOlder(
                Disk.parent(file), each -> UniqueName.second(Disk.fileName(each).replace(prefix, "")) > 0, ABANDONED);
    }
}
