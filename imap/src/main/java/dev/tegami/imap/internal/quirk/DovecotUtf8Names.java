package dev.tegami.imap.internal.quirk;

/**
 * Dovecot 2.4.1 says that it enabled UTF8=ACCEPT, and goes on with names in modified UTF-7. A name that is none there
 * tells: it is refused as such, or merely unknown. Transcript: {@code dovecot24-utf8.txt}.
 */
public final class DovecotUtf8Names {
    /** A name in UTF-8 that is none in modified UTF-7, and that no folder bears. */
    public static final String PROBE = "&tegami";

    private DovecotUtf8Names() {}

    /** Whether a server should be asked. */
    public static boolean isSuspect(String greeting) {
        return greeting.contains("Dovecot");
    }

    /** Whether it refused the name for not being in modified UTF-7. */
    public static boolean keepsUtf7(String serverText) {
        return serverText.contains("mUTF-7");
    }
}
