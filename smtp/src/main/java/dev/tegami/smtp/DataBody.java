package dev.tegami.smtp;

import dev.tegami.internal.wire.Wire;
import dev.tegami.smtp.internal.LineGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The message after DATA, ended by a lone dot (RFC 5321 §4.1.1.4). */
final class DataBody implements MessageBody {
    private static final byte[] END = {'.', '\r', '\n'};

    private final Dialogue dialogue;
    private final Letter letter;
    private boolean handedOver;

    DataBody(Dialogue dialogue, Letter letter) {
        this.dialogue = dialogue;
        this.letter = letter;
    }

    @Override
    public boolean isHandedOver() {
        return handedOver;
    }

    @Override
    public Optional<Reply> write() {
        Wire wire = dialogue.wire();
        wire.beginBody("message body");
        OutputStream out = wire.bodies().pipelined();
        boolean complete = false;
        try {
            LineGuard guard = new LineGuard(out, LineGuard.Dots.DOUBLED);
            letter.writeTo(guard);
            guard.endLine();
            complete = true;
            handedOver = true;
            out.write(END);
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the message could not be read to its end; the connection was cut", e);
        } finally {
            if (!complete) {
                wire.abort(); // half a message must not look like a whole one
            }
        }
        return Optional.empty();
    }
}
