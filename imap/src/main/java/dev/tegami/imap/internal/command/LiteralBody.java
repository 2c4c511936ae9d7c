package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.wire.Script;
import dev.tegami.internal.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The octets of literals on their way out. A source that breaks ends the connection: the server waits for the rest. */
final class LiteralBody {
    private LiteralBody() {}

    /** Messages that are sent are literals. */
    static void expect(Script script, Meter meter) {
        long octets = 0;
        int count = 0;
        for (Script.Piece piece : script.pieces()) {
            if (piece instanceof Script.Literal literal) {
                octets += literal.size();
                count++;
            }
        }
        meter.expect(count, octets);
    }

    static void write(Script.Literal literal, Wire wire, Meter meter) {
        Counted counted = new Counted(wire.bodies().outgoing(), literal.size(), meter);
        try {
            literal.body().writeTo(counted);
        } catch (IOException e) {
            wire.abort();
            throw new UncheckedIOException("the source of a literal broke; the connection is closed", e);
        } catch (RuntimeException e) {
            wire.abort();
            throw e;
        }
        if (!counted.isComplete()) {
            wire.abort();
            throw new IllegalStateException("a literal is shorter than it said; the connection is closed");
        }
    }
}
