package dev.tegami.smime;

import dev.tegami.mime.Mailbox;
import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.MalformedCms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Capabilities in a file of lines: mailbox, time, algorithms and certificate, with blanks between them. */
final class FileStore implements CapabilityStore {
    private static final String HEAD = "tegami capabilities 1";

    private final Path file;
    private final MemoryStore memory;
    private final ReentrantLock writing = new ReentrantLock();

    private FileStore(Path file, MemoryStore memory) {
        this.file = file;
        this.memory = memory;
    }

    static FileStore open(Path file, int most) throws IOException {
        MemoryStore memory = new MemoryStore(most);
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
                throw new IOException(file + " holds no capabilities");
            }
            for (String line : lines.subList(1, lines.size())) {
                read(line, file, memory);
            }
        }
        return new FileStore(file, memory);
    }

    private static void read(String line, Path file, MemoryStore memory) throws IOException {
        String[] fields = line.split(" ", -1);
        try {
            Optional<X509Certificate> certificate =
                    fields[3].isEmpty() ? Optional.empty() : Optional.of(Certificates.parse(decoded(fields[3])));
            List<String> identifiers = fields[2].isEmpty() ? List.of() : Arrays.asList(fields[2].split(",", -1));
            memory.keep(
                    URLDecoder.decode(fields[0], StandardCharsets.UTF_8),
                    new Capabilities(Instant.parse(fields[1]), identifiers, certificate));
        } catch (MalformedCms | DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("a line of " + file + " cannot be read", e);
        }
    }

    private static byte[] decoded(String base64) throws MalformedCms {
        if (base64.length() % 4 != 0) {
            throw new MalformedCms("not base64");
        }
        return Base64.getDecoder().decode(base64);
    }

    @Override
    public Optional<Capabilities> find(Mailbox mailbox) {
        return memory.find(mailbox);
    }

    @Override
    public boolean keep(Mailbox mailbox, Capabilities learned) {
        writing.lock();
        try {
            boolean kept = memory.keep(mailbox, learned);
            if (kept) {
                write();
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    /** Beside the file first, so that it is whole at any time. */
    private void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        for (Map.Entry<String, Capabilities> each : memory.all().entrySet()) {
            Capabilities known = each.getValue();
            lines.add(String.join(
                    " ",
                    URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8),
                    known.signed().toString(),
                    String.join(",", known.identifiers()),
                    known.certificate()
                            .map(Certificates::encoded)
                            .map(Base64.getEncoder()::encodeToString)
                            .orElse("")));
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(beside, lines, StandardCharsets.US_ASCII);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
