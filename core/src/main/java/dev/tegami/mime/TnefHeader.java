package dev.tegami.mime;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Damage;
import dev.tegami.internal.mime.Dates;
import dev.tegami.internal.mime.tnef.Properties;
import dev.tegami.internal.mime.tnef.Property;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the header of a TNEF message. */
final class TnefHeader {
    private static final int CC = 2;
    private static final int BCC = 3;

    private final TnefReader reader;
    private final Properties properties;
    private final List<Field> fields = new ArrayList<>();

    TnefHeader(TnefReader reader) {
        this.reader = reader;
        this.properties = reader.properties;
    }

    Header header() {
        author();
        recipients();
        String subject = properties.text(Property.SUBJECT, reader.codePage);
        if (subject == null && reader.subject != null) {
            subject = Properties.text(reader.subject, reader.codePage);
        }
        if (subject != null) {
            fields.add(Field.of("Subject", Harmless.text(subject)));
        }
        OffsetDateTime date = date();
        if (date != null) {
            fields.add(Field.structured("Date", Dates.write(date)));
        }
        ids("Message-ID", Property.MESSAGE_ID);
        ids("In-Reply-To", Property.IN_REPLY_TO);
        ids("References", Property.REFERENCES);
        return Header.of(fields);
    }

    private void author() {
        List<Mailbox> author = new ArrayList<>();
        add(author, properties, Property.AUTHOR_NAME, Property.AUTHOR_SMTP_ADDRESS, Property.AUTHOR_ADDRESS);
        if (author.isEmpty()) {
            add(author, properties, Property.SENDER_NAME, Property.SENDER_SMTP_ADDRESS, Property.SENDER_ADDRESS);
        }
        if (author.isEmpty() && reader.from != null) {
            triple(author, reader.from);
        }
        addresses("From", author);
    }

    private void recipients() {
        List<Mailbox> to = new ArrayList<>();
        List<Mailbox> cc = new ArrayList<>();
        List<Mailbox> bcc = new ArrayList<>();
        for (Properties row : reader.recipients) {
            int kind = row.number(Property.RECIPIENT_KIND, 1);
            List<Mailbox> list = kind == BCC ? bcc : kind == CC ? cc : to;
            add(list, row, Property.DISPLAY_NAME, Property.SMTP_ADDRESS, Property.ADDRESS);
        }
        addresses("To", to);
        addresses("Cc", cc);
        addresses("Bcc", bcc);
    }

    private void addresses(String name, List<Mailbox> mailboxes) {
        if (!mailboxes.isEmpty()) {
            fields.add(Field.addresses(name, mailboxes));
        }
    }

    private void add(List<Mailbox> list, Properties from, int nameId, int smtpId, int otherId) {
        String name = from.text(nameId, reader.codePage);
        String address = from.text(smtpId, reader.codePage);
        add(list, name, address == null ? from.text(otherId, reader.codePage) : address);
    }

    /** Addresses of other kinds, such as those of an X.500 directory, have no place in a header. */
    private void add(List<Mailbox> list, @Nullable String name, @Nullable String address) {
        String bare = address == null ? "" : Harmless.text(address);
        int at = bare.lastIndexOf('@');
        if (at <= 0) {
            return;
        }
        try {
            list.add(
                    Mailbox.of(name == null ? "" : Harmless.text(name), bare.substring(0, at), bare.substring(at + 1)));
        } catch (MimeException refused) {
            reader.damage.found(Damage.DAMAGED_TNEF, -1, "an address that is none: " + bare);
        }
    }

    /** A name and an address such as {@code SMTP:ada@example.org} behind four numbers (MS-OXTNEF section 2.1.3.3.3). */
    private void triple(List<Mailbox> author, ArrayOctets octets) {
        String all = Ascii.latin1(octets.array(), octets.from(), octets.to());
        if (all.length() < 8) {
            return;
        }
        int name = all.charAt(4) | all.charAt(5) << 8;
        int end = Math.min(8 + name, all.length());
        int addressEnd = Math.min(end + (all.charAt(6) | all.charAt(7) << 8), all.length());
        String shown = Properties.text(
                new ArrayOctets(octets.array(), octets.from() + 8, octets.from() + end), reader.codePage);
        String typed = all.substring(end, addressEnd).replace("\0", "");
        add(author, shown, typed.substring(typed.indexOf(':') + 1));
    }

    private @Nullable OffsetDateTime date() {
        Instant sent = properties.time(Property.SENT);
        if (sent != null) {
            return sent.atOffset(ZoneOffset.UTC);
        }
        ArrayOctets date = reader.date;
        if (date == null || date.size() < 12) {
            return null;
        }
        try {
            return OffsetDateTime.of(
                    word(date, 0),
                    word(date, 1),
                    word(date, 2),
                    word(date, 3),
                    word(date, 4),
                    word(date, 5),
                    0,
                    ZoneOffset.UTC);
        } catch (DateTimeException e) {
            reader.damage.found(Damage.DAMAGED_TNEF, -1, "a date that is none");
            return null;
        }
    }

    private static int word(ArrayOctets octets, int index) {
        int at = octets.from() + 2 * index;
        return (octets.array()[at] & 0xFF) | (octets.array()[at + 1] & 0xFF) << 8;
    }

    private void ids(String name, int id) {
        String ids = properties.text(id, reader.codePage);
        if (ids != null) {
            String clean = String.join(" ", Harmless.text(ids).split(" +"));
            if (Ascii.isAscii(clean) && !clean.isEmpty()) {
                fields.add(Field.structured(name, clean));
            }
        }
    }
}
