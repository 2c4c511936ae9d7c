package dev.tegami.smime;

import dev.tegami.mime.Field;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.MimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps in an answer hidden what the answered letter had hidden (RFC 9788 section 6.1). */
final class AnsweringConfidentiality implements HeaderConfidentiality {
    private static final Set<String> ADDRESSES = Set.of("from", "sender", "reply-to", "to", "cc");
    private static final Set<String> IDS = Set.of("message-id", "in-reply-to", "references");

    private final HeaderConfidentiality base;
    private final List<Field> inside;
    private final List<Field> outside;

    AnsweringConfidentiality(HeaderConfidentiality base, HeaderReport letter) {
        this.base = base;
        boolean hidden = letter.fields().stream()
                .anyMatch(each -> each.protection() == FieldReport.Protection.ENCRYPTED
                        || each.protection() == FieldReport.Protection.SIGNED_AND_ENCRYPTED);
        this.inside = hidden ? letter.fields().stream().map(FieldReport::field).toList() : List.of();
        this.outside = letter.stated().fields();
    }

    @Override
    public Optional<Field> outside(Field field) {
        Optional<Field> shown = base.outside(field);
        String name = field.name().toLowerCase(Locale.ROOT);
        if (shown.isEmpty() || inside.isEmpty()) {
            return shown;
        }
        if (ADDRESSES.contains(name)) {
            return correspondents(shown.get());
        }
        if (name.equals("in-reply-to") || name.equals("references")) {
            return ids(shown.get());
        }
        return name.equals("subject") ? subject(shown.get()) : shown;
    }

    /** A subject that still holds the hidden one gives way to what stood outside in its place. */
    private Optional<Field> subject(Field shown) {
        String hidden = bare(value(inside, "Subject"));
        String before = value(outside, "Subject");
        boolean told = !hidden.isEmpty()
                && !hidden.equals(bare(before))
                && shown.value().contains(hidden);
        return Optional.of(told ? replaced(shown, before) : shown);
    }

    /** What another author put outside may be what no header of ours holds. */
    private static Field replaced(Field shown, String before) {
        try {
            return Field.of(shown.name(), before.isEmpty() ? Confidentialities.OBSCURED : before);
        } catch (MimeException e) {
            return Field.of(shown.name(), Confidentialities.OBSCURED);
        }
    }

    private static String bare(String subject) {
        return subject.replaceFirst("(?i)^(\\s*(re|fwd?)\\s*:\\s*)+", "").strip();
    }

    private static String value(List<Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.isNamed(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    /** Who was not seen outside is not seen there now, and who was has no more of a name. */
    private Optional<Field> correspondents(Field shown) {
        Map<String, Mailbox> known = mailboxes(inside);
        Map<String, Mailbox> seen = mailboxes(outside);
        List<Mailbox> left = new ArrayList<>();
        List<Mailbox> given = Fields.mailboxes(shown);
        for (Mailbox each : given) {
            String key = Fields.key(each);
            Mailbox before = seen.get(key);
            if (before != null && known.containsKey(key) && !before.equals(known.get(key))) {
                left.add(renamed(each, before));
            } else if (before != null || !known.containsKey(key) || shown.isNamed("From")) {
                left.add(each);
            }
        }
        return left.equals(given)
                ? Optional.of(shown)
                : left.isEmpty() ? Optional.empty() : Optional.of(Field.addresses(shown.name(), left));
    }

    private static Mailbox renamed(Mailbox mailbox, Mailbox before) {
        try {
            return Mailbox.of(before.displayName(), mailbox.localPart(), mailbox.domain());
        } catch (MimeException e) {
            return Mailbox.of(mailbox.localPart(), mailbox.domain());
        }
    }

    private static Map<String, Mailbox> mailboxes(List<Field> fields) {
        Map<String, Mailbox> found = new HashMap<>();
        fields.stream()
                .filter(field -> ADDRESSES.contains(field.name().toLowerCase(Locale.ROOT)))
                .flatMap(field -> Fields.mailboxes(field).stream())
                .forEach(each -> found.putIfAbsent(Fields.key(each), each));
        return found;
    }

    private Optional<Field> ids(Field shown) {
        Set<String> hidden = ids(inside);
        hidden.removeAll(ids(outside));
        String left = words(shown).filter(id -> !hidden.contains(id)).collect(Collectors.joining(" "));
        boolean same = words(shown).noneMatch(hidden::contains);
        return same
                ? Optional.of(shown)
                : left.isEmpty() ? Optional.empty() : Optional.of(Field.structured(shown.name(), left));
    }

    private static Set<String> ids(List<Field> fields) {
        return fields.stream()
                .filter(field -> IDS.contains(field.name().toLowerCase(Locale.ROOT)))
                .flatMap(AnsweringConfidentiality::words)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<String> words(Field field) {
        return Stream.of(field.value().split("\\s+")).filter(word -> !word.isEmpty());
    }
}
