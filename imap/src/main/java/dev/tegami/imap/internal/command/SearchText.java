package dev.tegami.imap.internal.command;

/** A caller's text in a search. */
public record SearchText(String text) {}
