package dev.tegami.imap;

import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Deadlines;
import dev.tegami.net.WireLimits;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import dev.tegami.testkit.TestPki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A server with folders that tests change behind its clients' backs, with as many abilities as wanted, that cuts
 * connections and refuses them when told to.
 */
final class ModelServer implements AutoCloseable {
    /** What the server can do. */
    enum Ability {
        PLAIN(""),
        ESEARCH(" ESEARCH"),
        CONDSTORE(" CONDSTORE"),
        QRESYNC(" ENABLE UNSELECT CONDSTORE QRESYNC ESEARCH");

        private final String words;

        Ability(String words) {
            this.words = words;
        }

        boolean hasEsearch() {
            return words.contains("ESEARCH");
        }

        boolean hasModSeq() {
            return this == CONDSTORE || this == QRESYNC;
        }
    }

    /** Where in its work with a client something else may happen. */
    enum Moment {
        SELECT_HEARD,
        SELECTED,
        UID_HEARD,
        UID_LINE_SENT,
        UID_DATA_SENT,
        UID_DONE,
        IDLE_HEARD,
        IDLE_SETTLED,
        IDLE_CONTINUED,
        DONE_HEARD,
        DONE_SETTLED
    }

    private final Ability ability;
    private final String more;
    private final ModelFolders folders;
    private final ScriptedServer server;
    private final Set<Talk> talks = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lines = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger farewells = new AtomicInteger();
    private final AtomicInteger idles = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile int most = Integer.MAX_VALUE;
    private volatile boolean isDown;
    private volatile boolean isDeaf;
    private volatile boolean isNoisy;
    private volatile boolean isLate;
    private volatile boolean isWide;
    private volatile Consumer<Moment> other = moment -> {};

    ModelServer(Ability ability, String more, ModelFolder folder) {
        this(ability, more, new ModelFolders().with("INBOX", folder));
    }

    ModelServer(Ability ability, String more, ModelFolders folders) {
        this.ability = ability;
        this.more = more;
        this.folders = folders;
        this.server = ScriptedServer.plain(this::serve);
    }

    private void serve(Talk talk) throws IOException {
        talks.add(talk);
        accepted.incrementAndGet();
        try {
            if (talks.size() > most) {
                talk.send("* BYE [LIMIT] too many connections");
            } else if (!isDown) {
                new ModelSession(this, talk).run();
            }
        } finally {
            talks.remove(talk);
        }
    }

    /** Ends all connections at once. */
    void cut() {
        talks.forEach(ModelServer::reset);
    }

    private static void reset(Talk talk) {
        try {
            talk.reset();
        } catch (SocketException e) {
            System.getLogger("dev.tegami.testkit").log(System.Logger.Level.DEBUG, "it has ended already", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts the next connection that sends so many lines. */
    void cutAfter(int sent) {
        lines.set(sent);
    }

    /** Whether new connections end at once. */
    void down(boolean down) {
        isDown = down;
    }

    /** Whether what clients say is not answered. */
    void deaf(boolean deaf) {
        isDeaf = deaf;
    }

    /** Whether each IDLE is told that messages are there, though nothing happened. */
    void noisy(boolean noisy) {
        isNoisy = noisy;
    }

    /** Whether messages that came are told no earlier than by NOOP and IDLE, as servers do that hear of them by others. */
    void late(boolean late) {
        isLate = late;
    }

    /** Whether VANISHED names a span from the first to the last of neighbours that went, with UIDs nobody had. */
    void wide(boolean wide) {
        isWide = wide;
    }

    boolean isWide() {
        return isWide;
    }

    /** Lets something happen at moments of the work, on its thread. */
    void meanwhile(Consumer<Moment> work) {
        other = work;
    }

    /** Lets something happen once, at the next such moment. */
    void once(Moment when, Runnable work) {
        once(when, 1, work);
    }

    /** The same at the moment that is so many away. */
    void once(Moment when, int count, Runnable work) {
        AtomicInteger left = new AtomicInteger(count);
        other = moment -> {
            if (moment == when && left.decrementAndGet() == 0) {
                work.run();
            }
        };
    }

    void happen(Moment moment) {
        other.accept(moment);
    }

    boolean isDeaf() {
        return isDeaf;
    }

    boolean isNoisy() {
        return isNoisy;
    }

    boolean isLate() {
        return isLate;
    }

    /** Whether the connection is to be cut now. */
    boolean isLast() {
        if (lines.getAndDecrement() > 0) {
            return false;
        }
        lines.set(Integer.MAX_VALUE);
        return true;
    }

    Ability ability() {
        return ability;
    }

    String capabilities() {
        return "IMAP4rev1" + ability.words + more;
    }

    ModelFolders folders() {
        return folders;
    }

    void left() {
        farewells.incrementAndGet();
    }

    void waited() {
        idles.incrementAndGet();
    }

    /** How many connections are allowed at a time. */
    void most(int connections) {
        most = connections;
    }

    /** How many connections there were. */
    int accepted() {
        return accepted.get();
    }

    /** How many clients said goodbye. */
    int farewells() {
        return farewells.get();
    }

    /** How often a client began to wait. */
    int idles() {
        return idles.get();
    }

    Imap imap() {
        ConnectOptions options = ConnectOptions.of(server.at())
                .deadlines(Deadlines.all(Duration.ofSeconds(20)))
                .limits(WireLimits.defaults().line(1 << 24).reply(1 << 26))
                .tls(TestPki.shared().trusting());
        return Imap.at("localhost").with(options);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Work that may fail as connections do. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }
}
