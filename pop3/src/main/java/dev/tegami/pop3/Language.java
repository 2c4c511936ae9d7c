package dev.tegami.pop3;

/**
 * A language the server can answer in (RFC 6856 section 3).
 *
 * @param tag the language tag, such as {@code de}
 * @param description its name in that language
 */
public record Language(String tag, String description) {
    static Language parse(String line) {
        int space = line.indexOf(' ');
        return space < 0
                ? new Language(line, "")
                : new Language(
                        line.substring(0, space), line.substring(space + 1).strip());
    }
}
