package dev.tegami.internal.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.bytes.SuppliedOctets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The octets behind a transfer encoding; decoded anew for every read. */
public final class Decoded implements Octets {
    private final Octets encoded;
    private final Encoding encoding;

    private Decoded(Octets encoded, Encoding encoding) {
        this.encoded = encoded;
        this.encoding = encoding;
    }

    /** Decodes, if there is anything to decode. */
    public static Octets of(Octets encoded, Encoding encoding) {
        return encoding.isIdentity() ? encoded : new Decoded(encoded, encoding);
    }

    @Override
    public InputStream open() throws IOException {
        return switch (encoding) {
            case BASE64 -> new Base64Stream(encoded);
            case UUENCODE -> new UuStream(encoded);
            default -> new QuotedPrintableStream(encoded);
        };
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public Octets slice(long from, long to) {
        return new SuppliedOctets(this::open, () -> new IllegalStateException("shorter than before"), from, to);
    }

    @Override
    public byte[] toBytes() throws IOException {
        return encoded instanceof ArrayOctets && encoding != Encoding.UUENCODE
                ? exact(inMemory())
                : Octets.super.toBytes();
    }

    private static byte[] exact(ArrayOctets octets) {
        return octets.size() == octets.array().length ? octets.array() : octets.toBytes();
    }

    @Override
    public ArrayOctets inMemory() throws IOException {
        if (encoding == Encoding.UUENCODE || !(encoded instanceof ArrayOctets array)) {
            return ArrayOctets.of(Octets.super.toBytes());
        }

        return encoding == Encoding.BASE64
                ? Base64Decoder.decode(array.array(), array.from(), array.to())
                : QuotedPrintableDecoder.decode(array.array(), array.from(), array.to());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            in.transferTo(out);
        }
    }
}
