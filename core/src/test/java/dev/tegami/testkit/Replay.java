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
import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * Lets a client meet a transcript: whole, one octet at a time, cut at every octet, and over real sockets, with TLS and
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
        MemoryTransport memory = new MemoryTransport(transcript, mostAtOnce, Integer.MAX_VALUE);
        client.talk(Wire.over(memory, options(), protocol));
        memory.finish();
    }

    /** Cut after each octet of the server: the client must end with a MailException, or, in its farewell, at all. */
    public void cutAtEveryByte(Client client) {
        int all = transcript.serverOctets(false);
        int mustFail = transcript.serverOctets(true);
        for (int octets = 0; octets < all; octets++) {
            MemoryTransport memory = new MemoryTransport(transcript, Integer.MAX_VALUE, octets);
            Wire wire = Wire.over(memory, options(), protocol);
            Throwable error = catchThrowable(() -> client.talk(wire));
            if (error != null || octets < mustFail) {
                assertThat(error)
                        .as("%s cut after octet %s of %s", transcript, octets, all)
                        .isInstanceOf(MailException.class);
            }
        }
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

    private ConnectOptions options() {
        return change.apply(ConnectOptions.of(new Server("localhost", 0, transcript.security()))
                .deadlines(PATIENCE)
                .tls(TestPki.shared().trusting()));
    }
}
