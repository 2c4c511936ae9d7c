package dev.tegami.smime.internal;

/** A directory answers, and does not give what it was asked for. */
public final class LdapRefused extends Exception {
    private static final long serialVersionUID = 1L;

    LdapRefused(String message) {
        super(message);
    }
}
