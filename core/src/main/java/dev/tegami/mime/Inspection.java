package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.BodyAudit;
import dev.tegami.internal.mime.Charsets;
import dev.tegami.internal.mime.Dates;
import dev.tegami.internal.mime.ScanLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Looks for what the lazy views would meet: dates, addresses and charsets that cannot be read. */
final class Inspection {
    private static final Set<String> ADDRESS_FIELDS =
            Set.of("from", "sender", "reply-to", "to", "cc", "bcc", "resent-from", "resent-to", "resent-cc");

    private final List<Finding> findings;

    private Inspection(List<Finding> scanned) {
        findings = new ArrayList<>(scanned);
    }

    static List<Finding> of(Message message, List<Finding> scanned) {
        Inspection inspection = new Inspection(scanned);
        inspection.envelope(message);
        Deque<Part> waiting = new ArrayDeque<>();
        waiting.add(message.root());
        while (!waiting.isEmpty()) {
            Part part = waiting.removeLast();
            inspection.charset(part);
            List<Part> inner = part.parts();
            for (int i = inner.size() - 1; i >= 0; i--) {
                waiting.add(inner.get(i));
            }
            if (part.body() instanceof Embedded) {
                Message embedded = ((Embedded) part.body()).message();
                inspection.envelope(embedded);
                waiting.add(embedded.root());
            }
        }
        inspection.bodies(message);
        return List.copyOf(inspection.findings);
    }

    private void bodies(Message message) {
        ScanLimits limits = message.options().limits().scan();
        try {
            BodyAudit.of(
                    message.root().octets(),
                    limits,
                    (damage, offset, detail) ->
                            findings.add(new Finding(Finding.Kind.valueOf(damage.name()), offset, detail)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void charset(Part part) {
        String name = part.contentType().parameters().get("charset");
        if (name != null && part.contentType().type().equals("text") && Charsets.find(name) == null) {
            findings.add(new Finding(Finding.Kind.UNKNOWN_CHARSET, -1, "charset " + name));
        }
    }

    private void envelope(Message message) {
        for (Field field : message.header().fields()) {
            String name = Ascii.lower(field.name());
            if (name.equals("date") && Dates.parse(field.unfolded()) == null) {
                findings.add(new Finding(Finding.Kind.BAD_DATE, -1, "date " + field.value()));
            } else if (ADDRESS_FIELDS.contains(name)) {
                addresses(field);
            }
        }
    }

    private void addresses(Field field) {
        AddressReader reader = AddressReader.of(field.unfolded());
        if (reader.missingCommas() > 0) {
            String detail = field.name() + ": " + reader.missingCommas() + " addresses behind others without a comma";
            findings.add(new Finding(Finding.Kind.BAD_ADDRESS, -1, detail));
        }
        for (Address address : reader.addresses()) {
            for (Mailbox mailbox : address.mailboxes()) {
                if (mailbox.localPart().isEmpty() || mailbox.domain().isEmpty()) {
                    findings.add(new Finding(Finding.Kind.BAD_ADDRESS, -1, field.name() + ": " + mailbox));
                }
            }
        }
    }
}
