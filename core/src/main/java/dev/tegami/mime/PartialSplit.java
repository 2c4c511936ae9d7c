package dev.tegami.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.JoinedOctets;
import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.mime.Boundary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Splits a message into pieces (RFC 2046 section 5.2.2). */
final class PartialSplit {
    private static final int MOST = 99_999;

    private final Message original;
    private final Message message;
    private final int size;
    private final String id;
    private final List<Field> common;

    PartialSplit(Message original, int size) {
        this.original = original;
        this.message = original.fitFor(TransferEncoding.SEVEN_BIT);
        this.size = size;
        Field random = Ids.random(Boundary.letters(20), message.from());
        this.id = PartHeader.bare(random.value());
        this.common = message.header().fields().stream()
                .filter(field -> !PartialJoin.isInner(field))
                .toList();
    }

    List<Message> pieces() {
        if (message.size() >= 0 && message.size() <= size) {
            return List.of(message);
        }
        Octets inner = inner();
        int room = size - header(MOST, MOST).octets().length - 2;
        List<Long> cuts;
        try {
            cuts = cuts(inner, room);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int total = cuts.size() - 1;
        List<Message> pieces = new ArrayList<>(total);
        for (int i = 0; i < total; i++) {
            Octets body = inner.slice(cuts.get(i), cuts.get(i + 1));
            Header header = header(i + 1, total);
            ContentType type = PartHeader.contentType(header);
            Content content = Content.preEncoded(OctetSource.of(body), type, TransferEncoding.SEVEN_BIT);
            pieces.add(Message.of(Part.of(header, content)));
        }
        return pieces;
    }

    /** The message without the fields that its pieces have; those are read from the first piece. */
    private Octets inner() {
        List<Field> fields =
                message.header().fields().stream().filter(PartialJoin::isInner).toList();
        Octets body = OctetSource.octets(message.root().rawBody());
        if (body.size() < 0) {
            body = ArrayOctets.of(OctetSource.bytes(body));
        }
        return new JoinedOctets(
                List.of(ArrayOctets.of(Header.of(fields).octets()), ArrayOctets.of(new byte[] {'\r', '\n'}), body));
    }

    private Header header(int number, int total) {
        String subject = original.subject().map(Harmless::text).orElse("");
        ContentType type = ContentType.of("message", "partial")
                .with("id", id)
                .with("number", Integer.toString(number))
                .with("total", Integer.toString(total));
        return Header.of(common)
                .plus(
                        Field.of("Subject", (subject + " (" + number + "/" + total + ")").trim()),
                        Ids.random(Boundary.letters(20), message.from()),
                        Field.structured("MIME-Version", "1.0"),
                        type.field());
    }

    /** Where pieces start and the last one ends: at ends of lines, as few as fit. */
    private static List<Long> cuts(Octets octets, int room) throws IOException {
        List<Long> cuts = new ArrayList<>();
        cuts.add(0L);
        long cut = 0;
        long lineEnd = 0;
        long at = 0;
        byte[] buffer = new byte[1 << 14];
        try (InputStream in = octets.open()) {
            int n;
            while ((n = in.read(buffer)) >= 0) {
                for (int i = 0; i < n; i++) {
                    at++;
                    if (at - cut > room) {
                        cut = lineEnd > cut ? lineEnd : refuse(room);
                        cuts.add(cut);
                    }
                    lineEnd = buffer[i] == '\n' ? at : lineEnd;
                    if (at - cut > room || cuts.size() > MOST) {
                        refuse(room);
                    }
                }
            }
        }
        if (at > cut) {
            cuts.add(at);
        }
        return cuts;
    }

    private static long refuse(int room) {
        throw new MimeException(
                "a piece has room for " + Math.max(0, room) + " octets besides its header, too few for a line of the"
                        + " message, or for it to be less than " + MOST + " pieces",
                "choose a larger size");
    }
}
