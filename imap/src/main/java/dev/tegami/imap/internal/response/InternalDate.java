package dev.tegami.imap.internal.response;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/** {@code date-time} of RFC 9051 §9. */
public final class InternalDate {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-MMM-yyyy HH:mm:ss xx")
            .toFormatter(Locale.ENGLISH);

    private InternalDate() {}

    static Optional<OffsetDateTime> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip(), FORMAT));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static String write(OffsetDateTime moment) {
        String text = FORMAT.format(moment);
        return text.charAt(1) == '-' ? " " + text : text;
    }
}
