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
            return changed == parts ? part : labelled(part.with(changed));
        }
        if (part.body() instanceof Embedded embedded) {
            if (!PartHeader.encoding(part.header()).isIdentity()) {
                return part; // an encoded message fits
            }
            Message inner = embedded.message();
            Part fitted = part(inner.root());
            return fitted == inner.root()
                    ? part
                    : labelled(part.with(Embedded.of(new Message(fitted, List.of(), inner.options()))));
        }
        boolean fits = Demands.of(OctetSource.octets(part.rawBody())).fits(transport);
        return fits ? part : part.with(content((Content) part.body()));
    }

    private Parts parts(Parts parts) {
        List<Part> fitted = new ArrayList<>(parts.parts());
        fitted.replaceAll(this::part);
        for (int i = 0; i < fitted.size(); i++) {
            if (fitted.get(i) != parts.parts().get(i)) {
                return parts.with(fitted);
            }
        }
        return parts;
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
    private static Part labelled(Part part) {
        TransferEncoding inside = Inside.of(part.body()).widest();
        boolean right = PartHeader.encoding(part.header()) == inside;
        return right ? part : part.with(PartHeader.encoded(part.header(), inside));
    }
}
