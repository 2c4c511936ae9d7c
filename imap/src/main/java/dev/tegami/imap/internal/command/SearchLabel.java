package dev.tegami.imap.internal.command;

/** A caller's label in a search at Gmail. */
public record SearchLabel(String label) {}
