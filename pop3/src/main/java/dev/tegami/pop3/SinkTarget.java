package dev.tegami.pop3;

import dev.tegami.mime.Source;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A sink of the caller's, which gets each message from a file that is gone afterwards. */
final class SinkTarget implements Target {
    private final Sink sink;

    SinkTarget(Sink sink) {
        this.sink = sink;
    }

    @Override
    public String place() {
        return "";
    }

    @Override
    public Place open(Entry entry) throws IOException {
        return new FilePlace(entry, Files.createTempFile("tegami-", ".eml"));
    }

    @Override
    public void commit(List<Place> sealed) throws IOException {
        for (Place place : sealed) {
            FilePlace file = (FilePlace) place;
            sink.store(file.entry, Source.of(file.path));
            Files.deleteIfExists(file.path);
        }
    }

    @Override
    public void withdraw(List<Place> sealed) throws IOException {
        for (Place place : sealed) {
            place.close();
        }
    }

    @Override
    public boolean settle(String name) {
        return false;
    }

    private static final class FilePlace implements Place {
        private final Entry entry;
        private final Path path;
        private final OutputStream stream;

        FilePlace(Entry entry, Path path) throws IOException {
            this.entry = entry;
            this.path = path;
            this.stream = new BufferedOutputStream(Files.newOutputStream(path), 64 * 1024);
        }

        @Override
        public OutputStream stream() {
            return stream;
        }

        @Override
        public String seal() throws IOException {
            stream.close();
            return "";
        }

        @Override
        public void close() throws IOException {
            stream.close();
            Files.deleteIfExists(path);
        }
    }
}
