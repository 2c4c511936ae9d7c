package dev.tegami.imap;

/** The door of this module. */
public final class Imap {
    private Imap() {}
}
