package dev.tegami.imap;

import dev.tegami.imap.internal.command.DeleteAcl;
import dev.tegami.imap.internal.command.GetAcl;
import dev.tegami.imap.internal.command.ListRights;
import dev.tegami.imap.internal.command.MyRights;
import dev.tegami.imap.internal.command.SetAcl;
import java.util.Map;

/**
 * Who may do what with a folder (RFC 4314). Used by the thread of its session.
 *
 * <pre>{@code
 * FolderAccess access = imap.access("Projects");
 * if (access.mine().has(Right.ADMINISTER)) {
 *     access.grant("bob", Rights.of(Right.LOOKUP, Right.READ));
 * }
 * }</pre>
 *
 * <p>An identifier is the name of a user, {@code anyone}, or what else the server knows; behind a {@code -} stand
 * rights that are denied.
 */
public final class FolderAccess {
    private final ImapSession session;
    private final String folder;

    FolderAccess(ImapSession session, String folder) {
        this.session = session;
        this.folder = folder;
    }

    /**
     * Asks what the user of this session may do.
     *
     * @return the rights
     */
    public Rights mine() {
        return session.run(new MyRights(folder));
    }

    /**
     * Asks who may do what.
     *
     * @return the rights of each identifier, in the server's order
     */
    public Map<String, Rights> all() {
        return session.run(new GetAcl(folder));
    }

    /**
     * Asks what somebody can be granted.
     *
     * @param identifier who
     * @return the rights that can be set, and those that are there anyway
     */
    public Grantable grantable(String identifier) {
        return session.run(new ListRights(folder, identifier));
    }

    /**
     * Gives somebody rights, instead of those they had.
     *
     * @param identifier who
     * @param rights the rights
     * @throws UnsupportedOperationException if the server knows the rights of RFC 2086 only, and none of them means
     *     the same; nothing was sent then
     */
    public void set(String identifier, Rights rights) {
        change(identifier, "", rights);
    }

    /**
     * Gives somebody more rights.
     *
     * @param identifier who
     * @param rights the rights they get
     * @throws UnsupportedOperationException as for {@link #set}
     */
    public void grant(String identifier, Rights rights) {
        change(identifier, "+", rights);
    }

    /**
     * Takes rights away from somebody.
     *
     * @param identifier who
     * @param rights the rights they lose
     * @throws UnsupportedOperationException as for {@link #set}
     */
    public void revoke(String identifier, Rights rights) {
        change(identifier, "-", rights);
    }

    private void change(String identifier, String how, Rights rights) {
        boolean knowsNew = session.capabilities().stream().anyMatch(name -> name.startsWith("RIGHTS="));
        session.run(new SetAcl(folder, identifier, how, knowsNew ? rights : rights.old()));
    }

    /**
     * Forgets somebody: what they may do then is up to what is said of groups and of anyone.
     *
     * @param identifier who
     */
    public void remove(String identifier) {
        session.run(new DeleteAcl(folder, identifier));
    }
}
