package dev.tegami.imap.internal.response;

import java.util.List;

/** CAPABILITY. */
public record Capability(List<String> names) implements Response {}
