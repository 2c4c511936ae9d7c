package dev.tegami.smtp;

/** The door of this module. */
public final class Smtp {
    private Smtp() {}
}
