package dev.tegami.internal.mime;

/** The bounds of one scan. */
public record ScanLimits(int headerBytes, int headerFields, int nesting, int parts) {}
