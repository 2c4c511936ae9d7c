package dev.tegami.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.JoinedOctets;
import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.mime.Ascii;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Puts the pieces of a message together (RFC 2046 section 5.2.2.1). */
final class PartialJoin {
    private static final Set<String> INNER = Set.of("subject", "message-id", "encrypted", "mime-version");
    private static final int SHOWN = 10;

    private final List<Partial> pieces = new ArrayList<>();

    PartialJoin(Collection<Message> messages) {
        for (Message message : messages) {
            pieces.add(Partial.of(message)
                    .orElseThrow(() -> new MimeException(
                            "not a piece of a message: " + message.root().contentType(),
                            "give messages for which Partial.of is not empty")));
        }
        pieces.sort(Comparator.comparingInt(Partial::number));
    }

    /** Whether a field belongs to the message inside, and not to the pieces. */
    static boolean isInner(Field field) {
        String name = Ascii.lower(field.name());
        return name.startsWith("content-") || INNER.contains(name);
    }

    Message message() {
        check();
        Message first = pieces.get(0).message();
        ParseOptions options = first.options();
        List<Octets> bodies = new ArrayList<>();
        for (Partial piece : pieces) {
            bodies.add(body(piece.message()));
        }
        try {
            Message inner = TreeBuilder.parse(new JoinedOctets(bodies), options);
            List<Field> fields = new ArrayList<>();
            first.header().fields().stream().filter(field -> !isInner(field)).forEach(fields::add);
            inner.header().fields().stream().filter(PartialJoin::isInner).forEach(fields::add);
            List<Octets> whole = List.of(
                    ArrayOctets.of(Header.of(fields).octets()),
                    ArrayOctets.of("\r\n".getBytes(StandardCharsets.US_ASCII)),
                    OctetSource.octets(inner.root().rawBody()));
            return TreeBuilder.parse(new JoinedOctets(whole), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of a piece; it has no transfer encoding, but who knows. */
    private static Octets body(Message message) {
        Content content = message.root().content().orElseThrow();
        Octets plain = content.plain();
        return plain.size() < 0 ? ArrayOctets.of(content.bytes()) : plain;
    }

    private void check() {
        if (pieces.isEmpty()) {
            throw new MimeException("no pieces to join", "give all pieces of one message");
        }
        String id = pieces.get(0).id();
        int total = 0;
        for (Partial piece : pieces) {
            if (!piece.id().equals(id)) {
                throw new MimeException(
                        "pieces of several messages: " + id + " and " + piece.id(), "sort them by their ids");
            }
            int stated = piece.total().orElse(total);
            if (total > 0 && stated != total) {
                throw new MimeException(
                        "piece " + piece.number() + " is of " + stated + ", another of " + total,
                        "ask for the pieces again");
            }
            total = stated;
        }
        if (total == 0) {
            throw new MimeException("no piece says how many there are", "give the last piece as well");
        }
        numbers(total);
    }

    private void numbers(int total) {
        List<Integer> missing = new ArrayList<>();
        int next = 1;
        for (Partial piece : pieces) {
            if (piece.number() < next) {
                throw new MimeException("piece " + piece.number() + " is there twice", "give every piece once");
            }
            if (piece.number() > total) {
                throw new MimeException("piece " + piece.number() + " of " + total, "ask for the pieces again");
            }
            for (; next < piece.number() && missing.size() < SHOWN; next++) {
                missing.add(next);
            }
            next = piece.number() + 1;
        }
        for (; next <= total && missing.size() < SHOWN; next++) {
            missing.add(next);
        }
        if (!missing.isEmpty()) {
            throw new MimeException(
                    (total - pieces.size()) + " of " + total + " pieces are missing: " + missing, "wait for them");
        }
    }
}
