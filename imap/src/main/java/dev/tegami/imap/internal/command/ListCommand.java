package dev.tegami.imap.internal.command;

import dev.tegami.imap.FolderListing;
import dev.tegami.imap.internal.response.Listed;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.ArrayList;
import java.util.List;

/** LIST (RFC 9051 §6.3.9). */
public final class ListCommand implements Command<List<FolderListing>> {
    private final String pattern;
    private final List<FolderListing> found = new ArrayList<>();

    public ListCommand(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public String name() {
        return "LIST";
    }

    @Override
    public void write(Script script) {
        script.raw("LIST \"\" ").folder(pattern);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof Listed listed) {
            found.add(listed.folder());
            return true;
        }
        return false;
    }

    @Override
    public List<FolderListing> result(Tagged done) {
        return List.copyOf(found);
    }
}
