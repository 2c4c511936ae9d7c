package dev.tegami.imap.internal.wire;

/**
 * Which octets texts travel as, which extensions change.
 *
 * @param utf8Strings whether strings may be UTF-8
 * @param utf8Names whether names of folders are UTF-8
 * @param namesCharset whether a search in UTF-8 has to say so; otherwise it must not (RFC 6855 §3)
 */
public record Dialect(boolean utf8Strings, boolean utf8Names, boolean namesCharset) {
    /** IMAP4rev1 as it begins. */
    public static final Dialect FIRST = new Dialect(false, false, true);

    /** After ENABLE IMAP4rev2. */
    public static final Dialect REV2 = new Dialect(true, true, true);

    /** After ENABLE UTF8=ACCEPT. */
    public static final Dialect UTF8_ACCEPT = new Dialect(true, true, false);

    /** Whether messages with headers in UTF-8 are announced as such when appended (RFC 6855 §4). */
    public boolean announcesUtf8() {
        return !namesCharset;
    }

    public Dialect withUtf7Names() {
        return new Dialect(utf8Strings, false, namesCharset);
    }
}
