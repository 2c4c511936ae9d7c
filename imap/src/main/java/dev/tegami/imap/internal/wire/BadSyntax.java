package dev.tegami.imap.internal.wire;

/** A response that does not follow the grammar. It costs that response, not the session. */
public final class BadSyntax extends Exception {
    private static final long serialVersionUID = 1L;

    public BadSyntax(String what, int offset) {
        super(what + " at octet " + offset, null, false, false);
    }
}
