package dev.tegami.mime.report;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Texts;
import dev.tegami.mime.Address;
import dev.tegami.mime.Field;
import dev.tegami.mime.Mailbox;
import java.util.List;

/** The complete addresses that a text holds. */
final class Mailboxes {
    private Mailboxes() {}

    static List<Mailbox> of(Field field) {
        return of(ReportFields.text(field));
    }

    static List<Mailbox> of(String text) {
        if (!Texts.trouble(text).isEmpty()) {
            return List.of();
        }
        return Address.parseList(text).stream()
                .flatMap(address -> address.mailboxes().stream())
                .filter(mailbox ->
                        !mailbox.localPart().isEmpty() && !mailbox.domain().isEmpty())
                .toList();
    }

    /** Local parts by every letter, domains without regard to case (RFC 8098 section 2.1). */
    static boolean same(Mailbox one, Mailbox other) {
        return one.localPart().equals(other.localPart()) && Ascii.equalsIgnoreCase(one.domain(), other.domain());
    }
}
