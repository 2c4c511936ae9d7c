package dev.tegami.smime;

import dev.tegami.mime.Field;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.MimeException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The policies that RFC 9788 section 3.2 names, and what no policy may do. */
final class Confidentialities {
    static final String OBSCURED = "[...]";
    private static final Set<String> NAMED = Set.of("from", "sender", "reply-to", "to", "cc");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ROOT);

    private Confidentialities() {}

    static Optional<Field> baseline(Field field) {
        return switch (field.name().toLowerCase(Locale.ROOT)) {
            case "subject" -> Optional.of(Field.of(field.name(), OBSCURED));
            case "keywords", "comments" -> Optional.empty();
            default -> Optional.of(field);
        };
    }

    static Optional<Field> shy(Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (NAMED.contains(name)) {
            return Optional.of(unnamed(field));
        }
        return name.equals("date") ? Optional.of(inUtc(field)) : baseline(field);
    }

    /** What cannot be read as addresses stays as it is: better seen than undeliverable. */
    private static Field unnamed(Field field) {
        List<Mailbox> bare = Fields.mailboxes(field);
        try {
            return bare.isEmpty()
                    ? field
                    : Field.addresses(
                            field.name(),
                            bare.stream()
                                    .map(each -> Mailbox.of(each.localPart(), each.domain()))
                                    .toList());
        } catch (MimeException e) {
            return field;
        }
    }

    private static Field inUtc(Field field) {
        return Fields.alone(field)
                .date()
                .map(date -> Field.structured(field.name(), UTC.format(date.withOffsetSameInstant(ZoneOffset.UTC))))
                .orElse(field);
    }

    /** What stands outside instead of a field, once the policy has kept to its rules. */
    static Optional<Field> checked(HeaderConfidentiality policy, Field field) {
        Optional<Field> outside = policy.outside(field);
        if (outside.filter(given -> !given.isNamed(field.name())).isPresent()) {
            throw new SmimeException(
                    "the header policy puts another field in the place of " + field.name(), "keep its name");
        }
        if (field.isNamed("From")
                && !outside.map(Fields::mailboxes)
                        .map(Fields::bare)
                        .equals(Optional.of(Fields.bare(Fields.mailboxes(field))))) {
            throw new SmimeException(
                    "the header policy changes the author's address outside",
                    "leave the addresses in From: readers take another author for a forger");
        }
        return outside;
    }
}
