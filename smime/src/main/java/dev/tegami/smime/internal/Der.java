package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;

/** Definite-length elements around content that stays where it is. */
public final class Der {
    static final int CONTEXT_0 = 0xA0;

    private Der() {}

    public static byte[] of(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("values in memory can be encoded", e);
        }
    }

    /** One value; anything else is an {@link IllegalArgumentException}. */
    public static ASN1Primitive parsed(byte[] octets) {
        try {
            return ASN1Primitive.fromByteArray(octets);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a value", e);
        }
    }

    static byte[] header(int tag, long length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(10);
        out.write(tag);
        if (length < 0x80) {
            out.write((int) length);
            return out.toByteArray();
        }
        int count = (64 - Long.numberOfLeadingZeros(length) + 7) / 8;
        out.write(0x80 | count);
        for (int i = count - 1; i >= 0; i--) {
            out.write((int) (length >>> (8 * i)));
        }
        return out.toByteArray();
    }

    /** An element of pieces that stay as they are. */
    static Pieces element(int tag, Object... pieces) {
        List<Source> sources = new ArrayList<>();
        long size = 0;
        for (Object piece : pieces) {
            List<Source> more = piece instanceof Pieces many ? many.sources() : List.of(source(piece));
            for (Source source : more) {
                size += source.size();
            }
            sources.addAll(more);
        }
        List<Source> whole = new ArrayList<>();
        whole.add(Source.of(header(tag, size)));
        whole.addAll(sources);
        return new Pieces(Collections.unmodifiableList(whole));
    }

    private static Source source(Object piece) {
        if (piece instanceof Source source) {
            return source;
        }
        return Source.of(piece instanceof byte[] octets ? octets : of((ASN1Encodable) piece));
    }
}
