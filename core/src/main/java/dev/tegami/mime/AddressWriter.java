package dev.tegami.mime;

import dev.tegami.internal.mime.FieldEncoder;
import java.util.ArrayList;
import java.util.List;

/** Writes addresses as tokens between which a line may be folded. */
final class AddressWriter {
    private AddressWriter() {}

    static List<String> tokens(Address address, FieldEncoder encoder) {
        return address instanceof Group group ? group(group, encoder) : mailbox((Mailbox) address, encoder);
    }

    private static List<String> mailbox(Mailbox mailbox, FieldEncoder encoder) {
        if (mailbox.localPart().isEmpty() || mailbox.domain().isEmpty()) {
            throw new MimeException(
                    "the address \"" + mailbox + "\" is incomplete", "give it a local part and a domain");
        }
        String spec = encoder.isRaw() ? mailbox.unicodeAddress() : mailbox.address();
        if (mailbox.displayName().isEmpty()) {
            return List.of(spec);
        }
        List<String> tokens = new ArrayList<>(encoder.phrase(mailbox.displayName()));
        tokens.add("<" + spec + ">");
        return tokens;
    }

    private static List<String> group(Group group, FieldEncoder encoder) {
        List<String> tokens = new ArrayList<>(encoder.phrase(group.displayName()));
        int last = tokens.size() - 1;
        tokens.set(last, tokens.get(last) + ":");
        for (Mailbox member : group.mailboxes()) {
            if (tokens.size() - 1 > last) {
                int end = tokens.size() - 1;
                tokens.set(end, tokens.get(end) + ",");
            }
            tokens.addAll(mailbox(member, encoder));
        }
        int end = tokens.size() - 1;
        tokens.set(end, tokens.get(end) + ";");
        return tokens;
    }
}
