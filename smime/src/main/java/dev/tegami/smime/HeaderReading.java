package dev.tegami.smime;

import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.smime.internal.MailNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which header is to be believed, the one inside of the layers or the one outside (RFC 9788 section 4). */
final class HeaderReading {
    private final Message arrived;
    private final boolean signed;
    private final boolean encrypted;
    private final InnerHeader inner;

    private HeaderReading(Message arrived, boolean signed, boolean encrypted, InnerHeader inner) {
        this.arrived = arrived;
        this.signed = signed;
        this.encrypted = encrypted;
        this.inner = inner;
    }

    static HeaderReading of(Message arrived, Part payload, List<Layer> layers) {
        boolean signed = layers.stream().anyMatch(HeaderReading::isWhole);
        boolean encrypted =
                layers.stream().anyMatch(layer -> layer instanceof Layer.Encrypted envelope && envelope.isOpened());
        InnerHeader read = signed || encrypted ? InnerHeader.of(payload) : InnerHeader.none(payload);
        HeaderReading reading = new HeaderReading(arrived, signed, encrypted, read);
        // a message inside is a header of this one only if it is its author's: all others are passed on
        boolean passedOn = read.scheme() == HeaderReport.Scheme.WHOLE_MESSAGE
                && !reading.isSameAuthor()
                && !isSignedBy(layers, reading.author());
        return passedOn ? new HeaderReading(arrived, signed, encrypted, InnerHeader.none(payload)) : reading;
    }

    private static boolean isWhole(Layer layer) {
        return layer instanceof Layer.Signed signatures
                && !signatures.signers().isEmpty()
                && Mark.of(Axis.INTEGRITY, signatures.reasons()) == Mark.GOOD
                && signatures.signers().stream().allMatch(each -> each.mark(Axis.INTEGRITY) == Mark.GOOD);
    }

    private static boolean isSignedBy(List<Layer> layers, Message author) {
        List<SignerReport> signers = layers.stream()
                .filter(Layer.Signed.class::isInstance)
                .flatMap(layer -> ((Layer.Signed) layer).signers().stream())
                .toList();
        return !signers.isEmpty()
                && signers.stream()
                        .allMatch(each -> each.certificate()
                                .filter(found ->
                                        AuthorCheck.of(author, found, false).isEmpty())
                                .isPresent());
    }

    private boolean isInside() {
        return inner.scheme() != HeaderReport.Scheme.NONE;
    }

    /** The message with the author that signatures are to be compared with. */
    Message author() {
        if (!isInside()) {
            return arrived;
        }
        List<Field> fields = new ArrayList<>(inner.fields());
        if (fields.stream().noneMatch(field -> field.isNamed("From"))) {
            fields.addAll(arrived.header().all("From"));
        }
        return message(fields);
    }

    /** What is shown: of two authors the one outside, unless somebody trusted signed for the one inside. */
    Message shown(boolean trusted) {
        if (!isInside()) {
            return inner.content() == arrived.root() ? arrived : Inner.merge(arrived, inner.content());
        }
        if (author(trusted) != HeaderReport.Author.OUTSIDE) {
            return author();
        }
        List<Field> fields = new ArrayList<>(inner.fields());
        fields.removeIf(field -> field.isNamed("From"));
        fields.addAll(0, arrived.header().all("From"));
        return message(fields);
    }

    private Message message(List<Field> fields) {
        Header header = Header.of(fields)
                .plus(Field.structured("MIME-Version", "1.0"))
                .plus(inner.content().header().fields().toArray(new Field[0]));
        return Message.of(inner.content().with(header));
    }

    private HeaderReport.Author author(boolean trusted) {
        if (!isInside() || isSameAuthor()) {
            return HeaderReport.Author.SAME;
        }
        return trusted ? HeaderReport.Author.INSIDE : HeaderReport.Author.OUTSIDE;
    }

    private boolean isSameAuthor() {
        List<Field> inside =
                inner.fields().stream().filter(field -> field.isNamed("From")).toList();
        return inside.isEmpty()
                || authors(inside).equals(authors(arrived.header().all("From")));
    }

    /** Domains compare as they are looked up, local parts without regard to case. */
    private static List<String> authors(List<Field> from) {
        return from.stream()
                .flatMap(field -> Fields.mailboxes(field).stream())
                .map(HeaderReading::comparable)
                .toList();
    }

    private static String comparable(Mailbox mailbox) {
        return mailbox.localPart().toLowerCase(Locale.ROOT) + "@" + MailNames.ascii(mailbox.domain());
    }

    HeaderReport report(boolean trusted) {
        List<Field> stated = stated();
        FieldValues then = FieldValues.of(stated);
        FieldValues now = FieldValues.of(arrived.header().fields());
        Set<String> changed = now.differing(then);
        return new HeaderReport(
                inner.scheme(),
                inner.fields().stream()
                        .map(field -> report(field, then, now, changed))
                        .toList(),
                author(trusted),
                Header.of(isInside() ? stated : arrived.header().fields()),
                arrived.header(),
                isInside() ? added(then) : List.of());
    }

    /** What stood outside when it was written; where that is not said, what stands there now. */
    private List<Field> stated() {
        boolean copied = inner.kind() == InnerHeader.Kind.UNSAID && !encrypted;
        return inner.stated()
                .orElseGet(() -> copied ? inner.fields() : arrived.header().fields());
    }

    private FieldReport report(Field field, FieldValues then, FieldValues now, Set<String> changed) {
        boolean hidden = encrypted && inner.kind() != InnerHeader.Kind.SIGNED && !then.has(field);
        FieldReport.Protection protection = signed
                ? hidden ? FieldReport.Protection.SIGNED_AND_ENCRYPTED : FieldReport.Protection.SIGNED
                : hidden ? FieldReport.Protection.ENCRYPTED : FieldReport.Protection.NONE;
        FieldReport.Outside outside = changed.contains(FieldValues.name(field))
                ? FieldReport.Outside.CHANGED
                : now.has(field) ? FieldReport.Outside.SAME : FieldReport.Outside.HIDDEN;
        return new FieldReport(field, protection, outside);
    }

    private List<Field> added(FieldValues then) {
        return arrived.header().fields().stream()
                .filter(field -> Fields.isUserFacing(field) && !then.hasName(field))
                .toList();
    }

    /** What is worth knowing of it. */
    List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        if (!isInside()) {
            return reasons;
        }
        if (!isSameAuthor()) {
            reasons.add(new Reason(Reason.Code.AUTHOR_DIFFERS_OUTSIDE, "outside is another author than inside"));
        }
        if (inner.kind() == InnerHeader.Kind.HIDDEN && !encrypted) {
            reasons.add(new Reason(Reason.Code.HEADER_NOT_ENCRYPTED, "the message says so and is not encrypted"));
        }
        Set<String> changed = new LinkedHashSet<>();
        HeaderReport report = report(false);
        report.fields().stream()
                .filter(each -> each.outside() == FieldReport.Outside.CHANGED)
                .forEach(each -> changed.add(each.field().name()));
        report.added().forEach(field -> changed.add(field.name()));
        if (!changed.isEmpty()) {
            String names = changed.stream().limit(16).collect(Collectors.joining(", "));
            reasons.add(new Reason(Reason.Code.HEADER_DIFFERS_OUTSIDE, names));
        }
        return reasons;
    }
}
