package dev.tegami.imap.internal.response;

/** A response nobody here knows. */
public record Unknown(String text) implements Response {}
