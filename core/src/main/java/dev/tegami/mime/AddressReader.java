package dev.tegami.mime;

import dev.tegami.internal.mime.AddressGrammar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds addresses from what the grammar hears. */
final class AddressReader implements AddressGrammar.Sink {
    private final List<Address> addresses = new ArrayList<>();
    private final List<Mailbox> members = new ArrayList<>();
    private @Nullable String group;

    private int missingCommas;

    private AddressReader() {}

    static List<Address> read(String text) {
        return latin1(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    /** Reads a field body whose octets are given as Latin-1 characters. */
    static List<Address> latin1(String text) {
        return of(text).addresses();
    }

    /** The reader after it has read such a field body. */
    static AddressReader of(String text) {
        AddressReader reader = new AddressReader();
        AddressGrammar.parse(text, reader);
        return reader;
    }

    List<Address> addresses() {
        return List.copyOf(addresses);
    }

    /** How many mailboxes stand behind another one without a comma. */
    int missingCommas() {
        return missingCommas;
    }

    static List<Address> of(Header header, String name) {
        List<Field> fields = header.all(name);
        if (fields.size() == 1) {
            return latin1(fields.get(0).unfolded());
        }
        List<Address> all = new ArrayList<>();
        for (Field field : fields) {
            all.addAll(latin1(field.unfolded()));
        }
        return List.copyOf(all);
    }

    @Override
    public void mailbox(String name, String localPart, String domain) {
        Mailbox mailbox = Mailbox.received(name, localPart, domain);
        if (group == null) {
            addresses.add(mailbox);
        } else {
            members.add(mailbox);
        }
    }

    @Override
    public void group(String name) {
        group = name;
    }

    @Override
    public void endOfGroup() {
        String name = group;
        if (name != null) {
            addresses.add(Group.received(name, List.copyOf(members)));
        }
        members.clear();
        group = null;
    }

    @Override
    public void missingComma() {
        missingCommas++;
    }
}
