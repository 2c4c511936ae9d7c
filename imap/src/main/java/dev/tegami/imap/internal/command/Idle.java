package dev.tegami.imap.internal.command;

import dev.tegami.imap.Event;
import dev.tegami.imap.internal.response.Continuation;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.internal.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** IDLE (RFC 2177): until there is news, the time is up, or another thread ends it. */
public final class Idle {
    private final Conversation conversation;
    private final Wire wire;
    /** Held by whoever uses the wire: the one who waits for octets leaves it to the one who ends the waiting. */
    private final ReentrantLock turn = new ReentrantLock();

    private boolean waits;
    private boolean isOver;

    public Idle(Conversation conversation) {
        this.conversation = conversation;
        this.wire = conversation.wire();
    }

    public List<Event> run(Duration longest) {
        List<Event> news = new ArrayList<>();
        Runnable end = conversation.overhear(news::add);
        try {
            String tag = conversation.send(new Bare("IDLE"));
            begun(tag);
            await(longest, news);
            done();
            ended(tag);
        } finally {
            end.run();
        }
        return List.copyOf(news);
    }

    /**
     * Ends the waiting, from any thread, also before it began.
     *
     * @param patience how long to wait for the wire
     * @return false if the wire was in use all the time
     */
    public boolean end(Duration patience) throws InterruptedException {
        if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        try {
            isOver = true;
            if (waits) {
                say();
            }
            return true;
        } finally {
            turn.unlock();
        }
    }

    private void done() {
        turn.lock();
        try {
            if (waits) {
                say();
            }
        } finally {
            turn.unlock();
        }
    }

    private void say() {
        waits = false;
        wire.begin("IDLE", wire.options().deadlines().command());
        wire.text("DONE").crlf().flush();
    }

    private void begun(String tag) {
        while (true) {
            Response response = conversation.read(null);
            if (response instanceof Continuation) {
                return;
            }
            if (response instanceof Tagged tagged) {
                conversation.accepted("IDLE", tag, tagged);
                throw wire.violation("IDLE ended before it began");
            }
            conversation.unclaimed(response);
        }
    }

    private void await(Duration longest, List<Event> news) {
        long until = System.nanoTime() + longest.toNanos();
        turn.lock();
        try {
            waits = true;
            conversation.rest();
            while (news.isEmpty() && !isOver) {
                Duration left = Duration.ofNanos(until - System.nanoTime());
                if (left.toMillis() < 1 || !heard(left)) {
                    return;
                }
                hear();
            }
        } finally {
            turn.unlock();
        }
    }

    /** Waits without the turn; false if there is nothing to hear, or another thread ended the waiting. */
    private boolean heard(Duration left) {
        turn.unlock();
        try {
            if (!wire.await(left)) {
                return false;
            }
        } finally {
            turn.lock();
        }
        return waits;
    }

    private void hear() {
        wire.begin("IDLE", wire.options().deadlines().command());
        do {
            Response response = conversation.read(null);
            if (response instanceof Tagged || response instanceof Continuation) {
                throw wire.violation("IDLE was ended by the server");
            }
            conversation.unclaimed(response);
        } while (wire.buffered() > 0);
    }

    private void ended(String tag) {
        while (true) {
            Response response = conversation.read(null);
            if (response instanceof Tagged tagged) {
                conversation.accepted("IDLE", tag, tagged);
                return;
            }
            if (response instanceof Continuation) {
                throw wire.violation("a second continuation in IDLE");
            }
            conversation.unclaimed(response);
        }
    }
}
