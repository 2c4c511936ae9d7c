package dev.tegami.imap.internal.command;

import dev.tegami.imap.Rights;
import dev.tegami.imap.internal.response.MyRightsData;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;

/** MYRIGHTS (RFC 4314 §3.5). */
public final class MyRights implements Command<Rights> {
    private final String folder;
    private Rights found = Rights.NONE;

    public MyRights(String folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "MYRIGHTS";
    }

    @Override
    public void write(Script script) {
        script.raw("MYRIGHTS ").folder(folder);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof MyRightsData data) {
            found = data.rights();
            return true;
        }
        return false;
    }

    @Override
    public Rights result(Tagged done) {
        return found;
    }
}
