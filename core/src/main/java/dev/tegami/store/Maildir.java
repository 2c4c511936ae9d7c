package dev.tegami.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Maildir: one file per message, no locks. Messages are written to {@code tmp}, put on disk, and renamed into
 * {@code new}; readers move them to {@code cur} and keep flags in the file name.
 *
 * <pre>{@code
 * Maildir inbox = Maildir.create(Path.of("Mail"));
 * inbox.deliver(Source.of(octets));
 * Message newest = inbox.list().get(0).message();
 * }</pre>
 *
 * <p>Octets are kept as they come, line ends included. Safe for several threads and processes.
 */
public final class Maildir implements Store {
    /** Other programs remove what lies in {@code tmp} longer than 36 hours; below that age nobody does. */
    private static final Duration UNTOUCHED = Duration.ofHours(35);

    private static final Duration ABANDONED = Duration.ofHours(36);

    private final Path directory;
    private final Path tmp;
    private final Path fresh;
    private final Path cur;

    private Maildir(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        this.tmp = directory.resolve("tmp");
        this.fresh = directory.resolve("new");
        this.cur = directory.resolve("cur");
    }

    /**
     * Opens a Maildir, making it where there is none.
     *
     * @param directory the directory that holds {@code tmp}, {@code new} and {@code cur}
     * @return the store
     * @throws IOException if it cannot be made
     */
    public static Maildir create(Path directory) throws IOException {
        Maildir maildir = new Maildir(directory);
        for (Path each : List.of(maildir.tmp, maildir.fresh, maildir.cur)) {
            Disk.createPrivate(each);
        }
        Disk.syncDirectory(directory);
        return maildir;
    }

    /**
     * Opens a Maildir that must be there.
     *
     * @param directory the directory that holds {@code tmp}, {@code new} and {@code cur}
     * @return the store
     * @throws IOException if it is no Maildir
     */
    public static Maildir open(Path directory) throws IOException {
        Maildir maildir = new Maildir(directory);
        for (Path each : List.of(maildir.tmp, maildir.fresh, maildir.cur)) {
            if (!Files.isDirectory(each)) {
                throw new NotDirectoryException(each.toString());
            }
        }
        return maildir;
    }

    @Override
    public Path path() {
        return directory;
    }

    @Override
    public List<Stored> list() throws IOException {
        Map<String, MaildirMessage> found = new LinkedHashMap<>();
        // A message only ever moves from new to cur, so this order misses none of them.
        collect(fresh, found);
        collect(cur, found);
        List<Stored> listed = new ArrayList<>(found.values());
        listed.sort(Comparator.comparingLong((Stored one) -> UniqueName.second(one.name()))
                .thenComparing(Stored::name));
        return listed;
    }

    private void collect(Path directory, Map<String, MaildirMessage> found) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String name = Disk.fileName(file);
                if (!name.startsWith(".")) {
                    MaildirMessage message = new MaildirMessage(this, file, FileFlags.parse(name));
                    found.put(message.name(), message);
                }
            }
        }
    }

    @Override
    public Staged stage() throws IOException {
        return new StagedFile(tmp, UniqueName.next());
    }

    @Override
    public void commit(List<String> names) throws IOException {
        Disk.syncDirectory(tmp);
        for (String name : names) {
            Path staged = tmp.resolve(UniqueName.checked(name));
            try {
                Files.move(staged, fresh.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException e) {
                if (locate(name).isEmpty()) {
                    throw e;
                }
            }
        }
        Disk.syncDirectory(fresh);
        Disk.syncDirectory(tmp);
    }

    @Override
    public void withdraw(List<String> names) throws IOException {
        for (String name : names) {
            Files.deleteIfExists(tmp.resolve(UniqueName.checked(name)));
        }
    }

    @Override
    public Settled settle(String name) throws IOException {
        if (Files.exists(tmp.resolve(UniqueName.checked(name)))) {
            commit(List.of(name));
            return Settled.NOW;
        }
        if (locate(name).isPresent()) {
            Disk.syncDirectory(fresh);
            Disk.syncDirectory(cur);
            return Settled.BEFORE;
        }
        return UniqueName.age(name).compareTo(UNTOUCHED) < 0 ? Settled.BEFORE : Settled.UNKNOWN;
    }

    @Override
    public void delete(Collection<? extends Stored> messages) throws IOException {
        for (Stored message : messages) {
            // Someone may rename the file between the look and the deletion.
            Optional<Path> file =
                    message instanceof MaildirMessage known ? Optional.of(known.file()) : locate(message.name());
            while (file.isPresent() && !Files.deleteIfExists(file.get())) {
                file = locate(message.name());
            }
        }
        Disk.syncDirectory(fresh);
        Disk.syncDirectory(cur);
    }

    @Override
    public void flag(Stored message, Set<StoreFlag> flags) throws IOException {
        String name = message.name();
        Path file = locate(name).orElseThrow(() -> new NoSuchFileException(name, null, "no such message"));
        Path target = cur.resolve(FileFlags.renamed(Disk.fileName(file), flags));
        if (!file.equals(target)) {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            Disk.syncDirectory(cur);
        }
    }

    /** {@inheritDoc} That is: what has been in {@code tmp} for 36 hours. */
    @Override
    public int clean() throws IOException {
        return Disk.deleteOlder(tmp, file -> true, ABANDONED);
    }

    /** The file that holds a message now, whatever its flags have become. */
    Optional<Path> locate(String name) throws IOException {
        if (Files.exists(fresh.resolve(name))) {
            return Optional.of(fresh.resolve(name));
        }
        for (Path directory : List.of(cur, fresh)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(
                    directory, file -> FileFlags.base(Disk.fileName(file)).equals(name))) {
                for (Path file : files) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }
}
