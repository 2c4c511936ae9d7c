package dev.tegami.mime.report;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Charsets;
import dev.tegami.internal.mime.Comments;
import dev.tegami.internal.mime.Dates;
import dev.tegami.internal.mime.FieldEncoder;
import dev.tegami.internal.mime.Texts;
import dev.tegami.internal.mime.Unfold;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.MimeException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A group of fields in a report, read and written by the kinds of their values. Equal if names and values are. */
final class ReportFields {
    /** No line that is written grows beyond what RFC 5322 section 2.1.1 allows. */
    private static final int LONGEST_WORD = 900;

    static final ReportFields NONE = new ReportFields(Header.empty());

    private final Header header;

    ReportFields(Header header) {
        this.header = header;
    }

    Header header() {
        return header;
    }

    /** The value as it stands, decoded as UTF-8 where it is that; encoded words are none here (RFC 3464 section 2.1.1). */
    static String text(Field field) {
        byte[] raw = field.raw();
        int colon = 0;
        while (colon < raw.length && raw[colon] != ':') {
            colon++;
        }
        byte[] octets =
                Unfold.body(raw, Math.min(colon + 1, raw.length), raw.length).getBytes(StandardCharsets.ISO_8859_1);
        return Charsets.guess(octets, 0, octets.length);
    }

    Optional<String> text(String name) {
        return header.first(name).map(ReportFields::text).filter(text -> !text.isEmpty());
    }

    List<String> texts(String name) {
        return header.all(name).stream().map(ReportFields::text).toList();
    }

    /** The value without its comments. */
    Optional<String> plain(String name) {
        return text(name).map(text -> Comments.strip(text).strip()).filter(text -> !text.isEmpty());
    }

    Optional<TypedValue> typed(String name) {
        return text(name).map(TypedValue::name).filter(value -> !value.value().isEmpty());
    }

    Optional<OffsetDateTime> date(String name) {
        return text(name).map(Dates::parse);
    }

    Optional<Mailbox> mailbox(String name) {
        return text(name).flatMap(text -> new TypedValue("", text).mailbox());
    }

    ReportFields with(String name, String value) {
        return new ReportFields(header.with(field(name, value)));
    }

    ReportFields with(String name, TypedValue value) {
        return with(name, value.field());
    }

    ReportFields with(String name, OffsetDateTime date) {
        return with(name, Dates.write(date.truncatedTo(ChronoUnit.SECONDS)));
    }

    ReportFields plus(String name, String value) {
        return new ReportFields(header.plus(field(name, value)));
    }

    private static Field field(String name, String value) {
        Field.of(name, value);
        String given = value.strip();
        int start = 0;
        for (int i = 0; i <= given.length(); i++) {
            if (i == given.length() || given.charAt(i) == ' ') {
                if (i - start > LONGEST_WORD) {
                    throw new MimeException("a word in " + name + " is longer than a line", "shorten it");
                }
                start = i + 1;
            }
        }
        if (given.isEmpty() || !Texts.trouble(given).isEmpty()) {
            throw new MimeException("no value for " + name, "leave the field out");
        }
        return Field.raw(FieldEncoder.utf8().structured(name, given));
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Field field : header.fields()) {
            lines.add(Ascii.lower(field.name()) + ": " + text(field));
        }
        return lines;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReportFields fields && fields.lines().equals(lines());
    }

    @Override
    public int hashCode() {
        return lines().hashCode();
    }

    @Override
    public String toString() {
        return header.toString();
    }
}
