package dev.tegami.internal.wire;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;

/** Two streams to a peer: a socket, a Unix-domain channel, or memory. */
public interface Transport extends Closeable {
    /** The octets of the peer. */
    InputStream input();

    /** The octets to the peer. */
    OutputStream output();

    /** Closes at once, from any thread, without waiting for the peer. */
    void abort();
}
