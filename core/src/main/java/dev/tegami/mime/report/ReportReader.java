package dev.tegami.mime.report;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Embedded;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a report and reads them. */
final class ReportReader {
    private static final Set<String> HEADERS =
            Set.of("text/rfc822-headers", "text/rfc822-header", "message/rfc822-headers", "message/global-headers");

    private final List<Part> parts;
    private final String stated;
    private final ReportDamage damage = new ReportDamage();

    private ReportReader(List<Part> parts, String stated) {
        this.parts = parts;
        this.stated = stated;
    }

    static Optional<Report> read(Message message) {
        Part report = find(List.of(message.root()), part -> part.contentType().is("multipart/report"));
        if (report == null) {
            Part alone = find(List.of(message.root()), part -> !kind(part).isEmpty());
            return alone == null
                    ? Optional.empty()
                    : Optional.of(new ReportReader(siblings(message, alone), "").read());
        }
        String stated = report.contentType().parameter("report-type").orElse("");
        return Optional.of(new ReportReader(report.parts(), Ascii.lower(stated.strip())).read());
    }

    /** The parts among which one stands. */
    private static List<Part> siblings(Message message, Part alone) {
        Part around = find(List.of(message.root()), part -> part.parts().contains(alone));
        return around == null ? List.of(alone) : around.parts();
    }

    /** The first part, in the order of their beginnings, not looking into messages inside. */
    private static @Nullable Part find(List<Part> among, Predicate<Part> wanted) {
        Deque<Part> waiting = new ArrayDeque<>(among);
        while (!waiting.isEmpty()) {
            Part part = waiting.removeFirst();
            if (wanted.test(part)) {
                return part;
            }
            List<Part> inner = part.parts();
            for (int i = inner.size() - 1; i >= 0; i--) {
                waiting.addFirst(inner.get(i));
            }
        }
        return null;
    }

    /** The kind of report that a part for programs belongs to; empty if it is no such part. */
    private static String kind(Part part) {
        ContentType type = part.contentType();
        if (!type.type().equals("message")) {
            return "";
        }
        return switch (type.subtype()) {
            case "delivery-status", "global-delivery-status" -> "delivery-status";
            case "disposition-notification", "global-disposition-notification" -> "disposition-notification";
            case "feedback-report" -> "feedback-report";
            default -> "";
        };
    }

    private Report read() {
        Part machine = machine();
        String kind = machine == null ? stated : kind(machine);
        if (machine == null) {
            machine = parts.size() > 1 && parts.get(1).content().isPresent() && !isHeaders(parts.get(1))
                    ? parts.get(1)
                    : null;
            damage.otherReport(kind, machine != null);
        } else if (!stated.isEmpty() && !stated.equals(kind)) {
            damage.bad("report-type", stated + " around " + kind);
        }
        return new Report(kind, text(machine), notification(kind, machine), returned(machine), damage.findings());
    }

    /** The first part for programs that holds fields: some servers say of the text for people that it is one. */
    private @Nullable Part machine() {
        Part good = find(parts, part -> !kind(part).isEmpty() && hasFields(part));
        return good == null ? find(parts, part -> !kind(part).isEmpty()) : good;
    }

    private static boolean hasFields(Part part) {
        byte[] octets = octets(part);
        return octets != null && !FieldGroups.split(octets).isEmpty();
    }

    private Optional<String> text(@Nullable Part machine) {
        Part first = parts.isEmpty() ? null : parts.get(0);
        if (first == null || first == machine || first.body() instanceof Embedded) {
            return Optional.empty();
        }
        return kind(first).isEmpty()
                ? Message.of(first).text()
                : first.content().map(Content::text);
    }

    private Notification notification(String kind, @Nullable Part machine) {
        byte[] octets = machine == null || kind(machine).isEmpty() ? null : octets(machine);
        if (octets == null) {
            return new OtherNotification(Optional.ofNullable(machine));
        }
        List<Header> groups = FieldGroups.split(octets);
        return switch (kind) {
            case "delivery-status" -> damage.of(deliveryStatus(groups));
            case "disposition-notification" -> damage.of(new DispositionNotification(joined(groups)));
            default -> damage.of(new Feedback(joined(groups)));
        };
    }

    /** The content; a multipart or message that claims to be one is read as its octets stand. */
    private static byte @Nullable [] octets(Part part) {
        return part.content().map(Content::bytes).orElse(null);
    }

    private DeliveryStatus deliveryStatus(List<Header> groups) {
        FieldGroups sorted = FieldGroups.ofDeliveryStatus(groups);
        if (sorted.wasRunTogether()) {
            damage.bad("message/delivery-status", "groups of fields without an empty line between them");
        }
        return new DeliveryStatus(
                new ReportFields(sorted.about()),
                sorted.recipients().stream()
                        .map(group -> new RecipientStatus(new ReportFields(group)))
                        .toList());
    }

    private static ReportFields joined(List<Header> groups) {
        return new ReportFields(Header.of(
                groups.stream().flatMap(group -> group.fields().stream()).toList()));
    }

    private Optional<Returned> returned(@Nullable Part machine) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (part != machine && part.body() instanceof Embedded embedded) {
                Message message = embedded.message();
                return Optional.of(new Returned(message.header(), Optional.of(message)));
            }
            if (part != machine && isHeaders(part)) {
                byte[] octets = octets(part);
                return octets == null
                        ? Optional.empty()
                        : Optional.of(new Returned(FieldGroups.first(octets), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    private static boolean isHeaders(Part part) {
        return HEADERS.contains(
                part.contentType().type() + "/" + part.contentType().subtype());
    }
}
