package dev.tegami.smtp;

import dev.tegami.mime.Message;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Connector;
import dev.tegami.net.PoolLimits;
import dev.tegami.net.Security;
import dev.tegami.net.Server;

/**
 * The door of SMTP (RFC 5321) and message submission (RFC 6409): an immutable value; every method but {@link #open}
 * and {@link #send} makes a changed copy and touches no network. Safe to share among threads.
 *
 * <pre>{@code
 * Receipt receipt = Smtp.at("smtp.example.org").login("ada", secret).send(message);
 * }</pre>
 */
public final class Smtp extends Connector<Smtp> {
    private final Manner manner;

    private Smtp(ConnectOptions options, Manner manner) {
        super(options);
        this.manner = manner;
    }

    /**
     * Goes to a submission server: port 587, STARTTLS required. {@link #implicitTls()} means port 465.
     *
     * @param host its name, which its certificate must carry
     * @return the connector
     * @throws IllegalArgumentException if that is no host name
     */
    public static Smtp at(String host) {
        Server server = new Server(host, Server.DEFAULT_PORT, Security.STARTTLS_REQUIRED);
        return new Smtp(ConnectOptions.of(server), Manner.of(Dialect.SMTP));
    }

    /**
     * Introduces the client by a name. Servers that take mail from other servers want the sender's own host name.
     *
     * @param name a domain name, or an address literal in brackets
     * @return the changed copy
     * @throws IllegalArgumentException if that is neither
     */
    public Smtp introducedAs(String name) {
        return new Smtp(options(), manner.introducedAs(name));
    }

    /**
     * Hands messages over in counted chunks (BDAT, RFC 3030 §2) instead of lines behind DATA, where the server offers
     * CHUNKING. Binary messages always travel so. For others it means that no line of the message can be taken for its
     * end, at the price of a reply per 256 KiB; lines are what servers have seen most of. In a batch chunks wait for
     * nothing, so that a lost connection leaves up to sixteen outcomes unknown where lines leave one.
     *
     * @return the changed copy
     */
    public Smtp inChunks() {
        return new Smtp(options(), manner.inChunks());
    }

    @Override
    protected Smtp with(ConnectOptions other) {
        return new Smtp(other, manner);
    }

    /**
     * Connects, protects, logs in.
     *
     * @return a session, which the caller closes
     * @throws dev.tegami.net.ConnectFailed if nobody answers
     * @throws dev.tegami.net.TlsFailed if the connection cannot be protected as asked
     * @throws dev.tegami.net.AuthenticationFailed if the login fails
     * @throws SmtpRefused if the server wants no session
     * @throws dev.tegami.net.NetException for whatever else the network does
     */
    public SmtpSession open() {
        return SmtpSession.open(options(), manner);
    }

    /**
     * Sends one message over a session of its own, with the envelope its header names: {@link Envelope#of(Message)}.
     *
     * @param message the message; its Bcc is taken out
     * @return what became of each recipient; at least one was accepted
     * @throws SmtpRefused if the server accepted nobody
     * @throws DeliveryUnknown if the connection was lost before the server's last word
     * @throws dev.tegami.net.NetException as {@link #open()} does
     */
    public Receipt send(Message message) {
        return send(message, Envelope.of(message));
    }

    /**
     * Sends one message over a session of its own.
     *
     * @param message the message; its Bcc is taken out
     * @param envelope from whom and to whom
     * @return what became of each recipient; at least one was accepted
     * @throws SmtpRefused if the server accepted nobody
     * @throws DeliveryUnknown if the connection was lost before the server's last word
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
     * @return the pool, which the caller closes
     */
    public SmtpPool pool(PoolLimits limits) {
        return pool(limits, Pace.unhurried());
    }

    /**
     * Makes a pool of sessions with a pace.
     *
     * @param limits how many at a time, and how long they are kept
     * @param pace how many messages go over each, and at which rate over all
     * @return the pool, which the caller closes
     */
    public SmtpPool pool(PoolLimits limits, Pace pace) {
        return new SmtpPool(options().server(), limits, pace, this::open);
    }
}
