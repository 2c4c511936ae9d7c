package dev.tegami.internal.wire;

import dev.tegami.net.Receive;
import java.io.IOException;
import java.io.OutputStream;

/** The bodies on a wire, in and out, of any length; {@link Wire#beginBody} begins the time of each. */
public final class Bodies {
    private final Wire wire;

    Bodies(Wire wire) {
        this.wire = wire;
    }

    /**
     * Streams an exact number of octets, as of an IMAP literal. If the receiver breaks, the rest is read and dropped
     * (up to 8 MiB, then the connection is closed) before its error is thrown.
     *
     * @param length the number of octets
     * @param receive where they go
     * @param <T> what comes out
     * @return what came out
     * @throws IOException if the receiver breaks
     */
    public <T> T receive(long length, Receive<T> receive) throws IOException {
        return new BodyIntake<>(wire.connection(), wire.tap(), receive.open(length))
                .of(spill -> wire.in().exactly(length, spill));
    }

    /**
     * Streams a body that ends with a lone dot, without the dots that protect its lines. The last line keeps its CRLF.
     *
     * @param announced the octets announced, or -1
     * @param receive where it goes
     * @param <T> what comes out
     * @return what came out
     * @throws IOException if the receiver breaks
     */
    public <T> T receiveUntilDot(long announced, Receive<T> receive) throws IOException {
        return new BodyIntake<>(wire.connection(), wire.tap(), receive.open(announced)).of(wire.in()::untilDot);
    }

    /**
     * Gives a stream for a body. It checks and changes nothing, {@code flush()} and {@code close()} flush the wire, and
     * failures of the connection come out as {@link dev.tegami.net.NetException}, so that an {@link IOException} is the source's own.
     *
     * @return the stream
     */
    public OutputStream outgoing() {
        return new BodyStream(wire, wire.out(), wire.tap(), BodyStream.End.FLUSHED);
    }

    /**
     * Gives a stream for a body that commands follow in the same breath: like {@link #outgoing()}, but {@code close()} leaves
     * what is buffered for {@link Wire#flush()}.
     *
     * @return the stream
     */
    public OutputStream pipelined() {
        return new BodyStream(wire, wire.out(), wire.tap(), BodyStream.End.KEPT);
    }

    /**
     * Writes a body of octets as they are, such as a chunk of BDAT (RFC 3030): a line of its own in the trace.
     *
     * @param octets the octets
     * @param from the first
     * @param length how many
     */
    public void chunk(byte[] octets, int from, int length) {
        wire.octets(octets, from, length);
        wire.tap().sentLine();
    }
}
