package dev.tegami.imap.internal.quirk;

/**
 * Apache James 3.8 refuses quoted names of entries in GETMETADATA and SETMETADATA, and quoted roots in GETQUOTA; it takes
 * them as atoms.
 * Transcript: {@code james-administration-in-ascii.txt}.
 */
public final class JamesAtoms {
    private JamesAtoms() {}

    /**
     * Whether a word is to be written without quotes.
     *
     * @param greeting what the server said first
     * @param word the word
     */
    public static boolean areBare(String greeting, String word) {
        return greeting.contains("JAMES IMAP4rev1 Server")
                && !word.isEmpty()
                && word.chars().allMatch(c -> c > ' ' && c < 0x7F && "(){%*\"\\]".indexOf(c) < 0);
    }
}
