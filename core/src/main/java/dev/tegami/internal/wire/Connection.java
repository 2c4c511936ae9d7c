package dev.tegami.internal.wire;

import dev.tegami.LimitExceeded;
import dev.tegami.net.Aborted;
import dev.tegami.net.ConnectFailed;
import dev.tegami.net.ConnectionLost;
import dev.tegami.net.NetException;
import dev.tegami.net.Server;
import dev.tegami.net.TimedOut;
import dev.tegami.net.TlsFailed;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The transport under a wire: every blocking call within the deadline of its step, every failure told by its cause. */
final class Connection {
    private static final int LEAST_PROGRESS = 1_024;

    private final Server server;
    private final Watch watch = new Watch();
    private final Recorder recorder;

    private volatile boolean aborted;
    private volatile @Nullable Transport transport;
    private @Nullable RuntimeException broken;
    private String during = "connect";
    private Duration span = Duration.ZERO;
    private long until;
    private long progressNanos;
    private long moved;

    Connection(Server server, String protocol) {
        this.server = server;
        this.recorder = new Recorder(server, protocol);
    }

    Server server() {
        return server;
    }

    Recorder recorder() {
        return recorder;
    }

    Watch watch() {
        return watch;
    }

    /** Work that blocks. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    void begin(String step, Duration limit) {
        during = step;
        recorder.begin(step);
        span = limit;
        until = Watch.now() + limit.toNanos();
        progressNanos = 0;
    }

    void beginBody(String step, Duration progress) {
        begin(step, progress);
        progressNanos = progress.toNanos();
        moved = 0;
    }

    /** Runs blocking work within the deadline of the step. */
    <T> T within(Work<T> work) {
        checkUsable();
        try {
            arm();
            T result = work.run();
            disarm();
            return result;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    void use(Transport other) {
        transport = other;
        watch.target(other::abort);
        if (aborted) {
            other.abort();
        }
    }

    Transport transport() {
        Transport current = transport;
        if (current == null) {
            throw new IllegalStateException("not connected");
        }
        return current;
    }

    int read(byte[] room, int from, int length) {
        checkUsable();
        int got;
        try {
            arm();
            recorder.waiting();
            got = transport().input().read(room, from, length);
            disarm();
        } catch (IOException e) {
            throw failure(e);
        }
        if (got <= 0) {
            throw ended();
        }
        recorder.received(got);
        progress(got);
        return got;
    }

    /** Reads what comes within the time, 0 if nothing does; this wait has no other deadline. */
    int poll(byte[] room, int from, int length, Duration longest) {
        checkUsable();
        int got;
        try {
            recorder.waiting();
            got = transport().poll(room, from, length, longest);
        } catch (IOException e) {
            throw failure(e);
        }
        if (got < 0) {
            throw ended();
        }
        recorder.received(got);
        return got;
    }

    void write(byte[] octets, int from, int length) {
        checkUsable();
        try {
            arm();
            recorder.waiting();
            transport().output().write(octets, from, length);
            disarm();
        } catch (IOException e) {
            throw failure(e);
        }
        recorder.sent(length);
        progress(length);
    }

    private void arm() throws IOException {
        if (!watch.arm(until)) {
            throw new IOException("the time was over");
        }
    }

    private void disarm() throws IOException {
        if (!watch.disarm()) {
            throw new IOException("the time ran out");
        }
    }

    /** A body that moves earns more time; a trickle does not. */
    private void progress(int octets) {
        if (progressNanos != 0) {
            moved += octets;
            if (moved >= LEAST_PROGRESS) {
                moved = 0;
                until = Watch.now() + progressNanos;
            }
        }
    }

    void checkUsable() {
        RuntimeException cause = broken;
        if (cause != null) {
            throw new ConnectionLost(
                    server,
                    during,
                    "the connection is closed since: " + cause.getMessage(),
                    "open a new session",
                    cause);
        }
    }

    private NetException ended() {
        if (aborted) {
            return broke(new Aborted(server, during, "the session was aborted", ""));
        }
        return broke(new ConnectionLost(
                server, during, "the server closed the connection before the end of its answer", "open a new session"));
    }

    /** Closes the connection and says why, by the cause that came first. */
    NetException failure(IOException cause) {
        return broke(named(cause));
    }

    private NetException named(IOException cause) {
        if (watch.hasFired()) {
            return new TimedOut(server, during, "not done within " + span, "raise the deadline or try later", cause);
        }
        if (aborted) {
            return new Aborted(server, during, "the session was aborted", "", cause);
        }
        if (cause instanceof ClosedByInterruptException
                || Thread.currentThread().isInterrupted()) {
            return new Aborted(server, during, "the thread was interrupted", "", cause);
        }
        if (cause instanceof SSLException tls) {
            TlsTrouble trouble = new TlsTrouble(tls);
            return new TlsFailed(server, during, trouble.reason(), trouble.advice(), cause);
        }
        if (transport == null) {
            return new ConnectFailed(server, during, reason(cause), "check host and port", cause);
        }
        return new ConnectionLost(server, during, reason(cause), "open a new session", cause);
    }

    private static String reason(IOException cause) {
        String text = cause.getMessage();
        return text == null ? cause.getClass().getSimpleName() : text;
    }

    /** Remembers the first failure and closes; what is under way on the server is not our business any more. */
    <E extends RuntimeException> E broke(E error) {
        if (broken == null) {
            broken = error;
            recorder.end(error.getClass().getSimpleName());
            WireLog.LOG.log(Level.DEBUG, () -> server + ": " + error.getMessage());
        }
        cut();
        return error;
    }

    boolean isBroken() {
        return broken != null || aborted;
    }

    LimitExceeded limitExceeded(String limit, long value) {
        return broke(new LimitExceeded(
                "WireLimits." + limit, value, "raise it if you trust " + server + " (during " + during + ")"));
    }

    String during() {
        return during;
    }

    void abort() {
        aborted = true;
        cut();
    }

    /** Closes in good form if nothing broke; within the time, or else at once. */
    void close(Duration longest) {
        if (broken == null && transport != null) {
            begin("close", longest);
            try {
                arm();
                transport().close();
                disarm();
            } catch (IOException e) {
                WireLog.LOG.log(Level.DEBUG, "closing " + server, e);
            }
            broken = new IllegalStateException("closed");
            recorder.end("closed");
            WireLog.LOG.log(Level.DEBUG, () -> server + ": closed");
        }
        cut();
        watch.target(null);
    }

    private void cut() {
        Transport current = transport;
        if (current != null) {
            current.abort();
        } else {
            watch.cut();
        }
    }
}
