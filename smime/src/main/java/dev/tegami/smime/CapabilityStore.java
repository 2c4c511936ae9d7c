package dev.tegami.smime;

import dev.tegami.mime.Mailbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Remembers what people's mail programs understand and where to encrypt to, as they said it in letters that they signed.
 * Only letters that are trusted as a whole teach anything, and of these the newest: a letter of old that is played back
 * does not lead to a weaker cipher. An implementation must be safe for use by several threads.
 *
 * <pre>{@code
 * Opened letter = Smime.open(received, keys, trust);
 * store.learn(letter, Clock.systemUTC());
 * Message answer = note.with(Smime.encryptFor(note, CertificateSource.of(store), trust).knowing(store));
 * }</pre>
 */
public interface CapabilityStore {
    /**
     * Looks somebody up.
     *
     * @param mailbox whom
     * @return what was signed last; empty if nothing is known
     */
    Optional<Capabilities> find(Mailbox mailbox);

    /**
     * Remembers what somebody signed, unless what is known already was signed at the same time or later. Called by {@link
     * #learn} only, which has checked it.
     *
     * @param mailbox who
     * @param learned what is new
     * @return whether it is remembered
     */
    boolean keep(Mailbox mailbox, Capabilities learned);

    /**
     * Learns from a letter what its author signed. A letter that is not trusted teaches nothing, nor does one without a
     * signing time or with one in the future.
     *
     * @param opened a letter
     * @param clock tells what time it is now
     * @return whether something was remembered
     */
    default boolean learn(Opened opened, Clock clock) {
        return Lessons.of(opened, clock.instant())
                .map(lesson -> keep(lesson.author(), lesson.capabilities()))
                .orElse(false);
    }

    /**
     * Remembers in memory.
     *
     * @param most how many people; beyond, whoever was not asked for the longest is forgotten
     * @return an empty store
     */
    static CapabilityStore inMemory(int most) {
        return new MemoryStore(most);
    }

    /**
     * Remembers in a file, which is read now and written anew whenever something was learned. One process at a time may
     * use it. Who can write it decides with what is encrypted: protect it like a list of trusted certificates.
     *
     * @param file the file, which need not exist yet
     * @param most how many people; beyond, whoever was not asked for the longest is forgotten
     * @return the store; {@link #keep} and {@link #learn} throw {@link java.io.UncheckedIOException} if the file cannot be
     *     written
     * @throws IOException if the file cannot be read or holds something else
     */
    static CapabilityStore inFile(Path file, int most) throws IOException {
        return FileStore.open(file, most);
    }
}
