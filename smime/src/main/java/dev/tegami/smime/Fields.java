package dev.tegami.smime;

import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.mime.MimeException;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Header fields by the kinds that RFC 9788 tells apart. */
final class Fields {
    static final String OUTER = "HP-Outer";
    private static final Set<String> USER_FACING = Set.of(
            "subject",
            "from",
            "to",
            "cc",
            "date",
            "reply-to",
            "followup-to",
            "sender",
            "resent-from",
            "resent-to",
            "resent-cc",
            "resent-date",
            "resent-sender");

    private Fields() {}

    /** Belongs to the part it stands at and is never copied (RFC 9787 section 1.1.1). */
    static boolean isStructural(Field field) {
        return isContent(field) || field.isNamed("MIME-Version");
    }

    static boolean isContent(Field field) {
        return field.name().toLowerCase(Locale.ROOT).startsWith("content-");
    }

    static boolean isBlind(Field field) {
        return field.isNamed("Bcc") || field.isNamed("Resent-Bcc");
    }

    /** What people are shown of a header. */
    static boolean isUserFacing(Field field) {
        return USER_FACING.contains(field.name().toLowerCase(Locale.ROOT));
    }

    /** A message of this field only, to read it by. */
    static Message alone(Field field) {
        Content nothing = Content.of(Source.of(new byte[0]), ContentType.PLAIN, TransferEncoding.SEVEN_BIT);
        return Message.of(Part.of(Header.of(List.of(field)), nothing));
    }

    /** The mailboxes of a field, whatever its name; read before encoded words are, which could hold a comma. */
    static List<Mailbox> mailboxes(Field field) {
        Field renamed = Field.raw(joined("To:", value(field)));
        return alone(renamed).to().stream()
                .flatMap(each -> each.mailboxes().stream())
                .toList();
    }

    /** Addresses without names, as they compare. */
    static List<String> bare(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(Fields::key).toList();
    }

    static String key(Mailbox mailbox) {
        return mailbox.address().toLowerCase(Locale.ROOT);
    }

    /** The field as HP-Outer records it. */
    static Field recorded(Field outside) {
        byte[] octets = crlf(outside).raw();
        int first = new String(octets, StandardCharsets.ISO_8859_1).indexOf('\r');
        return Field.raw(joined(first + OUTER.length() > 996 ? OUTER + ":\r\n " : OUTER + ": ", octets));
    }

    /** With lines that end in CRLF, whatever they ended in where it was read. */
    static Field crlf(Field field) {
        byte[] octets = field.raw();
        ByteArrayOutputStream lines = new ByteArrayOutputStream(octets.length + 2);
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '\n' && (i == 0 || octets[i - 1] != '\r')) {
                lines.write('\r');
            }
            lines.write(octets[i]);
        }
        if (octets[octets.length - 1] != '\n') {
            lines.write('\r');
            lines.write('\n');
        }
        return Arrays.equals(octets, lines.toByteArray()) ? field : Field.raw(lines.toByteArray());
    }

    private static byte[] value(Field field) {
        byte[] octets = crlf(field).raw();
        int colon = 0;
        while (octets[colon] != ':') {
            colon++;
        }
        return Arrays.copyOfRange(octets, colon + 1, octets.length);
    }

    private static byte[] joined(String start, byte[] rest) {
        byte[] head = start.getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }

    /** What an HP-Outer field records; empty if that is no field. */
    static Optional<Field> stated(Field outer) {
        byte[] value = value(outer);
        int start = 0;
        while (start < value.length && value[start] <= ' ') {
            start++;
        }
        byte[] field = Arrays.copyOfRange(value, start, value.length);
        try {
            return Optional.of(Field.raw(field));
        } catch (MimeException e) {
            return Optional.empty();
        }
    }
}
