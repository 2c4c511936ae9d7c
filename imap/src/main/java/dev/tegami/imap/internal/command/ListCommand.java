package dev.tegami.imap.internal.command;

import dev.tegami.imap.FolderListing;
import dev.tegami.imap.Status;
import dev.tegami.imap.internal.response.Listed;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.StatusData;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** LIST (RFC 9051 §6.3.9) with what RFC 5258 and RFC 5819 add, and LSUB. */
public final class ListCommand implements Command<List<FolderListing>> {
    private final String verb;
    private final String selection;
    private final String pattern;
    private final String wanted;
    private final List<FolderListing> found = new ArrayList<>();
    private final Map<String, Status> numbers = new HashMap<>();
    private final Room room = new Room("folders", Room.FOLDERS);

    public ListCommand(String pattern) {
        this("LIST", "", pattern, "");
    }

    public ListCommand(String verb, String selection, String pattern, String wanted) {
        this.verb = verb;
        this.selection = selection;
        this.pattern = pattern;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return verb;
    }

    @Override
    public void write(Script script) {
        script.raw(verb + " " + selection + "\"\" ").folder(pattern).raw(wanted);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof Listed listed) {
            room.take(1);
            found.add(listed.folder());
            return true;
        }
        if (!wanted.contains("STATUS") || !(response instanceof StatusData data)) {
            return false;
        }
        room.take(1);
        numbers.put(data.status().folder(), data.status());
        return true;
    }

    @Override
    public List<FolderListing> result(Tagged done) {
        return found.stream().map(this::told).toList();
    }

    private FolderListing told(FolderListing folder) {
        Status status = numbers.get(folder.name());
        return status == null
                ? folder
                : new FolderListing(folder.name(), folder.separator(), folder.attributes(), Optional.of(status));
    }
}
