package dev.tegami.imap;

import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A connection that may be cut in the middle. */
final class ModelLine {
    private final ModelServer server;
    private final Talk talk;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable StringBuilder held;

    ModelLine(ModelServer server, Talk talk) {
        this.server = server;
        this.talk = talk;
    }

    void compress() {
        talk.compress();
    }

    @Nullable
    String line() throws IOException {
        return talk.line();
    }

    ModelLine send(String line) throws IOException {
        turn.lock();
        try {
            if (server.isLast()) {
                talk.reset();
            }
            if (held == null) {
                talk.send(line);
            } else {
                held.append(line).append("\r\n");
            }
            return this;
        } finally {
            turn.unlock();
        }
    }

    /** Sends what is said during some work in one packet at its end. */
    void together(ModelServer.Work work) throws IOException {
        hold(new StringBuilder());
        work.run();
        turn.lock();
        try {
            talk.raw(String.valueOf(held));
            held = null;
        } finally {
            turn.unlock();
        }
    }

    private void hold(StringBuilder lines) {
        turn.lock();
        try {
            held = lines;
        } finally {
            turn.unlock();
        }
    }
}
