package dev.tegami.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tegami.MailException;
import dev.tegami.internal.wire.Protocol;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Deadlines;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import dev.tegami.net.TimedOut;
import dev.tegami.testkit.MemoryTransport.End;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a client meet a transcript: whole, one octet at a time, cut and stalled at every octet, and over real sockets, with TLS and
 * without.
 *
 * <pre>{@code
 * Replay.of(Transcript.resource(getClass(), "postfix.txt"), SmtpSession.PROTOCOL).everyWay(wire -> {
 *     SmtpSession session = SmtpSession.over(wire);
 *     session.send(message);
 *     session.close();
 * });
 * }</pre>
 */
public final class Replay {
    private static final Deadlines PATIENCE = Deadlines.all(Duration.ofSeconds(20));
    private static final Deadlines IMPATIENCE = Deadlines.all(Duration.ofMillis(25));
    private static final int STALLS_AT_ONCE = 100;

    private final Transcript transcript;
    private final Protocol protocol;
    private final UnaryOperator<ConnectOptions> change;

    /** The client's part. It ends with an exception if the dialogue does not go as it should. */
    @FunctionalInterface
    public interface Client {
        /**
         * Talks.
         *
         * @param wire the connection, its greeting unread
         * @throws Exception if something is wrong
         */
        void talk(Wire wire) throws Exception;
    }

    private Replay(Transcript transcript, Protocol protocol, UnaryOperator<ConnectOptions> change) {
        this.transcript = transcript;
        this.protocol = protocol;
        this.change = change;
    }

    /** Prepares a replay. */
    public static Replay of(Transcript transcript, Protocol protocol) {
        return new Replay(transcript, protocol, UnaryOperator.identity());
    }

    /** Changes the options the client has, such as its login. */
    public Replay options(UnaryOperator<ConnectOptions> other) {
        return new Replay(transcript, protocol, other);
    }

    /** Every way there is. */
    public void everyWay(Client client) throws Exception {
        whole(client);
        byteByByte(client);
        cutAtEveryByte(client);
        stalledAtEveryByte(client);
        overSockets(client);
    }

    /** In pieces as large as the client reads. */
    public void whole(Client client) throws Exception {
        play(client, Integer.MAX_VALUE);
    }

    /** One octet per read. */
    public void byteByByte(Client client) throws Exception {
        play(client, 1);
    }

    private void play(Client client, int mostAtOnce) throws Exception {
        MemoryTransport memory = new MemoryTransport(transcript, mostAtOnce, Integer.MAX_VALUE, End.CUT);
        client.talk(Wire.over(memory, options(PATIENCE), protocol));
        memory.finish();
    }

    /** Cut after each octet of the server: the client must end with a MailException, or, in its farewell, at all. */
    public void cutAtEveryByte(Client client) {
        int all = transcript.serverOctets(false);
        int mustFail = transcript.serverOctets(true);
        for (int octets = 0; octets < all; octets++) {
            MemoryTransport memory = new MemoryTransport(transcript, Integer.MAX_VALUE, octets, End.CUT);
            Wire wire = Wire.over(memory, options(PATIENCE), protocol);
            Throwable error = catchThrowable(() -> client.talk(wire));
            if (error != null || octets < mustFail) {
                assertThat(error)
                        .as("%s cut after octet %s of %s", transcript, octets, all)
                        .isInstanceOf(MailException.class);
            }
        }
    }

    /**
     * Silent after each octet of the server: the client must end by its deadline, or, in its farewell, at all. The waits
     * overlap, since they are nothing but waits.
     */
    public void stalledAtEveryByte(Client client) throws Exception {
        ExecutorService waiting = Executors.newFixedThreadPool(STALLS_AT_ONCE);
        try {
            List<Future<?>> stalls = IntStream.range(0, transcript.serverOctets(false))
                    .<Future<?>>mapToObj(octets -> waiting.submit(() -> stalled(client, octets)))
                    .toList();
            for (Future<?> stall : stalls) {
                stall.get(1, TimeUnit.MINUTES);
            }
        } finally {
            waiting.shutdownNow();
        }
    }

    private void stalled(Client client, int octets) {
        MemoryTransport memory = new MemoryTransport(transcript, Integer.MAX_VALUE, octets, End.STALLED);
        Throwable error = catchThrowable(() -> client.talk(Wire.over(memory, options(IMPATIENCE), protocol)));
        if (error != null || octets < transcript.serverOctets(true)) {
            assertThat(error).as("%s silent after octet %s", transcript, octets).isInstanceOf(MailException.class);
            assertThat(causes(error)).hasAtLeastOneElementOfType(TimedOut.class);
        }
    }

    private static List<Throwable> causes(@Nullable Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause).toList();
    }

    /** Over real sockets: in the transcript's own kind of protection, and, where it is plaintext, within TLS too. */
    public void overSockets(Client client) throws Exception {
        real(transcript.security(), client);
        if (transcript.security() == Security.INSECURE_PLAINTEXT) {
            real(Security.IMPLICIT_TLS, client);
        }
    }

    private void real(Security security, Client client) throws Exception {
        try (ScriptedServer server =
                ScriptedServer.with(security, TestPki.shared().serverContext(), talk -> serve(talk))) {
            ConnectOptions there = change.apply(ConnectOptions.of(server.at())
                    .deadlines(PATIENCE)
                    .tls(TestPki.shared().trusting()));
            client.talk(Wire.dial(there, protocol));
        }
    }

    private void serve(Talk talk) throws IOException {
        for (Transcript.Step step : transcript.steps()) {
            switch (step.actor()) {
                case SERVER -> talk.raw(step.octets());
                case CLIENT -> talk.hear(step.octets());
                case TLS -> talk.startTls();
                case CLOSE -> talk.close();
                case FAREWELL -> {}
            }
        }
        talk.drain();
    }

    private ConnectOptions options(Deadlines deadlines) {
        return change.apply(ConnectOptions.of(new Server("localhost", 0, transcript.security()))
                .deadlines(deadlines)
                .tls(TestPki.shared().trusting()));
    }
}
