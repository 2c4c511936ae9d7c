package dev.tegami.imap;

/** What to do with flags (RFC 9051 §6.4.6). */
public enum FlagChange {
    /** Adds them. */
    ADD("+FLAGS.SILENT"),
    /** Takes them away. */
    REMOVE("-FLAGS.SILENT"),
    /** Puts them in the place of all others. */
    REPLACE("FLAGS.SILENT");

    private final String item;

    FlagChange(String item) {
        this.item = item;
    }

    String item() {
        return item;
    }
}
