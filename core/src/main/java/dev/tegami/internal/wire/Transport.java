package dev.tegami.internal.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/**
 * Two streams to a peer: a socket, a Unix-domain channel, TLS over either, or memory. One thread reads and writes;
 * {@link #abort()} may come from any.
 */
public interface Transport extends Closeable {
    /** The octets of the peer. */
    InputStream input();

    /** The octets to the peer, unbuffered. */
    OutputStream output();

    /**
     * Reads like {@link #input()}, but for a limited time.
     *
     * @param room where the octets go
     * @param from the first place
     * @param length the most octets
     * @param span the longest wait
     * @return the number of octets, 0 when the time ran out, or -1 at the end
     * @throws IOException if the connection broke
     */
    int poll(byte[] room, int from, int length, Duration span) throws IOException;

    /** Closes at once, from any thread, without waiting for the peer. */
    void abort();

    /**
     * Tells whether nobody between us and the peer can listen: TLS, or the kernel of this machine.
     *
     * @return true if a password may travel in clear inside
     */
    boolean isPrivate();

    /**
     * Tells whether TLS is on.
     *
     * @return true after a handshake
     */
    default boolean isSecure() {
        return tls().isPresent();
    }

    /**
     * Gives the TLS socket, if there is one.
     *
     * @return the socket
     */
    default Optional<SSLSocket> tls() {
        return Optional.empty();
    }

    /**
     * Puts TLS on top; this transport then serves only as its carrier.
     *
     * @param upgrade makes and checks the TLS connection
     * @return the protected transport
     * @throws IOException if the handshake fails
     */
    default Transport secured(TlsUpgrade upgrade) throws IOException {
        return upgrade.over(this);
    }
}
