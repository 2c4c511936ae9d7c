package dev.tegami.imap.internal.command;

import dev.tegami.imap.Metadata;
import dev.tegami.imap.MetadataEntry;
import dev.tegami.imap.MetadataQuery;
import dev.tegami.imap.internal.quirk.JamesMetadataOptions;
import dev.tegami.imap.internal.response.MetadataData;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GETMETADATA (RFC 5464 §4.2). */
public final class GetMetadata implements Command<Metadata> {
    private static final Pattern LONG_ENTRIES = Pattern.compile("(?i)LONGENTRIES ([0-9]{1,18})");

    private final String folder;
    private final MetadataQuery query;
    private final String greeting;
    private final List<MetadataEntry> found = new ArrayList<>();
    private final Room room = new Room("octets of metadata", Room.NUMBERS);

    public GetMetadata(String folder, MetadataQuery query, String greeting) {
        this.greeting = greeting;
        this.folder = folder;
        this.query = query;
    }

    @Override
    public String name() {
        return "GETMETADATA";
    }

    @Override
    public void write(Script script) {
        script.raw("GETMETADATA ");
        List<String> options = new ArrayList<>();
        query.most().ifPresent(most -> options.add("MAXSIZE " + most));
        if (!query.depth().isEmpty()) {
            options.add("DEPTH " + query.depth());
        }
        if (JamesMetadataOptions.comeLater(greeting)) {
            script.folder(folder).raw(" ");
            options.forEach(option -> script.raw("(" + option + ") "));
        } else {
            script.raw(options.isEmpty() ? "" : "(" + String.join(" ", options) + ") ");
            script.folder(folder).raw(" ");
        }
        names(script, query.names(), greeting);
    }

    /** Names of entries in parentheses. */
    static void names(Script script, List<String> names, String greeting) {
        script.raw("(");
        String gap = "";
        for (String name : names) {
            EntryName.write(script.raw(gap), name, greeting);
            gap = " ";
        }
        script.raw(")");
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof MetadataData data && data.hasValues()) {
            for (MetadataEntry entry : data.entries()) {
                room.take(entry.name().length()
                        + entry.octets().map(octets -> octets.length).orElse(0));
            }
            data.entries().stream().filter(entry -> entry.octets().isPresent()).forEach(found::add);
            return true;
        }
        return false;
    }

    @Override
    public Metadata result(Tagged done) {
        Matcher longest =
                LONG_ENTRIES.matcher(done.code().is("METADATA") ? done.code().arguments() : "");
        return new Metadata(
                found, longest.find() ? OptionalLong.of(Long.parseLong(longest.group(1))) : OptionalLong.empty());
    }
}
