package dev.tegami.smime.internal;

/** How much of what a CMS structure may hold. */
public record CmsBounds(int structure, int signers, int certificates, int recipients, int digests, int memory) {}
