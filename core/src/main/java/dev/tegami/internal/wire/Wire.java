package dev.tegami.internal.wire;

import dev.tegami.LimitExceeded;
import dev.tegami.net.ConnectFailed;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.ConnectionLost;
import dev.tegami.net.NetException;
import dev.tegami.net.ProtocolViolation;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import dev.tegami.net.TimedOut;
import dev.tegami.net.TlsFailed;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/**
 * The one connection to a server, under all three protocols: lines and bodies in, commands and bodies out, each within
 * a deadline and a limit, TLS from the start or by upgrade, everything traced without secrets.
 *
 * <p>A protocol frames each command like this; nothing is sent before {@link #flush()} (or a full buffer of 32 KiB), so
 * commands pipeline by writing several and flushing once:
 *
 * <pre>{@code
 * wire.begin("NOOP", deadlines.command());
 * wire.text("NOOP").crlf().flush();
 * Line answer = wire.line();
 * }</pre>
 *
 * <p>One thread at a time; only {@link #abort()} may come from another. After the first {@link NetException} or
 * {@link LimitExceeded} thrown from here the connection is closed, and later calls throw {@link ConnectionLost}.
 */
public final class Wire implements AutoCloseable {
    private final ConnectOptions options;
    private final Protocol protocol;
    private final Connection connection;
    private final Tap tap;
    private final Inbound in;
    private final Outbound out;
    private final ReplyBudget budget;
    private final Opening opening;

    private Wire(ConnectOptions options, Protocol protocol) {
        Server server = protocol.reached(options.server());
        this.options = options;
        this.protocol = protocol;
        this.connection = new Connection(server, protocol.name());
        this.tap = new Tap(server, options.trace());
        this.in = new Inbound(connection);
        this.out = new Outbound(connection);
        this.budget = new ReplyBudget(connection, options.limits());
        this.opening = new Opening(options, connection, tap);
    }

    /**
     * Connects, and shakes hands where TLS is implicit. The greeting is yet to be read; its deadline runs.
     *
     * @param options where to and how
     * @param protocol which protocol
     * @return the connection
     * @throws ConnectFailed if no address answers
     * @throws TlsFailed if the handshake fails or the certificate is not to be trusted
     * @throws TimedOut if a deadline ran out
     */
    public static Wire dial(ConnectOptions options, Protocol protocol) {
        Wire wire = new Wire(options, protocol);
        wire.opening.connect();
        if (options.server().security() == Security.IMPLICIT_TLS && !wire.isSecure()) {
            wire.opening.secure();
        }
        wire.begin("greeting", options.deadlines().greeting());
        return wire;
    }

    /**
     * Speaks over a transport that is connected already, as tests do. TLS is not begun; the greeting's deadline runs.
     *
     * @param transport the transport
     * @param options the limits, deadlines, trace and name of the server
     * @param protocol which protocol
     * @return the connection
     */
    public static Wire over(Transport transport, ConnectOptions options, Protocol protocol) {
        Wire wire = new Wire(options, protocol);
        wire.connection.use(transport);
        wire.begin("greeting", options.deadlines().greeting());
        return wire;
    }

    /**
     * Gives the options.
     *
     * @return the options
     */
    public ConnectOptions options() {
        return options;
    }

    /**
     * Gives the server with its real port.
     *
     * @return the server
     */
    public Server server() {
        return connection.server();
    }

    /**
     * Gives the protocol.
     *
     * @return the protocol
     */
    public Protocol protocol() {
        return protocol;
    }

    /**
     * Gives the step that is under way, for errors of the protocol's own.
     *
     * @return what {@link #begin} was told
     */
    public String during() {
        return connection.during();
    }

    /**
     * Tells whether the connection can be used, as far as is known here.
     *
     * @return false after an error, an abort or a close
     */
    public boolean isUsable() {
        return !connection.isBroken();
    }

    /**
     * Tells whether TLS protects the connection.
     *
     * @return true after a handshake
     */
    public boolean isSecure() {
        return connection.transport().isSecure();
    }

    /**
     * Tells whether nobody between us and the server can listen: TLS, or a Unix-domain socket.
     *
     * @return true if a password may travel in clear inside
     */
    public boolean isPrivate() {
        return connection.transport().isPrivate();
    }

    /**
     * Begins a step: a command, a group of pipelined commands, or a wait. All writes and reads until the next
     * {@code begin} share its time. Time between blocking calls counts, yet an idle session is never closed by it.
     *
     * @param step what errors call it, without secrets, such as {@code MAIL FROM}
     * @param limit how long it may take from now
     */
    public void begin(String step, Duration limit) {
        connection.begin(step, limit);
        budget.reset();
    }

    /**
     * Begins a body, in or out, of any length: it may take as long as it keeps moving, see {@link
     * dev.tegami.net.Deadlines#progress()}. {@link #bodies} do not begin one themselves.
     *
     * @param step what errors call it
     */
    public void beginBody(String step) {
        connection.beginBody(step, options.deadlines().progress());
        budget.reset();
    }

    /** Begins to count another reply against the limits; {@link #begin} does so too. */
    public void newReply() {
        budget.reset();
    }

