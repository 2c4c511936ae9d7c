package dev.tegami.imap.internal.quirk;

/**
 * Apache James 3.8 takes options of GETMETADATA only behind the name of the folder, each in parentheses of its own, as the
 * examples of RFC 5464 have them, and not before it, as its grammar (§5) does.
 * Transcript: {@code james-metadata-options.txt}.
 */
public final class JamesMetadataOptions {
    private JamesMetadataOptions() {}

    /**
     * Whether options come behind the name of the folder.
     *
     * @param greeting what the server said first
     */
    public static boolean comeLater(String greeting) {
        return greeting.contains("JAMES IMAP4rev1 Server");
    }
}
