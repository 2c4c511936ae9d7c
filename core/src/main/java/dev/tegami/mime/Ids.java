package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Domains;
import java.util.ArrayList;
import java.util.List;

/** Message ids and content ids (RFC 5322 section 3.6.4, RFC 2392). */
final class Ids {
    private Ids() {}

    static String checked(String id) {
        boolean good = !id.isEmpty() && id.length() < 900;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            good &= c > ' ' && c < 127 && c != '<' && c != '>';
        }
        if (!good) {
            throw new MimeException("not an id: \"" + id + "\"", "use US-ASCII without blanks and angle brackets");
        }
        return id;
    }

    static Field field(String name, String id) {
        int at = id.indexOf('@');
        if (at < 1 || at != id.lastIndexOf('@') || at == id.length() - 1) {
            throw new MimeException("not a message id: \"" + id + "\"", "write it as left@right");
        }
        return Field.structured(name, "<" + checked(id) + ">");
    }

    /** An id in the author's domain, which says nothing about this host. */
    static Field random(String left, List<Address> authors) {
        String domain = "tegami.invalid";
        for (Address author : authors) {
            for (Mailbox mailbox : author.mailboxes()) {
                String ascii = Domains.ascii(mailbox.domain());
                if (Ascii.isAscii(ascii) && !ascii.isEmpty() && !ascii.startsWith("[")) {
                    return field("Message-ID", left + "@" + ascii);
                }
            }
        }
        return field("Message-ID", left + "@" + domain);
    }

    /** In-Reply-To and References for an answer (RFC 5322 section 3.6.4). */
    static List<Field> reply(Message original) {
        List<String> thread = new ArrayList<>();
        original.header()
                .first("References")
                .or(() -> original.header().first("In-Reply-To"))
                .ifPresent(field -> thread.addAll(list(field.value())));
        String parent = original.messageId().orElse("");
        List<Field> fields = new ArrayList<>(2);
        if (isWritable(parent)) {
            thread.remove(parent);
            thread.add(parent);
            fields.add(Field.structured("In-Reply-To", "<" + parent + ">"));
        }
        thread.removeIf(id -> !isWritable(id));
        if (!thread.isEmpty()) {
            fields.add(Field.structured("References", "<" + String.join("> <", thread) + ">"));
        }
        return fields;
    }

    private static boolean isWritable(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c <= ' ' || c >= 127 || c == '<' || c == '>') {
                return false;
            }
        }
        return !id.isEmpty() && id.length() < 900;
    }

    private static List<String> list(String value) {
        List<String> ids = new ArrayList<>();
        int open = value.indexOf('<');
        while (open >= 0) {
            int close = value.indexOf('>', open);
            if (close < 0) {
                break;
            }
            ids.add(value.substring(open + 1, close));
            open = value.indexOf('<', close);
        }
        return ids;
    }
}
