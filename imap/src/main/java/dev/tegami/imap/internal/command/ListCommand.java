package dev.tegami.imap.internal.command;

import dev.tegami.imap.FolderListing;
import dev.tegami.imap.MetadataEntry;
import dev.tegami.imap.Rights;
import dev.tegami.imap.Status;
import dev.tegami.imap.internal.response.Listed;
import dev.tegami.imap.internal.response.MetadataData;
import dev.tegami.imap.internal.response.MyRightsData;
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
    private final List<String> wanted;
    private final List<String> metadata;
    private final List<FolderListing> found = new ArrayList<>();
    private final Map<String, Status> numbers = new HashMap<>();
    private final Map<String, Rights> rights = new HashMap<>();
    private final Map<String, List<MetadataEntry>> notes = new HashMap<>();
    private final Room room = new Room("folders", Room.FOLDERS);

    public ListCommand(String pattern) {
        this("LIST", "", pattern, List.of(), List.of());
    }

    /** What is wanted is grammar of ours; the names of metadata are the caller's. */
    public ListCommand(String verb, String selection, String pattern, List<String> wanted, List<String> metadata) {
        this.verb = verb;
        this.selection = selection;
        this.pattern = pattern;
        this.wanted = wanted;
        this.metadata = metadata;
    }

    @Override
    public String name() {
        return verb;
    }

    @Override
    public void write(Script script) {
        script.raw(verb + " " + selection + "\"\" ").folder(pattern);
        String gap = " RETURN (";
        for (String each : wanted) {
            script.raw(gap).raw(each);
            gap = " ";
        }
        if (!metadata.isEmpty()) {
            script.raw(gap).raw("METADATA ");
            GetMetadata.names(script, metadata, "");
            gap = " ";
        }
        script.raw(gap.equals(" ") ? ")" : "");
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof Listed listed) {
            room.take(1);
            found.add(listed.folder());
            return true;
        }
        return detail(response);
    }

    private boolean detail(Response response) {
        if (asksStatus() && response instanceof StatusData data) {
            room.take(1);
            numbers.put(data.status().folder(), data.status());
        } else if (wanted.contains("MYRIGHTS") && response instanceof MyRightsData data) {
            room.take(1);
            rights.put(data.folder(), data.rights());
        } else if (!metadata.isEmpty() && response instanceof MetadataData data && data.hasValues()) {
            room.take(data.entries().size());
            notes.computeIfAbsent(data.folder(), name -> new ArrayList<>()).addAll(data.entries());
        } else {
            return false;
        }
        return true;
    }

    private boolean asksStatus() {
        return wanted.stream().anyMatch(each -> each.startsWith("STATUS"));
    }

    @Override
    public List<FolderListing> result(Tagged done) {
        return found.stream().map(this::told).toList();
    }

    private FolderListing told(FolderListing folder) {
        List<MetadataEntry> found = notes.getOrDefault(folder.name(), List.of());
        return new FolderListing(
                folder.name(),
                folder.separator(),
                folder.attributes(),
                Optional.ofNullable(numbers.get(folder.name())),
                Optional.ofNullable(rights.get(folder.name())),
                found.stream().filter(entry -> entry.octets().isPresent()).toList());
    }
}
