package dev.tegami.mime;

import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.mime.LineCensus;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What octets demand of a transport. */
final class Demands {
    private Demands() {}

    static LineCensus census(Octets octets) {
        LineCensus census = new LineCensus();
        try {
            octets.writeTo(census);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return census;
    }

    static TransferEncoding of(Octets octets) {
        return TransferEncoding.of(census(octets).demand());
    }

    static boolean inHeaders(Part part) {
        for (byte octet : part.header().octets()) {
            if (octet < 0) {
                return true;
            }
        }
        for (Part inner : part.parts()) {
            if (inHeaders(inner)) {
                return true;
            }
        }
        return part.body() instanceof Embedded
                && inHeaders(((Embedded) part.body()).message().root());
    }
}
