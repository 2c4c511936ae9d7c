package dev.tegami.mime.report;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Comments;
import dev.tegami.internal.mime.EmbeddedUnicode;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.MimeException;
import java.util.Optional;

/**
 * A value behind the name of its kind, as reports state addresses, servers and replies: {@code rfc822; bob@example.net},
 * {@code dns; mx.example.net}, {@code smtp; 550 no such user}.
 *
 * @param type the kind in lower case; empty where a report lacks it
 * @param value the value, decoded
 */
public record TypedValue(String type, String value) {
    private static final String UTF8 = "utf-8";

    /**
     * Checks and keeps the values.
     *
     * @param type the kind
     * @param value the value
     */
    public TypedValue {
        type = Ascii.lower(trimmed(type));
        value = trimmed(value);
    }

    /** Blanks go; line ends stay and are refused where they would be written. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /**
     * Names a server by its domain.
     *
     * @param host such as {@code mx.example.net}
     * @return the value of type {@code dns}
     */
    public static TypedValue dns(String host) {
        return new TypedValue("dns", host);
    }

    /**
     * States a reply of SMTP.
     *
     * @param reply such as {@code 550 5.1.1 no such user}
     * @return the value of type {@code smtp}
     */
    public static TypedValue smtp(String reply) {
        return new TypedValue("smtp", reply);
    }

    /**
     * Names a mailbox, of type {@code utf-8} (RFC 6533) where US-ASCII does not do.
     *
     * @param mailbox the mailbox
     * @return the value of type {@code rfc822} or {@code utf-8}
     */
    public static TypedValue of(Mailbox mailbox) {
        String address = mailbox.address();
        return new TypedValue(Ascii.isAscii(address) ? "rfc822" : UTF8, address);
    }

    /**
     * Reads the value as a mailbox, whatever kind is stated; angle brackets around it are none of it.
     *
     * @return the mailbox; empty if the value is no complete address
     */
    public Optional<Mailbox> mailbox() {
        return Mailboxes.of(value).stream().findFirst();
    }

    /** Reads a field whose comments are part of the text. */
    static TypedValue text(String field) {
        int semicolon = field.indexOf(';');
        String type = semicolon < 0 ? "" : Comments.strip(field.substring(0, semicolon));
        if (semicolon < 0 || type.strip().indexOf(' ') >= 0) {
            return new TypedValue("", field);
        }
        return new TypedValue(type, field.substring(semicolon + 1));
    }

    /** Reads a field whose comments are none of the value. */
    static TypedValue name(String field) {
        TypedValue read = text(Comments.strip(field));
        return read.type.equals(UTF8) ? new TypedValue(UTF8, EmbeddedUnicode.decode(read.value)) : read;
    }

    /** As a field states it. */
    String field() {
        if (type.isEmpty() || value.isEmpty() || !type.chars().allMatch(TypedValue::isTypeChar)) {
            throw new MimeException("not a type and a value: \"" + type + "; " + value + "\"", "give it a type");
        }
        return type + "; " + (type.equals(UTF8) ? EmbeddedUnicode.encode(value) : value);
    }

    private static boolean isTypeChar(int c) {
        return Ascii.isAlphanumeric(c) || c == '-' || c == '_' || c == '.' || c == '+';
    }
}
