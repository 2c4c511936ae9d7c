package dev.tegami.smtp;

import dev.tegami.mime.Message;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Connector;
import dev.tegami.net.PoolLimits;
import dev.tegami.net.Route;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import java.nio.file.Path;

/**
 * The door of LMTP (RFC 2033), by which a mail system hands messages to the store that keeps them: SMTP with an answer
 * for each recipient after the message. An immutable value; every method but {@link #open} and {@link #send} makes a
 * changed copy and touches no network. Safe to share among threads.
 *
 * <pre>{@code
 * Receipt receipt = Lmtp.unix(Path.of("/run/dovecot/lmtp")).send(message, envelope);
 * }</pre>
 */
public final class Lmtp extends Connector<Lmtp> {
    private final Manner manner;

    private Lmtp(ConnectOptions options, Manner manner) {
        super(options);
        this.manner = manner;
    }

    /**
     * Goes to a server: port 24, STARTTLS required. On the same machine {@link #insecurePlaintext()} loses nothing.
     *
     * @param host its name, which its certificate must carry
     * @return the connector
     * @throws IllegalArgumentException if that is no host name
     */
    public static Lmtp at(String host) {
        Server server = new Server(host, Server.DEFAULT_PORT, Security.STARTTLS_REQUIRED);
        return new Lmtp(ConnectOptions.of(server), Manner.of(Dialect.LMTP));
    }

    /**
     * Goes to a server behind a Unix-domain socket of this machine, without TLS, which nobody could break into there.
     *
     * @param socket its path
     * @return the connector
     */
    public static Lmtp unix(Path socket) {
        Server server = new Server("localhost", Server.DEFAULT_PORT, Security.INSECURE_PLAINTEXT);
        return new Lmtp(ConnectOptions.of(server).route(Route.unixSocket(socket)), Manner.of(Dialect.LMTP));
    }

    /**
     * Introduces the client by a name.
     *
     * @param name a domain name, or an address literal in brackets
     * @return the changed copy
     * @throws IllegalArgumentException if that is neither
     */
    public Lmtp introducedAs(String name) {
        return new Lmtp(options(), manner.introducedAs(name));
    }

    /**
     * Hands messages over in counted chunks as {@link Smtp#inChunks()} does.
     *
     * @return the changed copy
     */
    public Lmtp inChunks() {
        return new Lmtp(options(), manner.inChunks());
    }

    @Override
    protected Lmtp with(ConnectOptions other) {
        return new Lmtp(other, manner);
    }

    /**
     * Connects, protects, logs in.
     *
     * @return a session, which the caller closes
     * @throws dev.tegami.net.NetException as {@link Smtp#open()} does
     */
    public SmtpSession open() {
        return SmtpSession.open(options(), manner);
    }

    /**
     * Hands over one message over a session of its own.
     *
     * @param message the message; its Bcc is taken out
     * @param envelope from whom and to whom
     * @return what became of each recipient; at least one was accepted
     * @throws SmtpRefused if the server accepted nobody
     * @throws DeliveryUnknown if the connection was lost before the server's word on each recipient
     * @throws dev.tegami.net.NetException as {@link #open()} does
     */
    public Receipt send(Message message, Envelope envelope) {
        try (SmtpSession session = open()) {
            return session.send(message, envelope);
        }
    }

    /**
     * Makes a pool of sessions, which opens them when they are needed.
     *
     * @param limits how many at a time, and how long they are kept
     * @param pace how many messages go over each, and at which rate over all
     * @return the pool, which the caller closes
     */
    public SmtpPool pool(PoolLimits limits, Pace pace) {
        return new SmtpPool(options().server(), limits, pace, this::open);
    }
}
