package dev.tegami.smtp;

import dev.tegami.MailException;
import dev.tegami.internal.wire.Pool;
import dev.tegami.mime.Message;
import dev.tegami.net.NetException;
import dev.tegami.net.PoolLimits;
import dev.tegami.net.Server;
import dev.tegami.smtp.Handover.State;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Connections for sending from many threads, a bounded number of them, kept between messages. Safe to use from many
 * threads. It has no thread of its own: a message is sent on the thread that asks for it, which waits while all
 * connections are in use; {@link #sendAll} also uses threads of the caller's executor.
 *
 * <p>A message that a connection broke under before its end was sent goes over another one, as long as the pool's
 * patience lasts: that is how the pool lives through servers that close (421), restart or limit the messages of a
 * connection. One whose end was sent without an answer is reported as unknown and never sent again. Where the server's
 * limits split a message and a connection ends between the parts, only the parts not tried go over another one.
 *
 * <pre>{@code
 * try (SmtpPool pool = Smtp.at("smtp.example.org").login("ada", secret).pool(PoolLimits.of(4))) {
 *     pool.sendAll(mails.iterator(), executor, handover -> record(handover));
 * }
 * }</pre>
 */
public final class SmtpPool implements AutoCloseable {
    private static final long UNCHECKED = TimeUnit.SECONDS.toNanos(15);

    private final Server server;
    private final PoolLimits limits;
    private final Pool<SmtpSession> pool;
    private final Pauses pauses;
    private final Turnstile turnstile;
    private final Set<SmtpSession> lent = ConcurrentHashMap.newKeySet();

    SmtpPool(Server server, PoolLimits limits, Pace pace, Supplier<SmtpSession> door) {
        this.server = server;
        this.limits = limits;
        this.pool = new Pool<>(server, limits, new Keeper(door, pace.perConnection()));
        this.pauses = new Pauses(server);
        this.turnstile = new Turnstile(pauses, pace.rate());
    }

    private record Keeper(Supplier<SmtpSession> door, int most) implements Pool.Keeper<SmtpSession> {
        @Override
        public SmtpSession open() {
            SmtpSession session = door.get();
            session.limitedTo(most);
            return session;
        }

        @Override
        public boolean isUsable(SmtpSession session) {
            return session.takesMore();
        }

        @Override
        public void close(SmtpSession session) {
            session.close();
        }

        @Override
        public boolean isFull(NetException refusal) {
            return refusal instanceof SmtpRefused && refusal.isTransient();
        }
    }

    /**
     * Sends a message with the envelope its header names: {@link Envelope#of(Message)}.
     *
     * @param message the message; its Bcc is taken out
     * @return what became of each recipient; at least one was accepted
     * @throws NetException as {@link #send(Message, Envelope)} does
     */
    public Receipt send(Message message) {
        return send(message, Envelope.of(message));
    }

    /**
     * Sends a message.
     *
     * @param message the message; its Bcc is taken out
     * @param envelope from whom and to whom
     * @return what became of each recipient; at least one was accepted
     * @throws SmtpRefused if the server accepted nobody
     * @throws DeliveryUnknown if the connection was lost before the server's last word
     * @throws dev.tegami.net.TimedOut if all connections were in use, or the rate used up, for too long
     * @throws NetException if there was no connection for too long, or the message cannot travel
     * @throws IllegalStateException if the pool is closed
     */
    public Receipt send(Message message, Envelope envelope) {
        long until = System.nanoTime() + limits.patience().toNanos();
        turnstile.pass(limits.patience());
        Course course = course(new MailObject(message, envelope));
        try {
            send(course, until);
        } catch (RuntimeException e) {
            if (!course.isPartlyDone()) {
                throw e;
            }
            course.broken(e); // the receipt tells who was not tried; those who have it must not be forgotten
        }
        return course.handover().orThrow();
    }

    private void send(Course course, long until) {
        boolean again = true;
        while (again) {
            Pool.Lent<SmtpSession> own = borrow(until);
            course.note(handOver(own, course.rest()), own.isFresh());
            again = course.goesOn() && (course.idle() == 0 || pauses.beforeTry(course.idle() - 1, until));
        }
    }

    Course course(MailObject mail) {
        return new Course(mail, limits.connections());
    }

    private Handover handOver(Pool.Lent<SmtpSession> own, MailObject mail) {
        try {
            return own.session().sendAll(List.of(mail)).get(0);
        } finally {
            giveBack(own);
        }
    }

    /** Gives a connection that answers, trying for so long where none can be had. */
    Pool.Lent<SmtpSession> borrow(long until) {
        for (int tries = 0; ; tries++) {
            try {
                Pool.Lent<SmtpSession> own = pool.borrow(session -> true);
                if (isAlive(own)) {
                    lent.add(own.session());
                    return own;
                }
                pool.giveBack(own);
            } catch (NetException e) {
                if (!Attempts.isPassing(e) || !pauses.beforeTry(tries, until)) {
                    throw e;
                }
            }
        }
    }

    /** One that was kept for a while is asked. */
    static boolean isAlive(Pool.Lent<SmtpSession> own) {
        if (own.isFresh() || System.nanoTime() - own.since() < UNCHECKED) {
            return true;
        }
        try {
            own.session().noop();
            return own.session().takesMore();
        } catch (MailException e) {
            return false;
        }
    }

    void giveBack(Pool.Lent<SmtpSession> own) {
        lent.remove(own.session());
        pool.giveBack(own);
    }

    /**
     * Sends many messages over all connections at once, holding few of them at a time. The calling thread works too, and
     * waits for the others. Each message taken from the iterator is told once; the order is that of the server's
     * answers.
     *
     * @param mails gives the messages, to one thread at a time
     * @param executor runs one task for each connection but the first; fewer threads mean fewer connections
     * @param told is told how each message went, by one thread at a time, on the thread that sent it. If it throws, or
     *     the iterator does, no more are taken, those under way are brought to their end, and then the error is thrown
     * @throws NetException if no connection could be had within the pool's patience; no more messages are taken then,
     *     and those taken are told as {@link State#NOT_TRIED}
     * @throws IllegalStateException if the pool is closed
     */
    public void sendAll(Iterator<MailObject> mails, Executor executor, Consumer<? super Handover> told) {
        new Crew(this, new Feed(mails, told, turnstile, pauses)).work(executor, limits.connections());
    }

    Pauses pauses() {
        return pauses;
    }

    long patience() {
        return limits.patience().toNanos();
    }

    /**
     * Counts the connections.
     *
     * @return how many are open, those in use included
     */
    public int connections() {
        return pool.size();
    }

    /** Closes the connections: those not in use now, the others after the messages that are under way. Waits for none. */
    @Override
    public void close() {
        pool.close();
    }

    /**
     * Closes the pool and waits for the messages that are under way. What is not done by then is cut, and reported to
     * its sender as what it is: not tried, or unknown.
     *
     * @param patience how long to wait
     * @return true if nothing had to be cut
     */
    public boolean close(Duration patience) {
        boolean done = pool.close(patience);
        lent.forEach(SmtpSession::abort);
        return done;
    }

    /** Names the server. */
    @Override
    public String toString() {
        return "pool of " + limits.connections() + " connections to " + server;
    }
}
