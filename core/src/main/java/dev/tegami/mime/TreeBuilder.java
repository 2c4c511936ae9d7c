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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the tree of parts from what the scanner finds. */
final class TreeBuilder {
    /** An entity whose end is not yet known. */
    private static final class Open {
        final Entity entity;
        final @Nullable ContentType inherited;
        final List<Part> parts = new ArrayList<>(0);
        final List<long[]> ranges = new ArrayList<>(0);

        Open(Entity entity, @Nullable ContentType inherited) {
            this.entity = entity;
            this.inherited = inherited;
        }
    }

    private final Octets octets;
    private final ParseOptions options;
    private final List<Finding> findings = new ArrayList<>(0);
    private final List<Open> open = new ArrayList<>();
    private long lastStart;

    private TreeBuilder(Octets octets, ParseOptions options) {
        this.octets = octets;
        this.options = options;
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
                        parent.parts.add(part);
                        parent.ranges.add(new long[] {lastStart, scanner.end()});
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
        return new Part(header, body, type, raw, raw.slice(headerLength, bodyStart), bodyStart);
    }

    private Body body(Open done, ContentType type, Octets raw, long bodyStart, long end) throws IOException {
        Entity entity = done.entity;
        Octets body = raw.slice(bodyStart, raw.size());
        switch (entity.shape) {
            case MULTIPART -> {
                String boundary = entity.boundary == null ? "" : entity.boundary;
                return new Parts(type, boundary, List.copyOf(done.parts), gaps(done, end), body);
            }
            case EMBEDDED -> {
                return new Embedded(new Message(done.parts.get(0), List.of(), options), body);
            }
            default -> {
                Encoding encoding = encoding(entity);
                if (encoding == Encoding.UNKNOWN) {
                    found(
                            Damage.UNKNOWN_ENCODING,
                            entity.start,
                            "unknown transfer encoding, octets given as they stand");
                }
                return content(body, type, encoding);
            }
        }
    }

    private Body content(Octets body, ContentType type, Encoding encoding) throws IOException {
        if (!encoding.isIdentity() && (type.is("message/rfc822") || type.is("message/global"))) {
            Message inner = encodedMessage(Decoded.of(body, encoding));
            if (inner != null) {
                return new Embedded(inner, body);
            }
        }
        return new Content(body, null, type, TransferEncoding.of(encoding));
    }

    private @Nullable Message encodedMessage(Octets decoded) throws IOException {
        int left = options.limits().nesting() - open.size() - 1;
        if (left < 1) {
            return null;
        }
        byte[] inner;
        try (InputStream in = decoded.open()) {
            inner = in.readNBytes(options.limits().memory());
            if (in.read() >= 0) {
                return null;
            }
        }
        ParseOptions within = new ParseOptions(
                ParseOptions.Conformance.LENIENT, options.limits().nesting(left));
        return parse(ArrayOctets.of(inner), within);
    }

    private static Encoding encoding(Entity entity) {
        int at = entity.encodingField;
        if (at < 0) {
            return Encoding.SEVEN_BIT;
        }
        int to = entity.from + Math.min(entity.index[at + 2], entity.length);
        return Encoding.read(entity.data, entity.from + entity.index[at + 1] + 1, to);
    }

    private List<Octets> gaps(Open done, long end) {
        List<Octets> gaps = new ArrayList<>(done.ranges.size() + 1);
        long at = Math.min(done.entity.bodyStart, end);
        for (long[] range : done.ranges) {
            gaps.add(octets.slice(Math.min(at, range[0]), range[0]));
            at = range[1];
        }
        gaps.add(octets.slice(Math.min(at, end), end));
        return gaps;
    }
}
