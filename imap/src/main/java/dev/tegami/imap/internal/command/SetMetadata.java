package dev.tegami.imap.internal.command;

import dev.tegami.imap.MetadataEntry;
import dev.tegami.imap.internal.wire.Script;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** SETMETADATA (RFC 5464 §4.3). */
public record SetMetadata(String folder, List<MetadataEntry> entries, String greeting) implements Simple {
    private static final int LONGEST_QUOTED = 1000;

    @Override
    public String name() {
        return "SETMETADATA";
    }

    @Override
    public void write(Script script) {
        script.raw("SETMETADATA ").folder(folder).raw(" (");
        String gap = "";
        for (MetadataEntry entry : entries) {
            EntryName.write(script.raw(gap), entry.name(), greeting).raw(" ");
            entry.octets().ifPresentOrElse(octets -> value(script, octets), () -> script.raw("NIL"));
            gap = " ";
        }
        script.raw(")");
    }

    /** Any octets: quoted where that is possible, else as a literal, which may hold NUL if it says so. */
    static void value(Script script, byte[] octets) {
        boolean isPlain = octets.length <= LONGEST_QUOTED;
        boolean hasNul = false;
        for (byte octet : octets) {
            isPlain &= octet >= ' ' && octet < 0x7F;
            hasNul |= octet == 0;
        }
        if (isPlain) {
            script.string(new String(octets, StandardCharsets.US_ASCII));
        } else {
            script.literal(octets.length, out -> out.write(octets), hasNul ? "~" : "");
        }
    }
}
