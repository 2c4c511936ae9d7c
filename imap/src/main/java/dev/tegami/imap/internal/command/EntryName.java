package dev.tegami.imap.internal.command;

/** The name of an entry of METADATA or ANNOTATE (RFC 5464 §3.1), checked. */
final class EntryName {
    private EntryName() {}

    static String checked(String name) {
        boolean isPath = name.startsWith("/") && !name.endsWith("/") && !name.contains("//");
        if (!isPath || !name.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '*' && c != '%')) {
            throw new IllegalArgumentException("not the name of an entry; it looks like /shared/comment");
        }
        return name;
    }
}
