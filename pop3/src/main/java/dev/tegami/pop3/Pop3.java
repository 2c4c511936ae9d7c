package dev.tegami.pop3;

import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Connector;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import dev.tegami.pop3.internal.Opening;
import dev.tegami.store.Store;
import java.io.IOException;

/**
 * The way to a POP3 server (RFC 1939): an immutable value, safe to share. TLS from the first octet on port 995 unless
 * another kind of protection is named.
 *
 * <pre>{@code
 * try (Pop3Session session = Pop3.at("pop.example.org").login("ada", secret).open()) {
 *     for (Entry entry : session.entries()) {
 *         session.retrieve(entry, Receive.toFile(Path.of(entry.number() + ".eml")));
 *     }
 * }
 * }</pre>
 */
public final class Pop3 extends Connector<Pop3> {
    private final Opening.Charset charset;

    private Pop3(ConnectOptions options, Opening.Charset charset) {
        super(options);
        this.charset = charset;
    }

    /**
     * Names the server.
     *
     * @param host its host name or address
     * @return a connector with TLS from the first octet, port 995
     */
    public static Pop3 at(String host) {
        return new Pop3(
                ConnectOptions.of(new Server(host, Server.DEFAULT_PORT, Security.IMPLICIT_TLS)),
                Opening.Charset.AS_IT_IS);
    }

    @Override
    protected Pop3 with(ConnectOptions other) {
        return new Pop3(other, charset);
    }

    /**
     * Asks for the UTF-8 mode of RFC 6856, in which messages with UTF-8 headers come as they are. Opening a session
     * with a server that has no such mode fails.
     *
     * @return the changed copy
     */
    public Pop3 utf8() {
        return new Pop3(options(), Opening.Charset.UTF_8);
    }

    /**
     * Connects, protects the connection and logs in.
     *
     * @return the session, to be closed
     * @throws dev.tegami.net.NetException if that fails: {@code ConnectFailed}, {@code TlsFailed}, {@code
     *     AuthenticationFailed}, {@code TimedOut}, {@link Pop3Refused} and others
     */
    public Pop3Session open() {
        return new Pop3Session(Opening.open(options(), charset));
    }

    /**
     * Collects mail into a store: downloads what is new, stores it durably, and only then deletes what the policy does
     * not leave. Interrupted at any moment, the next run ends with every message in the store exactly once.
     *
     * @param store where to
     * @param seen the memory of this account
     * @param policy what to leave on the server
     * @return what was done
     * @throws IOException if the store or the memory fails; nothing was deleted then
     * @throws dev.tegami.net.NetException if the server or the network fails
     */
    public Collected collect(Store store, Seen seen, Policy policy) throws IOException {
        try (Pop3Session session = open()) {
            return session.collect(store, seen, policy);
        }
    }

    /**
     * Collects mail into a sink of the caller's own, which gets every message at least once: interrupted between the
     * sink and the memory, the next run gives it the same message again.
     *
     * @param sink where to
     * @param seen the memory of this account
     * @param policy what to leave on the server
     * @return what was done
     * @throws IOException if the sink or the memory fails; nothing was deleted then
     * @throws dev.tegami.net.NetException if the server or the network fails
     */
    public Collected collect(Sink sink, Seen seen, Policy policy) throws IOException {
        try (Pop3Session session = open()) {
            return session.collect(sink, seen, policy);
        }
    }
}
