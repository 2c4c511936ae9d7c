package dev.tegami.imap.internal.response;

/** A response that breaks the grammar. */
public record Malformed(String text, String why) implements Response {}
