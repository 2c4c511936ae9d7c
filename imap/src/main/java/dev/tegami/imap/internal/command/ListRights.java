package dev.tegami.imap.internal.command;

import dev.tegami.imap.Grantable;
import dev.tegami.imap.Rights;
import dev.tegami.imap.internal.response.ListRightsData;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.List;

/** LISTRIGHTS (RFC 4314 §3.4). */
public final class ListRights implements Command<Grantable> {
    private final String folder;
    private final String identifier;
    private Grantable found;

    public ListRights(String folder, String identifier) {
        this.folder = folder;
        this.identifier = identifier;
        this.found = new Grantable(identifier, Rights.NONE, List.of());
    }

    @Override
    public String name() {
        return "LISTRIGHTS";
    }

    @Override
    public void write(Script script) {
        script.raw("LISTRIGHTS ").folder(folder).raw(" ").string(identifier);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof ListRightsData data) {
            found = data.grantable();
            return true;
        }
        return false;
    }

    @Override
    public Grantable result(Tagged done) {
        return found;
    }
}
