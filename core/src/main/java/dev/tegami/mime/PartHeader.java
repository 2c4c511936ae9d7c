package dev.tegami.mime;

import dev.tegami.internal.mime.Encoding;
import dev.tegami.internal.mime.MediaType;
import org.jspecify.annotations.Nullable;

/** The fields of a header that say what the body is. */
final class PartHeader {
    private static final String TYPE = "Content-Type";
    private static final String ENCODING = "Content-Transfer-Encoding";

    private PartHeader() {}

    static ContentType contentType(Header header) {
        Field field = header.find(TYPE);
        return field == null ? ContentType.PLAIN : new ContentType(MediaType.parse(field.unfolded()));
    }

    static TransferEncoding encoding(Header header) {
        Field field = header.find(ENCODING);
        return field == null
                ? TransferEncoding.SEVEN_BIT
                : TransferEncoding.of(Encoding.of(field.value().trim()));
    }

    /** Adds what is missing and refuses what contradicts. */
    static Header complete(Header header, Body body) {
        Header complete = header;
        Field type = typeField(body);
        if (type != null && header.find(TYPE) == null) {
            complete = complete.plus(type);
        }
        Field encoding = encodingField(body);
        if (encoding != null && header.find(ENCODING) == null) {
            complete = complete.plus(encoding);
        }
        check(complete, body);
        return complete;
    }

    /** A header changed on a received part: what was odd may stay so, a new contradiction is refused. */
    static Header checked(Header changed, Header before, Body body) {
        boolean sameType = same(changed.find(TYPE), before.find(TYPE));
        boolean sameEncoding = same(changed.find(ENCODING), before.find(ENCODING));
        if (!sameType || !sameEncoding) {
            check(changed, body);
        }
        return changed;
    }

    private static boolean same(@Nullable Field a, @Nullable Field b) {
        return a == null ? b == null : a.equals(b);
    }

    /** Replaces what no longer fits. */
    static Header fitting(Header header, Body body) {
        Header changed = header;
        Field type = typeField(body);
        if (type != null && !contentType(header).equals(type(body))) {
            changed = changed.with(type);
        }
        Field encoding = encodingField(body);
        if (encoding == null && !encoding(changed).isIdentity()) {
            changed = changed.without(ENCODING);
        } else if (encoding != null && encoding(changed) != ((Content) body).encoding()) {
            changed = changed.with(encoding);
        }
        return changed;
    }

    private static void check(Header header, Body body) {
        ContentType type = contentType(header);
        if (body instanceof Parts parts) {
            String boundary = type.parameter("boundary").orElse("");
            if (!type.type().equals("multipart") || !boundary.equals(parts.boundary())) {
                throw new MimeException(
                        "the header's type is not the multipart's: " + type, "take the type from Parts.contentType()");
            }
        } else if (body instanceof Content content && encoding(header) != content.encoding()) {
            throw new MimeException(
                    "the header's transfer encoding is " + encoding(header).label() + ", the content's "
                            + content.encoding().label(),
                    "leave the field out: it is added");
        }
    }

    private static ContentType type(Body body) {
        if (body instanceof Content content) {
            return content.contentType();
        }
        return body instanceof Parts parts ? parts.contentType() : ContentType.of("message", "rfc822");
    }

    private static @Nullable Field typeField(Body body) {
        ContentType type = type(body);
        return type.equals(ContentType.PLAIN) && body instanceof Content ? null : type.field();
    }

    private static @Nullable Field encodingField(Body body) {
        if (!(body instanceof Content content)) {
            return null;
        }
        TransferEncoding encoding = content.encoding();
        return encoding == TransferEncoding.SEVEN_BIT ? null : Field.structured(ENCODING, encoding.label());
    }

    /** An id without its angle brackets. */
    static String bare(String id) {
        String trimmed = id.trim();
        int open = trimmed.indexOf('<');
        int close = trimmed.indexOf('>', open + 1);
        return open >= 0 && close > open ? trimmed.substring(open + 1, close).trim() : trimmed;
    }
}
