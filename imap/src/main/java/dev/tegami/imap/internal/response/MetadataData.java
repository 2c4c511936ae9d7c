package dev.tegami.imap.internal.response;

import dev.tegami.imap.MetadataEntry;
import dev.tegami.imap.internal.wire.BadSyntax;
import dev.tegami.imap.internal.wire.Tokens;
import java.util.ArrayList;
import java.util.List;

/** METADATA (RFC 5464 §4.4): entries with their values as an answer, or names alone as news. */
public record MetadataData(String folder, List<MetadataEntry> entries, boolean hasValues) implements Response {
    static MetadataData parse(Tokens in) throws BadSyntax {
        in.blanks();
        String folder = in.folder();
        in.blanks();
        if (in.atEnd()) {
            return new MetadataData(folder, List.of(), true); // James, where there is nothing
        }
        return in.next('(') ? new MetadataData(folder, values(in), true) : new MetadataData(folder, names(in), false);
    }

    private static List<MetadataEntry> values(Tokens in) throws BadSyntax {
        List<MetadataEntry> entries = new ArrayList<>();
        in.blanks();
        while (!in.next(')')) {
            String name = in.astring();
            in.blanks();
            byte[] value = in.nbytes();
            entries.add(value == null ? MetadataEntry.absent(name) : MetadataEntry.octets(name, value));
            in.blanks();
        }
        return entries;
    }

    private static List<MetadataEntry> names(Tokens in) throws BadSyntax {
        List<MetadataEntry> entries = new ArrayList<>();
        while (!in.atEnd()) {
            entries.add(MetadataEntry.absent(in.astring()));
            in.blanks();
        }
        return entries;
    }
}
