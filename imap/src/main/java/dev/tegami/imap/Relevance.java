package dev.tegami.imap;

/**
 * How well a message fits a question (RFC 6203 §4).
 *
 * @param uid the message
 * @param score from 1 to 100, the higher the better, as the server sees it
 */
public record Relevance(long uid, long score) {}
