package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Atoms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A calendar object (RFC 5545) of which only the method is known (RFC 6047 section 2.4). */
record Calendar(String ics, String method) {
    private static final String METHOD = "METHOD:";

    static Calendar of(String ics) {
        String lines = TextContent.withCrlf(ics).strip();
        String upper = lines.toUpperCase(Locale.ROOT);
        if (!upper.startsWith("BEGIN:VCALENDAR\r\n") || !upper.endsWith("END:VCALENDAR")) {
            throw new MimeException("not a calendar object", "give it from BEGIN:VCALENDAR to END:VCALENDAR");
        }
        List<String> methods = new ArrayList<>();
        // folded lines go on behind a blank (RFC 5545 section 3.1)
        for (String line : lines.replace("\r\n ", "").replace("\r\n\t", "").split("\r\n", -1)) {
            if (line.regionMatches(true, 0, METHOD, 0, METHOD.length())) {
                methods.add(line.substring(METHOD.length()).strip());
            }
        }
        if (methods.size() != 1 || !Atoms.isToken(methods.get(0))) {
            throw new MimeException("a calendar object with not one METHOD", "state one, such as METHOD:REQUEST");
        }
        return new Calendar(lines + "\r\n", Ascii.lower(methods.get(0)).toUpperCase(Locale.ROOT));
    }

    Content content(TransferEncoding transport) {
        ContentType type = ContentType.of("text", "calendar").with("method", method);
        return TextContent.of(ics, type, StandardCharsets.UTF_8, transport);
    }
}
