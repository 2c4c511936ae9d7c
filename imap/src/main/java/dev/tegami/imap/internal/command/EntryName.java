package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.quirk.JamesAtoms;
import dev.tegami.imap.internal.wire.Script;

/** The name of an entry of METADATA or ANNOTATE (RFC 5464 §3.1), checked. */
public final class EntryName {
    private EntryName() {}

    /** Writes a name: quoted, but for a server that takes atoms only. */
    static Script write(Script script, String name, String greeting) {
        String checked = checked(name);
        return JamesAtoms.areBare(greeting, checked) ? script.atom(checked) : script.string(checked);
    }

    public static String checked(String name) {
        boolean isPath = name.startsWith("/") && !name.endsWith("/") && !name.contains("//");
        if (!isPath || !name.chars().allMatch(c -> c > ' ' && c < 0x7F && "*%\"\\".indexOf(c) < 0)) {
            throw new IllegalArgumentException("not the name of an entry; it looks like /shared/comment");
        }
        return name;
    }
}
