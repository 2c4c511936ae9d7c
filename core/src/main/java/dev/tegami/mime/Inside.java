package dev.tegami.mime;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a multipart or a message says of the octets inside: its transfer encoding is the widest of theirs (RFC 2045
 * section 6.4), and a message whose fields are raw UTF-8 has a type of its own (RFC 6532 section 3.7).
 */
record Inside(TransferEncoding widest, boolean hasUtf8Fields) {
    static final Inside NARROW = new Inside(TransferEncoding.SEVEN_BIT, false);

    static Inside of(Body body) {
        if (body instanceof Content content) {
            return ofContent(content.encoding());
        }
        Inside sum = NARROW;
        Deque<Part> waiting = new ArrayDeque<>();
        addInner(body, waiting);
        while (!waiting.isEmpty()) {
            Part part = waiting.pop();
            sum = sum.and(ofHeader(part.header()));
            Inside known = known(part);
            if (known != null) {
                sum = sum.and(known);
            } else {
                addInner(part.body(), waiting);
            }
        }
        return sum;
    }

    private static void addInner(Body body, Deque<Part> waiting) {
        if (body instanceof Parts parts) {
            parts.parts().forEach(waiting::push);
        } else if (body instanceof Embedded embedded) {
            waiting.push(embedded.message().root());
        }
    }

    /** What needs no look at further parts, or null. */
    private static @Nullable Inside known(Part part) {
        if (part.body() instanceof Content content) {
            return PartHeader.statesUnknown(part.header())
                    ? new Inside(Demands.of(OctetSource.octets(content.encoded())), false)
                    : ofContent(content.encoding());
        }
        // an encoded message is narrow, whatever its octets decode to
        return PartHeader.encoding(part.header()).isIdentity() ? part.inside() : NARROW;
    }

    private static Inside ofContent(TransferEncoding encoding) {
        return encoding.isIdentity() ? new Inside(encoding, false) : NARROW;
    }

    private static Inside ofHeader(Header header) {
        return Demands.isUtf8(header) ? new Inside(TransferEncoding.EIGHT_BIT, true) : NARROW;
    }

    private Inside and(Inside other) {
        boolean utf8 = hasUtf8Fields || other.hasUtf8Fields;
        TransferEncoding wider = widest.fits(other.widest) ? other.widest : widest;
        return wider == widest && utf8 == hasUtf8Fields ? this : new Inside(wider, utf8);
    }
}
