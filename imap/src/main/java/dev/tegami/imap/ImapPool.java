package dev.tegami.imap;

import dev.tegami.internal.wire.Pool;
import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.NetException;
import dev.tegami.net.PoolLimits;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Connections for work in several folders at once, a bounded number of them, kept between uses. Safe to use from many
 * threads; the work runs on the thread that asks for it, and the pool has no thread of its own. A connection that broke
 * while it was kept is replaced before the work begins; work that began is never repeated. A server that allows fewer
 * connections than the pool is believed.
 *
 * <pre>{@code
 * try (ImapPool pool = imap.pool(PoolLimits.of(4))) {
 *     Map<String, Integer> unread = folders.parallelStream().collect(toMap(
 *             name -> name, name -> pool.examine(name, folder -> folder.search(Search.unseen()).size())));
 * }
 * }</pre>
 */
public final class ImapPool implements AutoCloseable {
    private final Pool<ImapSession> pool;

    ImapPool(Imap imap, PoolLimits limits) {
        this.pool = new Pool<>(imap.options().server(), limits, new Keeper(imap));
    }

    private record Keeper(Imap imap) implements Pool.Keeper<ImapSession> {
        @Override
        public ImapSession open() {
            return imap.open();
        }

        @Override
        public boolean isUsable(ImapSession session) {
            return session.isUsable();
        }

        @Override
        public void close(ImapSession session) {
            session.close();
        }

        @Override
        public boolean isFull(NetException refusal) {
            return refusal instanceof ImapRefused
                    || (refusal instanceof AuthenticationFailed denied && denied.isTransient());
        }
    }

    /**
     * Works in a folder for reading and changing. It is selected anew only where no connection has it selected; then
     * its news are asked for.
     *
     * @param folder the name
     * @param work what to do; the folder is not to be used after it
     * @param <R> what comes out
     * @return what came out
     * @throws NetException if there is no connection, or the folder cannot be selected
     */
    public <R> R select(String folder, Function<? super Folder, ? extends R> work) {
        return lend(session -> session.has(folder, false), session -> session.at(folder, false), work);
    }

    /**
     * Works in a folder for reading only.
     *
     * @param folder the name
     * @param work what to do; the folder is not to be used after it
     * @param <R> what comes out
     * @return what came out
     * @throws NetException if there is no connection, or the folder cannot be selected
     */
    public <R> R examine(String folder, Function<? super Folder, ? extends R> work) {
        return lend(session -> session.has(folder, true), session -> session.at(folder, true), work);
    }

    /**
     * Works with a connection, whatever folder is selected.
     *
     * @param work what to do; the session is not to be used after it, nor closed
     * @param <R> what comes out
     * @return what came out
     * @throws NetException if there is no connection
     */
    public <R> R session(Function<? super ImapSession, ? extends R> work) {
        return lend(
                session -> true,
                session -> {
                    session.noop();
                    return session;
                },
                work);
    }

    private <T, R> R lend(
            Predicate<ImapSession> preferred, Function<ImapSession, T> entry, Function<? super T, ? extends R> work) {
        while (true) {
            Pool.Lent<ImapSession> lent = pool.borrow(preferred);
            try {
                T entered = enter(lent, entry);
                if (entered != null) {
                    return work.apply(entered);
                }
            } finally {
                lent.session().listen(event -> {});
                lent.session().onProgress(progress -> {});
                pool.giveBack(lent);
            }
        }
    }

    /** Shows that the connection is alive; nothing if it was kept too long for that. */
    private static <T> @Nullable T enter(Pool.Lent<ImapSession> lent, Function<ImapSession, T> entry) {
        try {
            return entry.apply(lent.session());
        } catch (ImapRefused e) {
            throw e;
        } catch (NetException e) {
            if (lent.isFresh()) {
                throw e;
            }
            return null;
        }
    }

    /**
     * Counts the connections.
     *
     * @return how many are open, those in use included
     */
    public int connections() {
        return pool.size();
    }

    /** Closes the connections: those not in use now, the others after their work. */
    @Override
    public void close() {
        pool.close();
    }
}
