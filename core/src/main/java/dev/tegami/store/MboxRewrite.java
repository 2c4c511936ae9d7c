package dev.tegami.store;

import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Writes an mbox anew with some octets replaced, and puts it in place in one step. Its lock is held. */
final class MboxRewrite {
    private MboxRewrite() {}

    static void run(Path path, FileChannel from, List<Splice> splices) throws IOException {
        Path fresh = path.resolveSibling("." + Disk.fileName(path) + ".tegami-rewrite");
        Files.deleteIfExists(fresh);
        boolean done = false;
        try (FileChannel to = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                Disk.ownerOnly(Disk.parent(path), "rw-------"))) {
            write(
                    from,
                    to,
                    splices.stream()
                            .sorted(Comparator.comparingLong(Splice::from))
                            .toList());
            Disk.copyPermissions(path, fresh);
            to.force(true);
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(fresh);
            }
        }
        Disk.replace(fresh, path);
    }

    private static void write(FileChannel from, FileChannel to, List<Splice> splices) throws IOException {
        long at = 0;
        for (Splice splice : splices) {
            copy(from, to, at, splice.from());
            OutputStream out = Channels.newOutputStream(to);
            for (Source each : splice.replacement()) {
                each.writeTo(out);
            }
            at = Math.max(at, splice.to());
        }
        copy(from, to, at, from.size());
    }

    private static void copy(FileChannel from, FileChannel to, long start, long end) throws IOException {
        long at = start;
        while (at < end) {
            at += from.transferTo(at, end - at, to);
        }
    }
}
