package dev.tegami.store;

import dev.tegami.mime.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Completes the append of a process that was killed. The mbox's lock is held. */
final class MboxRecovery {
    private final Path path;
    private final FileChannel channel;
    private final MboxJournal journal;

    private MboxRecovery(Path path, FileChannel channel, MboxJournal journal) {
        this.path = path;
        this.channel = channel;
        this.journal = journal;
    }

    static void complete(Path path, Duration wait) throws IOException {
        Optional<MboxJournal> journal = MboxJournal.read(path);
        if (journal.isPresent()) {
            try (FileChannel channel = MboxFile.channel(path, wait)) {
                new MboxRecovery(path, channel, journal.get()).run();
            }
        }
    }

    private void run() throws IOException {
        MboxAppend append = new MboxAppend(path, channel, journal);
        long total = total();
        if (total < 0) {
            // A file is gone already, so all were appended.
            append.finish();
            return;
        }
        if (channel.size() < journal.offset()) {
            // Others took messages out since: the place is gone, and the files wait to be committed again.
            MboxJournal.remove(path);
            return;
        }
        long written = written();
        if (written == total) {
            channel.force(true);
            append.finish();
            return;
        }
        long own = own(written);
        if (isForeign(own, total)) {
            among(own);
        } else {
            append.run();
        }
    }

    /** The octets to append, or -1 when one of the files is gone. */
    private long total() throws IOException {
        long total = journal.lineEnds();
        for (String name : journal.names()) {
            Path spool = MboxStaged.spool(path, name);
            if (!Files.exists(spool)) {
                return -1;
            }
            total += Files.size(spool);
        }
        return total;
    }

    /** How many of the octets are in the file. */
    private long written() throws IOException {
        Span mbox = new Span(channel, channel.size());
        byte[] there = new byte[64 * 1024];
        byte[] ours = new byte[64 * 1024];
        long at = 0;
        try (InputStream in = octets()) {
            int n;
            while ((n = in.readNBytes(ours, 0, ours.length)) > 0) {
                int m = mbox.read(there, 0, n, journal.offset() + at);
                int same = 0;
                while (same < m && there[same] == ours[same]) {
                    same++;
                }
                at += same;
                if (same < n) {
                    break;
                }
            }
        }
        return at;
    }

    private InputStream octets() throws IOException {
        List<InputStream> all = new ArrayList<>();
        for (Source each : sources()) {
            all.add(each.open());
        }
        return new SequenceInputStream(Collections.enumeration(all));
    }

    private List<Source> sources() throws IOException {
        List<Source> all = new ArrayList<>();
        byte[] prefix = journal.prefix();
        all.add(() -> new ByteArrayInputStream(prefix));
        for (String name : journal.names()) {
            all.add(Source.of(MboxStaged.spool(path, name)));
        }
        return all;
    }

    /** Whether a program that knows nothing of the journal appended a message of its own since. */
    private boolean isForeign(long own, long total) throws IOException {
        return channel.size() > journal.offset() + total || separatorAt(journal.offset() + own);
    }

    /**
     * How much of what is there is ours. Two separators begin alike, so one that ends otherwise than ours is none of
     * ours, however many octets of it are the same.
     */
    private long own(long written) throws IOException {
        for (long at = written; at >= 0 && at > written - FromLine.LENGTH; at--) {
            if (separatorAt(journal.offset() + at)) {
                return at;
            }
        }
        return written;
    }

    private boolean separatorAt(long offset) throws IOException {
        byte[] next = new byte[1024];
        int n = new Span(channel, channel.size()).read(next, offset);
        return FromLine.starts(next, 0, n) && FromLine.isWhole(next, 0, n) && FromLine.separates(next, 0, n);
    }

    /** Puts our octets in place of their beginning, before what others appended. */
    private void among(long own) throws IOException {
        long from = journal.offset();
        MboxRewrite.run(path, channel, List.of(new Splice(from, from + own, sources())));
        new MboxAppend(path, channel, journal).finish();
    }
}
