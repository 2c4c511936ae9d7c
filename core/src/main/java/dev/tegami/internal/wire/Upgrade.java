package dev.tegami.internal.wire;

/** What may change under the conversation once the server agreed: TLS, compression. */
public final class Upgrade {
    private final Wire wire;
    private final Opening opening;

    Upgrade(Wire wire, Opening opening) {
        this.wire = wire;
        this.opening = opening;
    }

    /** See {@link Wire#startTls()}. */
    void startTls() {
        if (wire.buffered() > 0) {
            throw wire.violation(
                    "the server sent " + wire.buffered() + " octets between its agreement to TLS and the handshake");
        }
        if (wire.out().pending() > 0) {
            throw new IllegalStateException("plaintext not flushed before TLS");
        }
        if (wire.isSecure()) {
            throw new IllegalStateException("TLS is on already");
        }
        opening.secure();
    }

    /** Begins compression, both ways, after the server agreed to it (RFC 4978). */
    public void compress() {
        if (wire.out().pending() > 0) {
            throw new IllegalStateException("plain text not flushed before compression");
        }
        wire.connection()
                .use(new DeflateTransport(
                        wire.connection().transport(), wire.in().take()));
        wire.tap().note("compressed");
    }

    /**
     * Says that the session goes on without TLS though it was tried, for the trace and the log.
     *
     * @param why what the server said or lacks
     */
    public void staysClear(String why) {
        opening.inClear(wire.redact(why));
    }
}
