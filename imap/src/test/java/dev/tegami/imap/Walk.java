package dev.tegami.imap;

/** A way through what a server offers, of which there is a transcript for each brand. */
interface Walk {
    /** Walks it. */
    void walk(ImapSession imap);

    /** The name of its transcript. */
    String file(String brand);
}
