package dev.tegami.mime;

import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.bytes.SuppliedOctets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Lets octets of ours out as a source, and takes a source in as octets. */
final class OctetSource implements Source {
    private final Octets octets;

    private OctetSource(Octets octets) {
        this.octets = octets;
    }

    static Source of(Octets octets) {
        return new OctetSource(octets);
    }

    static Octets octets(Source source) {
        return source instanceof OctetSource octetSource ? octetSource.octets : new Foreign(source);
    }

    /** Reads everything into an array, for the lazy views that declare no {@link IOException}. */
    static byte[] bytes(Octets octets) {
        try {
            return octets.toBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open() throws IOException {
        return octets.open();
    }

    @Override
    public long size() {
        return octets.size();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        octets.writeTo(out);
    }

    /** A source of somebody else's. */
    private static final class Foreign implements Octets {
        private final Source source;

        Foreign(Source source) {
            this.source = source;
        }

        @Override
        public InputStream open() throws IOException {
            return source.open();
        }

        @Override
        public long size() {
            return source.size();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            source.writeTo(out);
        }

        @Override
        public Octets slice(long from, long to) {
            return new SuppliedOctets(source::open, () -> new SourceChanged("the source gave fewer octets"), from, to);
        }
    }
}