    /**
     * Reads a line. It is a slice, valid until the next read.
     *
     * @return the line, without CRLF (or bare LF)
     * @throws LimitExceeded for a line longer than {@link dev.tegami.net.WireLimits#line()}, or a reply of too many lines or octets
     */
    public Line line() {
        connection.checkUsable();
        Line line = in.line(options.limits().line());
        budget.take(line.length());
        tap.received(line);
        return line;
    }

    /**
     * Tells how many octets are here without waiting.
     *
     * @return the octets in the read buffer
     */
    public int buffered() {
        return in.buffered();
    }

    /** Gives memory away before a long wait; thousands of sessions may wait at a time. Flush first. */
    public void rest() {
        out.rest();
    }

    /**
     * Waits until there is something to read, without ending the connection when there is not. Flush first. While it
     * waits, and only then, another thread may {@link #begin} a step and write it.
     *
     * @param longest the longest wait, at least a millisecond
     * @return true if an octet is here, false if the time ran out
     * @throws ConnectionLost if the connection ended
     */
    public boolean await(Duration longest) {
        return in.await(longest);
    }

    /**
     * Reads an exact number of octets into an array.
     *
     * @param target the array
     * @param from the first place
     * @param length the number of octets
     */
    public void read(byte[] target, int from, int length) {
        connection.checkUsable();
        in.exactly(target, from, length);
        tap.receivedOctets(length);
    }

    /**
     * Gives the bodies, in and out.
     *
     * @return the bodies of this connection
     */
    public Bodies bodies() {
        return new Bodies(this);
    }

    /**
     * Gives what may change under the conversation.
     *
     * @return TLS and compression of this connection
     */
    public Upgrade upgrade() {
        return new Upgrade(this, opening);
    }

    /**
     * Writes a part of a command as UTF-8.
     *
     * @param part the text
     * @return this
     * @throws IllegalArgumentException for CR, LF, NUL or half a character; nothing of it is written then
     */
    public Wire text(CharSequence part) {
        out.text(part);
        tap.sent(part);
        return this;
    }

    /**
     * Writes a part of a command that is a secret, or derived from one: the trace shows {@code ***}.
     *
     * @param part the text
     * @return this
     * @throws IllegalArgumentException for CR, LF, NUL or half a character; nothing of it is written then
     */
    public Wire secret(CharSequence part) {
        tap.protect(part.toString());
        out.text(part);
        tap.sentSecret();
        return this;
    }

    /**
     * Ends a command line.
     *
     * @return this
     */
    public Wire crlf() {
        out.octet('\r');
        out.octet('\n');
        tap.sentLine();
        return this;
    }

    /**
     * Writes octets as they are, such as a literal or a chunk. The trace shows their number.
     *
     * @param octets the octets
     * @param from the first
     * @param length how many
     * @return this
     */
    public Wire octets(byte[] octets, int from, int length) {
        out.octets(octets, from, length);
        tap.sentOctets(length);
        return this;
    }

    /** Sends all that was written. */
    public void flush() {
        out.flush();
    }

    /**
     * Says that a text is secret: wherever it (or its base64) would show in the trace or in {@link #redact}, there are
     * asterisks instead. {@link #secret} does so by itself.
     *
     * @param secret the text
     */
    public void protect(String secret) {
        tap.protect(secret);
    }

    /**
     * Takes known secrets out of a text of the server, for use in an error.
     *
     * @param text the text
     * @return the text with asterisks
     */
    public String redact(String text) {
        return tap.redact(text);
    }

    Optional<SSLSocket> tlsSocket() {
        return connection.transport().tls();
    }

    Connection connection() {
        return connection;
    }

    Inbound in() {
        return in;
    }

    Outbound out() {
        return out;
    }

    Tap tap() {
        return tap;
    }

    /** Ends the connection for a reason of ours. */
    <E extends RuntimeException> E broke(E error) {
        return connection.broke(error);
    }

    /**
     * Begins TLS after the server agreed to STARTTLS or STLS. Forget all that was learnt before.
     *
     * @throws ProtocolViolation if the server sent more than its agreement: what came before TLS must not count after (CVE-2011-0411)
     * @throws TlsFailed if the handshake fails or the certificate is not to be trusted
     */
    public void startTls() {
        upgrade().startTls();
    }

    /**
     * Closes the connection because the server broke its protocol.
     *
     * @param what what it did, without secrets
     * @return the error, to be thrown
     */
    public ProtocolViolation violation(String what) {
        return connection.broke(new ProtocolViolation(
                server(), during(), redact(what), "report this with a trace to the server's maker or to us"));
    }

    /**
     * Closes the connection because the server sent too much.
     *
     * @param limit the name in {@link dev.tegami.net.WireLimits}
     * @param value its value
     * @return the error, to be thrown
     */
    public LimitExceeded limitExceeded(String limit, long value) {
        return connection.limitExceeded(limit, value);
    }

    /** Ends the connection at once, from any thread: what is under way throws {@link dev.tegami.net.Aborted}. */
    public void abort() {
        connection.abort();
    }

    /** Closes the connection; waits for nobody longer than {@link dev.tegami.net.Deadlines#close()}. Does not throw. */
    @Override
    public void close() {
        connection.close(options.deadlines().close());
        tap.note("closed");
    }
}
