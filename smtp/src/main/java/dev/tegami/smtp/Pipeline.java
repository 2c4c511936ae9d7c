package dev.tegami.smtp;

import dev.tegami.internal.wire.Wire;
import dev.tegami.smtp.internal.Command;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Commands under way and who waits for their replies, in order (RFC 2920). So few are under way that both directions of
 * any socket hold them: neither side blocks while the other writes.
 */
final class Pipeline {
    /** So many commands may wait for their replies. */
    private static final int WINDOW = 64;
    /** So many octets of messages may wait for their replies. */
    private static final long OCTETS = 256 * 1024L;

    private final Dialogue dialogue;
    private final int window;
    private final Deque<Expected> expected = new ArrayDeque<>();
    private long octets;
    private boolean written;
    private Cleanliness cleanliness = Cleanliness.CLEAN;
    private @Nullable Transaction latest;
    private int begun;

    /** Whether the server still remembers an unfinished transaction, once it has done all it was told. */
    enum Cleanliness {
        CLEAN,
        DIRTY
    }

    private record Expected(String label, Duration limit, long octets, Consumer<Reply> taker) {}

    Pipeline(Dialogue dialogue, Extensions extensions) {
        this.dialogue = dialogue;
        this.window = extensions.has("PIPELINING") ? WINDOW : 1;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    Wire wire() {
        return dialogue.wire();
    }

    /** Whether each command waits for its reply. */
    boolean isLockStep() {
        return window == 1;
    }

    boolean isDirty() {
        return cleanliness == Cleanliness.DIRTY;
    }

    /** The server has no transaction open. */
    void isReset() {
        cleanliness = Cleanliness.CLEAN;
    }

    void begins(Transaction transaction) {
        latest = transaction;
        begun++;
        cleanliness = Cleanliness.DIRTY;
    }

    /** A transaction was left so; that counts only while none was begun after it. */
    void leaves(Transaction transaction, Cleanliness state) {
        if (latest == transaction) {
            cleanliness = state;
        }
    }

    /** How many transactions were begun. */
    int begun() {
        return begun;
    }

    boolean isEmpty() {
        return expected.isEmpty();
    }

    /** Sends a command, now or with those that follow; its reply goes to the taker. */
    void put(Command command, Duration limit, Consumer<Reply> taker) {
        makeRoom(0);
        if (!dialogue.isOpen()) {
            return;
        }
        if (!written) {
            wire().begin(command.label(), dialogue.deadlines().command());
        }
        written = true;
        dialogue.put(command);
        expect(command.label(), limit, 0, taker);
        if (isLockStep()) {
            drain();
        }
    }

    /** Waits for replies until so many octets may be sent. */
    void makeRoom(long length) {
        if (expected.size() >= window) {
            drainTo(window / 2);
        }
        while (octets > 0 && octets + length > OCTETS && !expected.isEmpty()) {
            drainTo(expected.size() - 1);
        }
    }

    /** Says that octets were written whose reply goes to the taker. */
    void expect(String label, Duration limit, long length, Consumer<Reply> taker) {
        written = true;
        octets += length;
        expected.add(new Expected(label, limit, length, taker));
    }

    /** Sends what was written. */
    void flush() {
        if (written) {
            wire().flush();
            written = false;
        }
    }

    /** Waits for all replies. After it nothing is under way. */
    void drain() {
        drainTo(0);
    }

    private void drainTo(int left) {
        flush();
        while (expected.size() > left) {
            Expected next = expected.remove();
            octets -= next.octets();
            next.taker().accept(dialogue.await(next.label(), next.limit()));
            if (!dialogue.isOpen()) {
                expected.clear(); // a server that closes does nothing more of what it was told
                octets = 0;
            }
        }
    }

    /** Puts the taker in front: it gets another reply to the same octets, as LMTP has them. */
    void again(String label, Duration limit, Consumer<Reply> taker) {
        expected.addFirst(new Expected(label, limit, 0, taker));
    }
}
