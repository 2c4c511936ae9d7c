package dev.tegami.imap.internal.command;

/** The name of an entry of METADATA or ANNOTATE (RFC 5464 §3.1), checked. */
public final class EntryName {
    private EntryName() {}

    public static String checked(String name) {
        boolean isPath = name.startsWith("/") && !name.endsWith("/") && !name.contains("//");
        if (!isPath || !name.chars().allMatch(c -> c > ' ' && c < 0x7F && "*%\"\\".indexOf(c) < 0)) {
            throw new IllegalArgumentException("not the name of an entry; it looks like /shared/comment");
        }
        return name;
    }
}
