package dev.tegami.imap.internal.response;

/** ENABLED, ID, NAMESPACE, QUOTA and others whose text their command reads itself. */
public record Words(String name, String text) implements Response {}
