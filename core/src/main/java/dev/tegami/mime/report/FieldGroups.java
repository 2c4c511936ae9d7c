package dev.tegami.mime.report;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.mime.Content;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Groups of fields with empty lines between them (RFC 3464 section 2.1), however many, and also where they are missing. */
final class FieldGroups {
    private static final Set<String> OF_RECIPIENT = Set.of(
            "original-recipient",
            "final-recipient",
            "action",
            "status",
            "remote-mta",
            "diagnostic-code",
            "last-attempt-date",
            "will-retry-until",
            "final-log-id");

    private static final Set<String> NAMES = Set.of("original-recipient", "final-recipient");

    private final Header about;
    private final List<Header> recipients = new ArrayList<>();
    private boolean runTogether;

    private FieldGroups(Header about) {
        this.about = about;
    }

    /** The groups that hold at least one field. */
    static List<Header> split(byte[] octets) {
        List<Header> groups = new ArrayList<>();
        int end = add(groups, octets, true);
        if (end < octets.length) {
            add(groups, decoded(groups.get(0), Arrays.copyOfRange(octets, end, octets.length)), false);
        }
        return groups;
    }

    private static int add(List<Header> groups, byte[] octets, boolean first) {
        int start = 0;
        int line = 0;
        for (int i = 0; i <= octets.length; i++) {
            if (i == octets.length || octets[i] == '\n') {
                if (isEmpty(octets, line, i)) {
                    add(groups, octets, start, line);
                    start = Math.min(i + 1, octets.length);
                    if (first && groups.size() == 1 && isEncoding(groups.get(0))) {
                        return start;
                    }
                }
                line = i + 1;
            }
        }
        add(groups, octets, start, octets.length);
        return octets.length;
    }

    /** Some filters encode what stands behind the first group, and say so inside of it. */
    private static boolean isEncoding(Header first) {
        return first.first("Content-Transfer-Encoding").isPresent();
    }

    private static byte[] decoded(Header first, byte[] rest) {
        Field encoding = first.first("Content-Transfer-Encoding").orElseThrow();
        byte[] head = (encoding.toString() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] part = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, part, head.length, rest.length);
        return Message.parse(part).root().content().map(Content::bytes).orElse(rest);
    }

    /** The first group, or an empty header. */
    static Header first(byte[] octets) {
        return split(octets).stream().findFirst().orElse(Header.empty());
    }

    private static boolean isEmpty(byte[] octets, int from, int to) {
        return to <= from || (to == from + 1 && octets[from] == '\r');
    }

    private static void add(List<Header> groups, byte[] octets, int from, int to) {
        if (to > from) {
            Header group = Message.parse(Arrays.copyOfRange(octets, from, to)).header();
            if (!group.fields().isEmpty()) {
                groups.add(Header.of(group.fields()));
            }
        }
    }

    /** What is about the whole message, and what about each recipient. */
    static FieldGroups ofDeliveryStatus(List<Header> groups) {
        if (groups.isEmpty()) {
            return new FieldGroups(Header.empty());
        }
        List<Field> first = groups.get(0).fields();
        int own = 0;
        while (own < first.size()
                && !OF_RECIPIENT.contains(Ascii.lower(first.get(own).name()))) {
            own++;
        }
        FieldGroups sorted = new FieldGroups(Header.of(first.subList(0, own)));
        sorted.runTogether = own > 0 && own < first.size();
        sorted.addRecipients(first.subList(own, first.size()));
        groups.subList(1, groups.size()).forEach(group -> sorted.addRecipients(group.fields()));
        return sorted;
    }

    /** A second address in one group begins another recipient. */
    private void addRecipients(List<Field> fields) {
        Set<String> seen = new HashSet<>();
        int start = 0;
        for (int i = 0; i < fields.size(); i++) {
            String name = Ascii.lower(fields.get(i).name());
            if (NAMES.contains(name) && !seen.add(name)) {
                recipients.add(Header.of(fields.subList(start, i)));
                runTogether = true;
                start = i;
                seen.clear();
                seen.add(name);
            }
        }
        if (start < fields.size()) {
            recipients.add(Header.of(fields.subList(start, fields.size())));
        }
    }

    Header about() {
        return about;
    }

    List<Header> recipients() {
        return recipients;
    }

    boolean wasRunTogether() {
        return runTogether;
    }
}
