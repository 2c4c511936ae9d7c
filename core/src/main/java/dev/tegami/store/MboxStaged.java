package dev.tegami.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;

/** A message in the very octets it will have in the mbox, separator included, in a file of its own. */
final class MboxStaged implements Staged {
    private final StagedFile file;
    private final Path path;
    private final byte[] separator = FromLine.at(Instant.now());
    private final MboxDialect dialect;
    private final QuotingStream quoting;
    private final HeaderEnd header = new HeaderEnd();

    MboxStaged(Path mbox, MboxDialect dialect) throws IOException {
        String name = UniqueName.next();
        this.path = spool(mbox, name);
        this.file = new StagedFile(Disk.parent(mbox), name, Disk.fileName(path));
        this.dialect = dialect;
        file.stream().write(separator);
        if (dialect.hasLength()) {
            file.stream().write(length(0));
        }
        this.quoting = new QuotingStream(file.stream(), dialect);
    }

    static Path spool(Path mbox, String name) {
        return mbox.resolveSibling("." + Disk.fileName(mbox) + ".tegami-" + name);
    }

    private static byte[] length(long octets) {
        return String.format(Locale.ROOT, "Content-Length: %013d\n", octets).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] octets, int offset, int length) throws IOException {
                int body = header.pass(octets, offset, length);
                put(octets, offset, body);
                if (body < length) {
                    quoting.bodyBegins();
                    put(octets, offset + body, length - body);
                }
            }
        };
    }

    private void put(byte[] octets, int offset, int length) throws IOException {
        if (dialect.isQuoted()) {
            quoting.write(octets, offset, length);
        } else {
            quoting.plain(octets, offset, length);
        }
    }

    @Override
    public String seal() throws IOException {
        quoting.finish();
        long body = header.isPast() ? quoting.bodyCount() : 0;
        String end = header.isPast() || !dialect.hasLength() ? "" : "\n";
        file.stream().write((quoting.endsLine() ? end + "\n" : "\n" + end + "\n").getBytes(StandardCharsets.US_ASCII));
        if (dialect.hasLength()) {
            file.stream().flush();
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(length(body)), separator.length);
            }
        }
        return file.seal();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
