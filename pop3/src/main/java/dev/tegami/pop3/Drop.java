package dev.tegami.pop3;

/**
 * What STAT says about the maildrop. Servers are known to be wrong about both.
 *
 * @param messages how many messages there are, without those marked for deletion
 * @param octets how many octets they have together
 */
public record Drop(long messages, long octets) {}
