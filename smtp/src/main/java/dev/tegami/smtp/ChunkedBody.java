package dev.tegami.smtp;

import dev.tegami.smtp.internal.Bdat;
import dev.tegami.smtp.internal.LineGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The message in counted chunks (BDAT, RFC 3030 §2): octets as they are. One chunk is on its way while the next fills. */
final class ChunkedBody extends OutputStream implements MessageBody {
    /** Large enough that the round trip per chunk does not count, small enough to hold. */
    private static final int SIZE = 256 * 1024;

    private final Dialogue dialogue;
    private final Letter letter;
    private final byte[] chunk = new byte[SIZE];
    private int filled;
    private boolean awaiting;
    private boolean handedOver;
    private @Nullable Reply refusal;

    ChunkedBody(Dialogue dialogue, Letter letter) {
        this.dialogue = dialogue;
        this.letter = letter;
    }

    @Override
    public boolean isHandedOver() {
        return handedOver;
    }

    @Override
    public Optional<Reply> write() {
        try {
            fill();
        } catch (Stopped e) {
            return Optional.of(e.reply);
        } catch (IOException e) {
            settle();
            throw new UncheckedIOException("the message could not be read to its end; it was not sent", e);
        } catch (RuntimeException e) {
            settle(); // or the next command would get the answer to the chunk
            throw e;
        }
        Reply refused = settle();
        if (refused != null) {
            return Optional.of(refused);
        }
        handedOver = true;
        put(Bdat.Place.LAST);
        return Optional.empty();
    }

    private void fill() throws IOException {
        if (letter.isBinary()) {
            letter.writeTo(this);
            return;
        }
        LineGuard guard = new LineGuard(this, LineGuard.Dots.AS_THEY_ARE);
        letter.writeTo(guard);
        guard.endLine();
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == SIZE) {
                next();
            }
            int part = Math.min(length - done, SIZE - filled);
            System.arraycopy(octets, from + done, chunk, filled, part);
            filled += part;
            done += part;
        }
    }

    private void next() throws Stopped {
        Reply refused = settle();
        if (refused != null) {
            throw new Stopped(refused);
        }
        put(Bdat.Place.AMONG_OTHERS);
        awaiting = true;
    }

    /** Waits for the reply to the chunk before; a refusal ends the message. */
    private @Nullable Reply settle() {
        if (awaiting) {
            awaiting = false;
            Reply reply = dialogue.await("BDAT", dialogue.deadlines().dataEnd());
            refusal = reply.isPositive() ? null : reply;
        }
        return refusal;
    }

    private void put(Bdat.Place place) {
        dialogue.expectNothing();
        dialogue.wire().beginBody("BDAT");
        dialogue.put(new Bdat(filled, place));
        dialogue.wire().bodies().chunk(chunk, 0, filled);
        dialogue.wire().flush();
        filled = 0;
    }

    /** The server refused a chunk. */
    private static final class Stopped extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Reply reply;

        Stopped(Reply reply) {
            super(reply.toString());
            this.reply = reply;
        }
    }
}
