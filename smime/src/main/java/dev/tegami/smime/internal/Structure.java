package dev.tegami.smime.internal;

import dev.tegami.LimitExceeded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;

/** Small elements as values; whatever is wrong with them is one error. */
final class Structure {
    private Structure() {}

    @FunctionalInterface
    interface Reading<T> {
        T of(Object primitive);
    }

    static <T> T parse(byte[] element, Reading<T> reading) throws MalformedCms {
        try {
            return reading.of(ASN1Primitive.fromByteArray(element));
        } catch (IOException | RuntimeException e) {
            throw new MalformedCms("not the structure expected", e);
        }
    }

    static <T> T next(BerReader in, Reading<T> reading) throws IOException {
        return parse(in.element(), reading);
    }

    static ASN1ObjectIdentifier oid(BerReader in) throws IOException {
        return next(in, ASN1ObjectIdentifier::getInstance);
    }

    /** The elements of a set, of which there may be so many. */
    static List<byte[]> set(BerReader in, int tag, int most, String limit) throws IOException {
        List<byte[]> found = new ArrayList<>();
        in.enter(tag);
        while (in.next() >= 0) {
            if (found.size() == most) {
                throw new LimitExceeded(limit, most, "raise the limit if the message can be trusted");
            }
            found.add(in.element());
        }
        in.leave();
        return found;
    }

    static <T extends ASN1Encodable> List<T> all(List<byte[]> elements, Reading<T> reading) throws MalformedCms {
        List<T> values = new ArrayList<>();
        for (byte[] element : elements) {
            values.add(parse(element, reading));
        }
        return values;
    }
}
