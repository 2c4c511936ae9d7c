package dev.tegami.smime;

import dev.tegami.mime.ContentType;
import dev.tegami.mime.Embedded;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Part;
import java.util.List;
import java.util.Optional;

/**
 * The header that a payload brings along, by whatever scheme, and the content without it.
 *
 * @param stated what its author put outside; empty where that did not come along
 */
record InnerHeader(
        HeaderReport.Scheme scheme, Kind kind, List<Field> fields, Optional<List<Field>> stated, Part content) {
    private static final String FIRST_VERSION = "protected-headers";

    /** What its author says to have done. */
    enum Kind {
        SIGNED,
        HIDDEN,
        UNSAID
    }

    InnerHeader {
        fields = List.copyOf(fields);
    }

    static InnerHeader none(Part payload) {
        return new InnerHeader(HeaderReport.Scheme.NONE, Kind.UNSAID, List.of(), Optional.empty(), payload);
    }

    /** Reads a payload whose layers hold; what no layer protects is not to be read like this. */
    static InnerHeader of(Part payload) {
        String hp = payload.contentType().parameter(Payload.HP).orElse("");
        if (hp.equalsIgnoreCase(Payload.CIPHER)) {
            List<Field> recorded = payload.header().all(Fields.OUTER).stream()
                    .flatMap(field -> Fields.stated(field).stream())
                    .toList();
            return new InnerHeader(
                    HeaderReport.Scheme.RFC_9788,
                    Kind.HIDDEN,
                    fields(payload),
                    Optional.of(recorded),
                    content(LegacyDisplay.outOf(payload)));
        }
        if (hp.equalsIgnoreCase(Payload.CLEAR)) {
            List<Field> fields = fields(payload);
            return new InnerHeader(
                    HeaderReport.Scheme.RFC_9788, Kind.SIGNED, fields, Optional.of(fields), content(payload));
        }
        if (isFirstVersion(payload)) {
            return new InnerHeader(
                    HeaderReport.Scheme.PROTECTED_HEADERS_V1,
                    Kind.UNSAID,
                    fields(payload),
                    Optional.empty(),
                    content(withoutDisplay(payload)));
        }
        return whole(payload).orElseGet(() -> none(payload));
    }

    private static boolean isFirstVersion(Part part) {
        return part.contentType().parameter(FIRST_VERSION).orElse("").equalsIgnoreCase("v1");
    }

    /** The part that showed the subject to readers which knew nothing of this scheme. */
    private static Part withoutDisplay(Part payload) {
        List<Part> parts = payload.parts();
        boolean shown = payload.contentType().is("multipart/mixed")
                && parts.size() == 2
                && isFirstVersion(parts.get(0))
                && (parts.get(0).contentType().is("text/plain")
                        || parts.get(0).contentType().is("text/rfc822-headers"));
        return shown ? parts.get(1) : payload;
    }

    /** RFC 8551 section 3.1, as narrowly as RFC 9788 section 4.10 tells it from a message that is passed on. */
    private static Optional<InnerHeader> whole(Part payload) {
        ContentType type = payload.contentType();
        boolean forwarded = type.parameter("forwarded").orElse("no").equalsIgnoreCase("yes");
        if (!(type.is("message/rfc822") || type.is("message/global"))
                || forwarded
                || !(payload.body() instanceof Embedded embedded)) {
            return Optional.empty();
        }
        Part inside = embedded.message().root();
        if (Media.isSigned(inside)
                || Media.isEnvelope(inside)
                || inside.contentType().parameter(Payload.HP).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new InnerHeader(
                HeaderReport.Scheme.WHOLE_MESSAGE, Kind.UNSAID, fields(inside), Optional.empty(), content(inside)));
    }

    private static List<Field> fields(Part part) {
        return part.header().fields().stream()
                .filter(field -> !Fields.isStructural(field) && !field.isNamed(Fields.OUTER))
                .toList();
    }

    /** The content with its own fields only, which no longer say that a header is protected. */
    private static Part content(Part part) {
        ContentType type = part.contentType();
        ContentType bare = type.without(Payload.HP).without(FIRST_VERSION);
        Header own = Header.of(
                part.header().fields().stream().filter(Fields::isContent).toList());
        return part.with(bare.equals(type) ? own : own.with(Field.structured("Content-Type", bare.toString())));
    }
}
