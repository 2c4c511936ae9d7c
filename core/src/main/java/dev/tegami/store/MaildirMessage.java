package dev.tegami.store;

import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/** A file of a Maildir, found again when its flags changed meanwhile. */
final class MaildirMessage implements Stored, Source {
    private final Maildir maildir;
    private final Path file;
    private final Set<StoreFlag> flags;

    MaildirMessage(Maildir maildir, Path file, Set<StoreFlag> flags) {
        this.maildir = maildir;
        this.file = file;
        this.flags = flags;
    }

    Path file() {
        return file;
    }

    @Override
    public String name() {
        return FileFlags.base(Disk.fileName(file));
    }

    @Override
    public Set<StoreFlag> flags() {
        return flags;
    }

    @Override
    public Source raw() {
        return this;
    }

    @Override
    public Message message() throws IOException {
        return WholeMessage.parse(
                this,
                Files.size(Files.exists(file) ? file : maildir.locate(name()).orElse(file)));
    }

    @Override
    public InputStream open() throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            return Files.newInputStream(maildir.locate(name()).orElseThrow(() -> e));
        }
    }

    @Override
    public String toString() {
        return name() + " " + flags;
    }
}
