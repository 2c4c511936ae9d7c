package dev.tegami.mime;

import org.jspecify.annotations.Nullable;

/** Keeps the fields that say what a body is in step with that body. */
final class BodyFields {
    private static final String TYPE = PartHeader.TYPE;
    private static final String ENCODING = PartHeader.ENCODING;

    private final Body body;
    private @Nullable Inside inside;

    BodyFields(Body body) {
        this(body, null);
    }

    BodyFields(Body body, @Nullable Inside known) {
        this.body = body;
        this.inside = known;
    }

    /** What stands inside, if anybody asked. */
    @Nullable
    Inside known() {
        return inside;
    }

    private Inside inside() {
        Inside found = inside;
        if (found == null) {
            found = Inside.of(body);
            inside = found;
        }
        return found;
    }

    /** Adds what is missing and refuses what contradicts. */
    Header complete(Header header) {
        Header complete = encoded(typed(header));
        check(complete);
        return complete;
    }

    private Header typed(Header header) {
        Field type = typeField();
        return type == null || header.find(TYPE) != null ? header : header.plus(type);
    }

    private Header encoded(Header header) {
        TransferEncoding encoding = encoding();
        return encoding == TransferEncoding.SEVEN_BIT || header.find(ENCODING) != null
                ? header
                : PartHeader.encoded(header, encoding);
    }

    /** Adds what a change of the header took away, and refuses a new contradiction; what was odd may stay so. */
    Header refilled(Header changed, Header before) {
        boolean oddBefore = !(body instanceof Content) && before.find(ENCODING) == null;
        Header typed = typed(changed);
        return checked(oddBefore ? typed : encoded(typed), before);
    }

    /** Refuses a new contradiction; what was odd may stay so. */
    Header checked(Header changed, Header before) {
        boolean sameType = same(changed.find(TYPE), before.find(TYPE));
        boolean sameEncoding = same(changed.find(ENCODING), before.find(ENCODING));
        if (!sameType || !sameEncoding) {
            check(changed);
        }
        return changed;
    }

    private static boolean same(@Nullable Field a, @Nullable Field b) {
        return a == null ? b == null : a.equals(b);
    }

    /** Replaces what no longer fits; what did not fit the body before may stay so. */
    Header fitting(Header header, Body before) {
        Field type = typeField();
        Header changed = type == null || isTyped(header) ? header : header.with(type);
        TransferEncoding stated = PartHeader.encoding(changed);
        TransferEncoding right = encoding();
        if (body instanceof Content || !stated.isIdentity()) {
            return stated == right ? changed : PartHeader.encoded(changed, right);
        }
        boolean stays = right.fits(stated) || right.fits(Inside.of(before).widest());
        return stays ? changed : PartHeader.encoded(changed, right);
    }

    private boolean isTyped(Header header) {
        ContentType stated = PartHeader.contentType(header);
        boolean global = inside().hasUtf8Fields();
        return body instanceof Embedded
                ? stated.is("message/global") || (!global && stated.is("message/rfc822"))
                : stated.equals(type());
    }

    /** The header without a transfer encoding that contradicts the body. */
    Header relabelled(Header header) {
        return isLabelled(PartHeader.encoding(header)) ? header : header.without(ENCODING);
    }

    private void check(Header header) {
        ContentType type = PartHeader.contentType(header);
        if (body instanceof Parts parts) {
            String boundary = type.parameter("boundary").orElse("");
            if (!type.type().equals("multipart") || !boundary.equals(parts.boundary())) {
                throw new MimeException(
                        "the header's type is not the multipart's: " + type, "take the type from Parts.contentType()");
            }
        }
        TransferEncoding stated = PartHeader.encoding(header);
        if (!isLabelled(stated)) {
            throw new MimeException(
                    "the header's transfer encoding is " + stated.label() + ", the body's "
                            + encoding().label(),
                    "leave the field out: it is added");
        }
    }

    /** Whether the body may state this: a multipart or message what is wide enough, and received encoded, that. */
    private boolean isLabelled(TransferEncoding stated) {
        if (body instanceof Content content) {
            return stated == content.encoding();
        }
        return stated.isIdentity() ? inside().widest().fits(stated) : isReceived();
    }

    private boolean isReceived() {
        return body instanceof Parts parts ? parts.isReceived() : ((Embedded) body).isReceived();
    }

    private TransferEncoding encoding() {
        return body instanceof Content content ? content.encoding() : inside().widest();
    }

    private ContentType type() {
        if (body instanceof Content content) {
            return content.contentType();
        }
        if (body instanceof Parts parts) {
            return parts.contentType();
        }
        return ContentType.of("message", inside().hasUtf8Fields() ? "global" : "rfc822");
    }

    private @Nullable Field typeField() {
        ContentType type = type();
        return type.equals(ContentType.PLAIN) && body instanceof Content ? null : type.field();
    }
}
