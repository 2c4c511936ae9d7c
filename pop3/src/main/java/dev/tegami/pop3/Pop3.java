package dev.tegami.pop3;

/** The door of this module. */
public final class Pop3 {
    private Pop3() {}
}
