package dev.tegami.imap;

import java.util.List;
import java.util.stream.LongStream;

/**
 * A conversation (RFC 5256): messages that follow one another, and where it forks, what follows.
 *
 * @param messages the UIDs, each answering the one before; empty where the parent of the branches is missing
 * @param branches what answers the last of them, where there is more than one answer
 */
public record MessageThread(List<Long> messages, List<MessageThread> branches) {
    /** How to find what belongs together. */
    public enum Algorithm {
        /** By subject and date. */
        ORDEREDSUBJECT,
        /** By References and In-Reply-To, and subject. */
        REFERENCES,
        /** By References and In-Reply-To alone. */
        REFS
    }

    /**
     * Takes the lists.
     *
     * @param messages the UIDs
     * @param branches the branches
     */
    public MessageThread {
        messages = List.copyOf(messages);
        branches = List.copyOf(branches);
    }

    /** The first message and all others as answers to it, whatever an old server makes of them (RFC 5256 §3). */
    MessageThread flat() {
        List<Long> each = all().boxed().toList();
        if (each.size() < 3) {
            return new MessageThread(each, List.of());
        }
        return new MessageThread(
                each.subList(0, 1),
                each.subList(1, each.size()).stream()
                        .map(uid -> new MessageThread(List.of(uid), List.of()))
                        .toList());
    }

    /**
     * Gives all messages, parents before answers.
     *
     * @return the UIDs
     */
    public LongStream all() {
        return LongStream.concat(
                messages.stream().mapToLong(Long::longValue), branches.stream().flatMapToLong(MessageThread::all));
    }
}
