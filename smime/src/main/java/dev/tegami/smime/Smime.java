package dev.tegami.smime;

/** The door of this module. */
public final class Smime {
    private Smime() {}
}
