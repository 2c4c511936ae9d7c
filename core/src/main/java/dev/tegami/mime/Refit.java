package dev.tegami.mime;

import dev.tegami.internal.mime.LineCensus;
import java.util.ArrayList;
import java.util.List;

/** Encodes again what a transport would not carry unharmed. */
final class Refit {
    private final TransferEncoding transport;

    private Refit(TransferEncoding transport) {
        this.transport = transport;
    }

    static Part to(TransferEncoding transport, Part root) {
        if (!transport.isIdentity()) {
            throw new IllegalArgumentException("a transport is 7bit, 8bit or binary");
        }
        Part fitted = new Refit(transport).part(root);
        if (!Demands.of(fitted.octets()).fits(transport)) {
            throw new MimeException(
                    "a header or the octets between parts do not fit " + transport.label(),
                    "send it over SMTPUTF8, or write its fields with encoded words and CRLF");
        }
        return fitted;
    }

    private Part part(Part part) {
        if (part.contentType().is("multipart/signed")) {
            if (!Demands.of(part.octets()).fits(transport)) {
                throw new MimeException(
                        "a signed part does not fit " + transport.label() + " and may not be changed",
                        "sign after fitFor, or send over a transport that carries it");
            }
            return part;
        }
        if (part.body() instanceof Parts parts) {
            Parts changed = parts(parts);
            return changed == parts ? part : identity(part.with(changed));
        }
        if (part.body() instanceof Embedded embedded) {
            Message inner = embedded.message();
            Part fitted = part(inner.root());
            return fitted == inner.root()
                    ? part
                    : identity(part.with(Embedded.of(new Message(fitted, List.of(), inner.options()))));
        }
        boolean fits = Demands.of(OctetSource.octets(part.rawBody())).fits(transport);
        return fits ? part : part.with(content((Content) part.body()));
    }

    private Parts parts(Parts parts) {
        List<Part> before = new ArrayList<>(parts.parts());
        Parts changed = parts;
        for (Part part : before) {
            Part fitted = part(part);
            if (fitted != part) {
                changed = changed.replace(part, fitted);
            }
        }
        return changed;
    }

    private Content content(Content content) {
        LineCensus census = Demands.census(content.plain());
        boolean text = content.contentType().type().equals("text");
        boolean readable = text && census.prefersQuotedPrintable();
        return Content.of(
                content.decoded(),
                content.contentType(),
                readable ? TransferEncoding.QUOTED_PRINTABLE : TransferEncoding.BASE64);
    }

    /** A multipart or message names the widest encoding inside it (RFC 2045 section 6.4). */
    private Part identity(Part part) {
        Header header = part.header();
        if (header.find("Content-Transfer-Encoding") == null) {
            return part;
        }
        return part.with(header.with(Field.structured("Content-Transfer-Encoding", transport.label())));
    }
}
