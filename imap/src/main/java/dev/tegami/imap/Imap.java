package dev.tegami.imap;

import dev.tegami.imap.internal.command.Conversation;
import dev.tegami.imap.internal.command.Opening;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Connector;
import dev.tegami.net.PoolLimits;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import dev.tegami.net.WireLimits;

/**
 * The way to an IMAP server (RFC 3501, RFC 9051): an immutable value, safe to share. TLS from the first octet on port
 * 993 unless another kind of protection is named.
 *
 * <pre>{@code
 * try (ImapSession imap = Imap.at("imap.example.org").login("ada", secret).open()) {
 *     Folder inbox = imap.select("INBOX");
 *     for (Summary s : inbox.fetch(inbox.search(Search.unseen()), Fetch.ENVELOPE, Fetch.FLAGS)) {
 *         System.out.println(s.subject().orElse("(none)"));
 *     }
 * }
 * }</pre>
 */
public final class Imap extends Connector<Imap> {
    private static final int LINE = 16 * 1024 * 1024; // SEARCH without ESEARCH names a million messages in one line
    private static final int REPLY = 64 * 1024 * 1024; // several sections of one message, each within literal

    private final boolean compressed;

    private Imap(ConnectOptions options, boolean compressed) {
        super(options);
        this.compressed = compressed;
    }

    /**
     * Names the server.
     *
     * @param host its host name or address
     * @return a connector with TLS from the first octet, port 993
     */
    public static Imap at(String host) {
        return new Imap(
                ConnectOptions.of(new Server(host, Server.DEFAULT_PORT, Security.IMPLICIT_TLS))
                        .limits(WireLimits.defaults().line(LINE).reply(REPLY)),
                false);
    }

    @Override
    protected Imap with(ConnectOptions other) {
        return new Imap(other, compressed);
    }

    /**
     * Compresses what travels, after the login, where the server has COMPRESS=DEFLATE (RFC 4978). It pays on slow
     * links; what is compressed tells an eavesdropper of TLS a little more by its length.
     *
     * @return the changed value
     */
    public Imap compressed() {
        return new Imap(options(), true);
    }

    /**
     * Names folders to watch. Nothing happens until {@link FolderWatch#start(WatchListener)}.
     *
     * @param folders their names, at least one; the first is the one whose news come fastest
     * @return how to watch them, with good values for all that can be set
     */
    public FolderWatch watch(String... folders) {
        return FolderWatch.of(this, folders);
    }

    /**
     * Prepares connections for work in several folders at once. None is opened before it is needed.
     *
     * @param limits how many, and how long they are kept
     * @return the pool, to be closed
     */
    public ImapPool pool(PoolLimits limits) {
        return new ImapPool(this, limits);
    }

    /**
     * Connects, protects the connection and logs in.
     *
     * @return the session, to be closed
     * @throws dev.tegami.net.NetException if that fails: {@code ConnectFailed}, {@code TlsFailed}, {@code
     *     AuthenticationFailed}, {@code TimedOut}, {@link ImapRefused} and others
     */
    public ImapSession open() {
        Conversation conversation = Opening.open(options());
        if (compressed) {
            Opening.compress(conversation);
        }
        return new ImapSession(conversation);
    }
}
