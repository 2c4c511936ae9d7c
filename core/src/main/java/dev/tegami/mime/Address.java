package dev.tegami.mime;

import java.util.List;

/**
 * What stands in To, Cc and their like: a {@link Mailbox} or a {@link Group} (RFC 5322 section 3.4).
 *
 * <pre>{@code
 * List<Address> team = Address.parseList("Ada <ada@example.org>, bob@example.net");
 * }</pre>
 */
public sealed interface Address permits Mailbox, Group {
    /**
     * Gives the name people see.
     *
     * @return the display name of a mailbox, or the name of a group; empty if there is none
     */
    String displayName();

    /**
     * Gives the mailboxes behind this address.
     *
     * @return a mailbox itself, or the members of a group
     */
    List<Mailbox> mailboxes();

    /**
     * Reads a list as it is written in a header, with all that RFC 5322 allows and most of what it does not.
     *
     * @param list addresses with commas between
     * @return the addresses; empty if the text holds none
     * @throws MimeException if the text holds CR, LF, NUL or half a surrogate pair
     */
    static List<Address> parseList(String list) {
        Field.checkText("an address list", list);
        return AddressReader.read(list);
    }
}
