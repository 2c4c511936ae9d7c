package dev.tegami.imap.internal.command;

import dev.tegami.imap.Status;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.StatusData;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.Map;
import java.util.Optional;

/** STATUS (RFC 9051 §6.3.11). */
public final class StatusCommand implements Command<Status> {
    private final String folder;
    private final String named;
    private final String items;
    private Status status;

    public StatusCommand(String folder, String items) {
        this.folder = folder;
        this.named = folder.equalsIgnoreCase("INBOX") ? "INBOX" : folder;
        this.items = items;
        this.status = new Status(folder, Map.of(), Optional.empty());
    }

    @Override
    public String name() {
        return "STATUS";
    }

    @Override
    public void write(Script script) {
        script.raw("STATUS ").folder(folder).raw(" (" + items + ")");
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof StatusData data && data.status().folder().equals(named)) {
            status = data.status();
            return true;
        }
        return false;
    }

    @Override
    public Status result(Tagged done) {
        return status;
    }
}
