package dev.tegami.mime;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A named group of mailboxes, possibly without any, such as {@code undisclosed-recipients:;} (RFC 5322 section 3.4). */
public final class Group implements Address {
    private final String name;
    private final List<Mailbox> members;

    private Group(String name, List<Mailbox> members) {
        this.name = name;
        this.members = members;
    }

    /**
     * Makes a group.
     *
     * @param name its name, not empty
     * @param members its mailboxes
     * @return the group
     * @throws MimeException if the name is empty or holds CR, LF, NUL or half a surrogate pair
     */
    public static Group of(String name, List<Mailbox> members) {
        Field.checkText("a group name", name);
        if (name.isBlank()) {
            throw new MimeException("a group without a name", "name it");
        }
        return new Group(name, List.copyOf(members));
    }

    static Group received(String name, List<Mailbox> members) {
        return new Group(name, members);
    }

    @Override
    public String displayName() {
        return name;
    }

    @Override
    public List<Mailbox> mailboxes() {
        return members;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Group group && group.name.equals(name) && group.members.equals(members);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, members);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name).append(':');
        String comma = " ";
        for (Mailbox member : members) {
            text.append(comma).append(member);
            comma = ", ";
        }
        return text.append(';').toString();
    }
}
