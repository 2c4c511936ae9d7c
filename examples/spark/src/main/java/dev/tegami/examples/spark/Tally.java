package dev.tegami.examples.spark;

import dev.tegami.smime.Opened;
import java.io.Serializable;

/**
 * What is counted for a sender.
 *
 * @param messages all messages
 * @param signed those with a signature
 * @param trusted those whose signature and author are trusted
 * @param damaged those in which something breaks the rules
 * @param failed those beyond the limits, which were not read
 */
record Tally(long messages, long signed, long trusted, long damaged, long failed) implements Serializable {
    static final Tally FAILURE = new Tally(1, 0, 0, 0, 1);

    static Tally of(Opened opened, boolean isDamaged) {
        return new Tally(1, opened.signers().isEmpty() ? 0 : 1, opened.isTrusted() ? 1 : 0, isDamaged ? 1 : 0, 0);
    }

    Tally plus(Tally other) {
        return new Tally(
                messages + other.messages,
                signed + other.signed,
                trusted + other.trusted,
                damaged + other.damaged,
                failed + other.failed);
    }

    String row(String sender) {
        return sender + '\t' + messages + '\t' + signed + '\t' + trusted + '\t' + damaged + '\t' + failed;
    }
}
