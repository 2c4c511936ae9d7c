package dev.tegami.mime;

import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.mime.LineCensus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What octets demand of a transport. */
final class Demands {
    private Demands() {}

    static LineCensus census(Octets octets) {
        LineCensus census = new LineCensus();
        try {
            census.take(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return census;
    }

    static TransferEncoding of(Octets octets) {
        return TransferEncoding.of(census(octets).demand());
    }

    static boolean inHeaders(Part root) {
        Deque<Part> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            Part part = waiting.pop();
            if (isUtf8(part.header())) {
                return true;
            }
            part.parts().forEach(waiting::push);
            if (part.body() instanceof Embedded embedded) {
                waiting.push(embedded.message().root());
            }
        }
        return false;
    }

    static boolean isUtf8(Header header) {
        for (byte octet : header.octets()) {
            if (octet < 0) {
                return true;
            }
        }
        return false;
    }
}
