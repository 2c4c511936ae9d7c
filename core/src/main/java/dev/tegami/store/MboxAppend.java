package dev.tegami.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Carries out a journal. What fails half-way (a full disk) is taken back, so that the mbox stays as it was. */
final class MboxAppend {
    private final Path path;
    private final FileChannel channel;
    private final MboxJournal journal;

    MboxAppend(Path path, FileChannel channel, MboxJournal journal) {
        this.path = path;
        this.channel = channel;
        this.journal = journal;
    }

    void run() throws IOException {
        boolean done = false;
        try {
            channel.truncate(journal.offset());
            channel.position(journal.offset());
            ByteBuffer prefix = ByteBuffer.wrap(journal.prefix());
            while (prefix.hasRemaining()) {
                channel.write(prefix);
            }
            for (String name : journal.names()) {
                copy(MboxStaged.spool(path, name));
            }
            channel.force(true);
            done = true;
        } finally {
            if (!done) {
                channel.truncate(journal.offset());
                channel.force(true);
                MboxJournal.remove(path);
            }
        }
        finish();
    }

    /** Everything is in the mbox and on disk: removes the files, then the journal. */
    void finish() throws IOException {
        for (String name : journal.names()) {
            Files.deleteIfExists(MboxStaged.spool(path, name));
        }
        Disk.syncDirectory(Disk.parent(path));
        MboxJournal.remove(path);
    }

    private void copy(Path spool) throws IOException {
        try (FileChannel from = FileChannel.open(spool, StandardOpenOption.READ)) {
            long size = from.size();
            long at = 0;
            while (at < size) {
                at += from.transferTo(at, size - at, channel);
            }
        }
    }
}
