package dev.tegami.imap.internal.response;

/** EXISTS, RECENT or EXPUNGE. */
public record Count(long number, String name) implements Response {}
