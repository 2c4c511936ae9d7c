package dev.tegami.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.mime.Damage;
import dev.tegami.internal.mime.Decoded;
import dev.tegami.internal.mime.Encoding;
import dev.tegami.internal.mime.Entity;
import dev.tegami.internal.mime.Scanner;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the tree of parts from what the scanner finds. */
final class TreeBuilder {
    private static final long[] NONE = {};

    /** An entity whose end is not yet known. */
    private static final class Open {
        final Entity entity;
        final @Nullable ContentType inherited;
        List<Part> parts = List.of();
        long[] ranges = NONE;

        Open(Entity entity, @Nullable ContentType inherited) {
            this.entity = entity;
            this.inherited = inherited;
        }

        void add(Part part, long start, long end) {
            if (parts.isEmpty()) {
                parts = new ArrayList<>(4);
                ranges = new long[8];
            }
            int at = parts.size() * 2;
            if (at == ranges.length) {
                ranges = Arrays.copyOf(ranges, at * 2);
            }
            ranges[at] = start;
            ranges[at + 1] = end;
            parts.add(part);
        }
    }

    private final Octets octets;
    private final ParseOptions options;
    private final List<Finding> findings = new ArrayList<>(0);
    private final List<Open> open = new ArrayList<>();
    private long lastStart;
    private int count;
    /** What is left of the octets that encoded messages may be decoded to. */
    private int decodable;

    private TreeBuilder(Octets octets, ParseOptions options) {
        this.octets = octets;
        this.options = options;
        this.decodable = options.limits().decoded();
    }

    static Message parse(Octets octets, ParseOptions options) throws IOException {
        return new TreeBuilder(octets, options).parse();
    }

    private Message parse() throws IOException {
        if (octets instanceof ArrayOctets array) {

            return scan(Scanner.over(
                    array.array(), array.from(), array.to(), options.limits().scan(), this::found));
        }
        try (InputStream in = octets.open()) {
            return scan(Scanner.over(in, octets.size(), options.limits().scan(), this::found));
        }
    }

    private void found(Damage damage, long offset, String detail) {
        if (options.conformance() == ParseOptions.Conformance.STRICT) {
            throw new MimeException(damage + " at octet " + offset + ": " + detail, "parse leniently");
        }
        findings.add(new Finding(Finding.Kind.valueOf(damage.name()), offset, detail));
    }

    private Message scan(Scanner scanner) throws IOException {
        Part root = null;
        while (true) {
            switch (scanner.next()) {
                case START -> start(scanner.entity());
                case END -> {
                    Part part = end(scanner.end());
                    if (open.isEmpty()) {
                        root = part;
                    } else {
                        Open parent = open.get(open.size() - 1);
                        parent.add(part, lastStart, scanner.end());
                    }
                }
                default -> {
                    if (root == null) {
                        throw new IllegalStateException("a scan without a root");
                    }
                    return new Message(root, findings, options);
                }
            }
        }
    }

    private void start(Entity entity) {
        ContentType inherited = null;
        if (entity.type == null && entity.shape == Entity.Shape.EMBEDDED) {
            inherited = ContentType.of("message", "rfc822");
        }
        open.add(new Open(entity, inherited));
        count++;
    }

    private Part end(long end) throws IOException {
        Open done = open.remove(open.size() - 1);
        Entity entity = done.entity;
        lastStart = entity.start;
        long length = end - entity.start;
        int headerLength = (int) Math.min(entity.length, length);
        long bodyStart = Math.min(entity.bodyStart - entity.start, length);
        Octets raw = octets.slice(entity.start, end);
        Header header = new Header(entity.data, entity.from, headerLength, entity.index);
        ContentType type = entity.type != null
                ? new ContentType(entity.type)
                : done.inherited != null ? done.inherited : ContentType.PLAIN;
        Body body = body(done, type, raw, bodyStart, end);
        return new Part(header, body, type, raw, bodyStart);
    }

    private Body body(Open done, ContentType type, Octets raw, long bodyStart, long end) throws IOException {
        Entity entity = done.entity;
        Octets body = raw.slice(bodyStart, raw.size());
        switch (entity.shape) {
            case MULTIPART -> {
                String boundary = entity.boundary == null ? "" : entity.boundary;
                return new Parts(type, boundary, Collections.unmodifiableList(done.parts), gaps(done, end), body);
            }
            case EMBEDDED -> {
                return new Embedded(new Message(done.parts.get(0), List.of(), options), body);
            }
            default -> {
                Encoding encoding = entity.encoding();
                if (encoding == Encoding.UNKNOWN) {
                    found(
                            Damage.UNKNOWN_ENCODING,
                            entity.start,
                            "unknown transfer encoding, octets given as they stand");
                }
                return content(entity, body, type, encoding);
            }
        }
    }

    private Body content(Entity entity, Octets body, ContentType type, Encoding encoding) throws IOException {
        if (!encoding.isIdentity() && (type.is("message/rfc822") || type.is("message/global"))) {
            Message inner = encodedMessage(entity, body, encoding);
            if (inner != null) {
                return new Embedded(inner, body);
            }
        }
        return new Content(body, null, type, TransferEncoding.of(encoding), options);
    }

    private @Nullable Message encodedMessage(Entity entity, Octets body, Encoding encoding) throws IOException {
        Limits limits = options.limits();
        int left = limits.nesting() - open.size() - 1;
        if (left < 1) {
            found(Damage.NESTING_LIMIT, entity.start, "not looked into below level " + limits.nesting());
            return null;
        }
        ArrayOctets inner = decoded(body, encoding);
        if (inner == null) {
            found(Damage.DECODED_LIMIT, entity.start, "encoded messages of more than " + limits.decoded() + " octets");
            return null;
        }
        decodable -= (int) inner.size();
        Limits within = limits.nesting(left).parts(Math.max(1, limits.parts() - count));
        TreeBuilder builder =
                new TreeBuilder(inner, new ParseOptions(ParseOptions.Conformance.LENIENT, within, options.charsets()));
        builder.decodable = decodable;
        Message message = builder.parse();
        count += builder.count;
        decodable = builder.decodable;
        for (Finding finding : builder.findings) {
            found(Damage.valueOf(finding.kind().name()), entity.start, "in an encoded message: " + finding.detail());
        }
        return message;
    }

    /** The octets of an encoded message, or null if that is more than may be decoded. */
    private @Nullable ArrayOctets decoded(Octets body, Encoding encoding) throws IOException {
        long least = encoding == Encoding.BASE64 ? body.size() / 2 : body.size() / 3;
        if (least > decodable) {
            return null;
        }
        try (InputStream in = Decoded.of(body, encoding).open()) {
            byte[] octets = in.readNBytes(decodable);
            return octets.length == decodable && in.read() >= 0 ? null : ArrayOctets.of(octets);
        }
    }

    private Supplier<List<Octets>> gaps(Open done, long end) {
        Octets origin = octets;
        long bodyStart = Math.min(done.entity.bodyStart, end);
        long[] ranges = done.ranges;
        int count = done.parts.size();
        return () -> {
            List<Octets> gaps = new ArrayList<>(count + 1);
            long at = bodyStart;
            for (int i = 0; i < count * 2; i += 2) {
                gaps.add(origin.slice(Math.min(at, ranges[i]), ranges[i]));
                at = ranges[i + 1];
            }
            gaps.add(origin.slice(Math.min(at, end), end));
            return gaps;
        };
    }
}
