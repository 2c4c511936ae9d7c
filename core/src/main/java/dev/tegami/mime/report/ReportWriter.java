package dev.tegami.mime.report;

import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Draft;
import dev.tegami.mime.Embedded;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.MimeException;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes drafts of reports. */
final class ReportWriter {
    private static final int LONGEST_LINE = 998;

    private ReportWriter() {}

    static Action known(Action action) {
        if (action == Action.UNKNOWN) {
            throw new MimeException("no action to report", "state what was done");
        }
        return action;
    }

    static Draft draft(DeliveryStatus status, Optional<Returned> returned) {
        if (status.recipients().isEmpty()) {
            throw new MimeException("a delivery status about nobody", "add a recipient");
        }
        return draft("delivery-status", status.toString(), returned).autoReplied();
    }

    static Draft draft(DispositionNotification notification, Optional<Returned> returned) {
        return draft("disposition-notification", notification.toString(), returned);
    }

    private static Draft draft(String kind, String fields, Optional<Returned> returned) {
        byte[] octets = fields.getBytes(StandardCharsets.UTF_8);
        List<Part> parts = new ArrayList<>();
        parts.add(part(octets, ContentType.of("message", isAscii(octets) ? kind : "global-" + kind)));
        returned.ifPresent(what -> parts.add(part(what)));
        return Message.compose().report(kind, parts.toArray(new Part[0]));
    }

    private static Part part(Returned returned) {
        if (returned.message().isPresent()) {
            return Part.of(Header.empty(), Embedded.of(returned.message().get()));
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (Field field : Header.of(returned.header().fields()).fields()) {
            octets.writeBytes(field.raw());
        }
        boolean ascii = isAscii(octets.toByteArray());
        return part(
                octets.toByteArray(),
                ascii ? ContentType.of("text", "rfc822-headers") : ContentType.of("message", "global-headers"));
    }

    private static boolean isAscii(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    private static Part part(byte[] octets, ContentType type) {
        TransferEncoding encoding = isPlain(octets) ? TransferEncoding.SEVEN_BIT : TransferEncoding.QUOTED_PRINTABLE;
        return Part.of(Header.empty(), Content.of(Source.of(octets), type, encoding));
    }

    /** Whether the octets are lines of US-ASCII that every transport carries. */
    private static boolean isPlain(byte[] octets) {
        int line = 0;
        for (int i = 0; i < octets.length; i++) {
            boolean ended = octets[i] == '\n' && i > 0 && octets[i - 1] == '\r';
            boolean cr = octets[i] == '\r' && i + 1 < octets.length && octets[i + 1] == '\n';
            if (octets[i] <= 0 || (octets[i] == '\n' && !ended) || (octets[i] == '\r' && !cr) || line > LONGEST_LINE) {
                return false;
            }
            line = ended ? 0 : line + 1;
        }
        return true;
    }
}
