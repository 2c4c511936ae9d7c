package dev.tegami.imap.internal.response;

/** ENABLED, ID, QUOTAROOT whose text their command reads itself. */
public record Words(String name, String text) implements Response {}
