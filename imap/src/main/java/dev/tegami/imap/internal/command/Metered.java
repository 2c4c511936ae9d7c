package dev.tegami.imap.internal.command;

import dev.tegami.net.Receive;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A place for a piece that counts what comes. */
final class Metered<T> implements Receive.Sink<T> {
    private final Receive.Sink<T> sink;
    private final OutputStream stream;

    Metered(Receive.Sink<T> sink, Meter meter) {
        this.sink = sink;
        this.stream = new FilterOutputStream(sink.stream()) {
            @Override
            public void write(byte[] octets, int from, int length) throws IOException {
                out.write(octets, from, length);
                meter.add(0, length);
            }
        };
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public T commit() throws IOException {
        return sink.commit();
    }

    @Override
    public void abandon() {
        sink.abandon();
    }
}
