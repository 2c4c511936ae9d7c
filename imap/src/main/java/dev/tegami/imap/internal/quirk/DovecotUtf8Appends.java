package dev.tegami.imap.internal.quirk;

/**
 * Dovecot 2.4.1 takes the message in {@code APPEND folder UTF8 (~{27}} (RFC 6855) for commands, or waits for ever; as
 * they are it takes headers in UTF-8. Transcript: {@code dovecot24-utf8-append.txt}.
 */
public final class DovecotUtf8Appends {
    private DovecotUtf8Appends() {}

    /**
     * Whether headers in UTF-8 must not be announced.
     *
     * @param greeting what the server said first
     */
    public static boolean mistakesForCommands(String greeting) {
        return greeting.contains("Dovecot");
    }
}
