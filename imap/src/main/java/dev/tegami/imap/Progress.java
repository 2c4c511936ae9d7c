package dev.tegami.imap;

/**
 * How far long work has come, as {@link ImapSession#onProgress} tells.
 *
 * @param work the command, such as {@code UID FETCH} or {@code APPEND}, or {@code SYNC}
 * @param messages the messages that came or went
 * @param ofMessages the messages there are to come or go, or -1 if that is not known
 * @param octets the octets of answers and messages that came or went
 * @param ofOctets the octets there are to come or go as far as the server told, or -1 if that is not known
 * @param items how far the server says it is with a command that keeps it busy (RFC 9585), or -1 if it does not say: in a
 *     unit of its own, mostly messages. It may begin anew
 * @param ofItems how far the server will have to go, or -1 if it does not say
 */
public record Progress(
        String work, long messages, long ofMessages, long octets, long ofOctets, long items, long ofItems) {}
