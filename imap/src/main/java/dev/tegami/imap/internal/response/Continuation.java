package dev.tegami.imap.internal.response;

/** The server waits for more of the command. */
public record Continuation(String text) implements Response {}
