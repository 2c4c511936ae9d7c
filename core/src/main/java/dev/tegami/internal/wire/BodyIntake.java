package dev.tegami.internal.wire;

import dev.tegami.net.ConnectionLost;
import dev.tegami.net.Receive;
import java.io.IOException;

/** Takes one body in: what the receiver made counts only when the whole body came, and it is told to undo it otherwise. */
final class BodyIntake<T> {
    private final Connection connection;
    private final Tap tap;
    private final Receive.Sink<T> sink;

    /** A body of the wire. */
    interface Body {
        void pour(Spill spill) throws IOException;
    }

    BodyIntake(Connection connection, Tap tap, Receive.Sink<T> sink) {
        this.connection = connection;
        this.tap = tap;
        this.sink = sink;
    }

    T of(Body body) throws IOException {
        boolean complete = false;
        try {
            connection.checkUsable();
            Spill spill = new Spill(sink.stream());
            pour(body, spill);
            tap.receivedOctets(spill.count());
            spill.rethrow();
            complete = true;
            return sink.commit();
        } finally {
            if (!complete) {
                sink.abandon();
            }
        }
    }

    private void pour(Body body, Spill spill) throws IOException {
        boolean complete = false;
        try {
            body.pour(spill);
            complete = true;
        } finally {
            if (!complete && !connection.isBroken()) {
                connection.broke(new ConnectionLost(
                        connection.server(), connection.during(), "the receiver gave up", "open a new session"));
            }
        }
    }
}
