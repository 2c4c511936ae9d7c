package dev.tegami.smtp;

import dev.tegami.MailException;
import dev.tegami.internal.wire.Pool;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thread of a batch, with one connection after another. */
final class Hand implements Iterator<MailObject> {
    /** A message that breaks so many new connections in a row before its end is given up. */
    private static final int MOST_TRIES = 5;

    private final SmtpPool pool;
    private final Feed feed;
    private final IdentityHashMap<MailObject, Course> courses = new IdentityHashMap<>();
    /** Taken and not yet on its way. */
    private final Deque<MailObject> waiting = new ArrayDeque<>();

    private Pool.@Nullable Lent<SmtpSession> lent;
    private boolean moved;
    private int idle;

    Hand(SmtpPool pool, Feed feed) {
        this.pool = pool;
        this.feed = feed;
    }

    void work() {
        try {
            while (!waiting.isEmpty() || takeOne()) {
                connected();
            }
        } catch (RuntimeException | Error e) {
            feed.stop(e);
            giveUp(e);
        }
    }

    private boolean takeOne() {
        Optional<MailObject> mail = feed.take();
        mail.ifPresent(waiting::add);
        return mail.isPresent();
    }

    private void giveUp(Throwable reason) {
        RuntimeException problem = reason instanceof RuntimeException e ? e : new IllegalStateException(reason);
        for (MailObject mail = waiting.poll(); mail != null; mail = waiting.poll()) {
            Course course = course(mail);
            course.broken(problem);
            feed.tell(course.handover());
        }
    }

    /** Sends over one connection as long as it lasts and there is something to send without waiting. */
    private void connected() {
        Pool.Lent<SmtpSession> own = pool.borrow(System.nanoTime() + pool.patience());
        moved = false;
        try {
            lent = own;
            own.session().sendAll(this, this::told);
        } catch (MailException e) {
            // what was lost with the connection was told, and the rest waits for another one
            System.getLogger("dev.tegami.smtp").log(System.Logger.Level.DEBUG, "a connection of a batch ended", e);
        } finally {
            lent = null;
            pool.giveBack(own);
        }
        idle = moved || !own.isFresh() ? 0 : idle + 1;
        if (idle > 0) {
            pool.pauses().beforeTry(idle);
        }
    }

    @Override
    public boolean hasNext() {
        if (lent == null || !lent.session().takesMore()) {
            return false;
        }
        if (waiting.isEmpty()) {
            feed.takeAtOnce().ifPresent(waiting::add);
        }
        return !waiting.isEmpty();
    }

    @Override
    public MailObject next() {
        return waiting.remove();
    }

    private Course course(MailObject mail) {
        Course begun = courses.remove(mail);
        return begun == null ? pool.course(mail) : begun;
    }

    private void told(Handover handover) {
        Course course = course(handover.mail());
        course.note(handover, lent != null && lent.isFresh());
        boolean again = course.goesOn() && course.idle() < MOST_TRIES;
        moved |= course.hasMoved() || !again;
        if (again) {
            courses.put(course.rest(), course);
            waiting.add(course.rest());
        } else {
            feed.tell(course.handover());
        }
    }
}
