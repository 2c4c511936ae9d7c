package dev.tegami.mime;

import dev.tegami.internal.mime.Dates;
import dev.tegami.internal.mime.FieldEncoder;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts the header of a draft together. */
final class Assembly {
    /** The order in which a new message shows its fields. */
    private static final List<String> ORDER = List.of(
            "Date",
            "From",
            "Sender",
            "Reply-To",
            "To",
            "Cc",
            "Bcc",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Subject");

    private Assembly() {}

    static Header fresh(
            Map<String, Function<FieldEncoder, Field>> fields,
            FieldEncoder encoder,
            List<Address> authors,
            Supplier<String> idLeft) {
        Map<String, Function<FieldEncoder, Field>> all = new LinkedHashMap<>();
        for (String name : ORDER) {
            Function<FieldEncoder, Field> given = fields.get(name);
            if (given != null) {
                all.put(name, given);
            } else if (name.equals("Date")) {
                all.put(name, chosen -> now());
            } else if (name.equals("Message-ID")) {
                all.put(name, chosen -> Ids.random(idLeft.get(), authors));
            }
        }
        fields.forEach(all::putIfAbsent);
        all.put("MIME-Version", chosen -> Field.structured("MIME-Version", "1.0"));
        return Header.of(
                all.values().stream().map(field -> field.apply(encoder)).toList());
    }

    private static Field now() {
        return Field.structured(
                "Date", Dates.write(OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS)));
    }

    /** The header of an edited message: what was set takes the place of what was there. */
    static Header changed(Header before, Map<String, Function<FieldEncoder, Field>> fields, FieldEncoder encoder) {
        return before.with(
                fields.values().stream().map(field -> field.apply(encoder)).toArray(Field[]::new));
    }

    /** The fields of a message and those of its body's root under one header. */
    static Part joined(Header header, Part root) {
        return Part.of(header.plus(root.header().fields().toArray(new Field[0])), root.body());
    }
}
