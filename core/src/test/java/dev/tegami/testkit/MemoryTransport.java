package dev.tegami.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.internal.wire.TlsUpgrade;
import dev.tegami.internal.wire.Transport;
import dev.tegami.net.Security;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A transcript as a transport, without sockets or threads: when the client reads, what it wrote is compared with the
 * steps before the server's next words. TLS is a step, not cryptography.
 */
public final class MemoryTransport implements Transport {
    private final Transcript transcript;
    private final int mostAtOnce;
    private final End end;
    private final CountDownLatch aborted = new CountDownLatch(1);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final InputStream input = new Input();
    private int step;
    private int offset;
    private int left;
    private boolean secure;

    /** What the server does when it has sent as many octets as it was told to. */
    public enum End {
        /** It closes the connection. */
        CUT,
        /** It keeps the connection open and says nothing more. */
        STALLED
    }

    /**
     * Plays a transcript.
     *
     * @param transcript the dialogue
     * @param mostAtOnce the most octets one read gives
     * @param serverOctets after how many octets the server ends
     * @param end how it ends then
     */
    public MemoryTransport(Transcript transcript, int mostAtOnce, int serverOctets, End end) {
        this.transcript = transcript;
        this.mostAtOnce = mostAtOnce;
        this.left = serverOctets;
        this.end = end;
        this.secure = transcript.security() == Security.IMPLICIT_TLS;
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return written;
    }

    @Override
    public int poll(byte[] room, int from, int length, Duration span) throws IOException {
        return isStalled() ? 0 : input.read(room, from, length);
    }

    private boolean isStalled() {
        return end == End.STALLED && left == 0;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public boolean isPrivate() {
        return secure;
    }

    @Override
    public Transport secured(TlsUpgrade upgrade) {
        hear();
        assertThat(at())
                .as("the step of %s at which the client begins TLS", transcript)
                .isEqualTo(Transcript.Actor.TLS);
        step++;
        secure = true;
        return this;
    }

    @Override
    public void abort() {
        aborted.countDown();
    }

    @Override
    public void close() {
        abort();
    }

    /** Checks that the client did all its part. */
    public void finish() {
        hear();
        assertThat(written.toString(StandardCharsets.ISO_8859_1))
                .as("sent beyond the end of %s", transcript)
                .isEmpty();
        while (step < transcript.steps().size()) {
            assertThat(at()).as("step %s of %s is left over", step, transcript).isNotEqualTo(Transcript.Actor.CLIENT);
            step++;
        }
    }

    private Transcript.Actor at() {
        return step < transcript.steps().size() ? transcript.steps().get(step).actor() : Transcript.Actor.CLOSE;
    }

    /** Passes the steps of the client that are written already. */
    private void hear() {
        while (at() == Transcript.Actor.CLIENT || at() == Transcript.Actor.FAREWELL) {
            if (at() == Transcript.Actor.CLIENT
                    && !take(transcript.steps().get(step).octets())) {
                return;
            }
            step++;
        }
    }

    private boolean take(String expected) {
        String sent = written.toString(StandardCharsets.ISO_8859_1);
        if (sent.isEmpty()) {
            return false;
        }
        int length = expected.endsWith("\r\n") ? sent.indexOf("\r\n") + 2 : expected.length();
        if ((expected.endsWith("\r\n") && length < 2) || sent.length() < length) {
            return false;
        }
        String part = sent.substring(0, length);
        if (!Transcript.matches(expected, part)) {
            assertThat(part).as("step %s of %s", step, transcript).isEqualTo(expected);
        }
        written.reset();
        written.writeBytes(sent.substring(length).getBytes(StandardCharsets.ISO_8859_1));
        return true;
    }

    private final class Input extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] room, int from, int length) throws IOException {
            if (isStalled()) {
                awaitAbort();
            }
            if (aborted.getCount() == 0) {
                throw new IOException("closed");
            }
            hear();
            if (at() == Transcript.Actor.CLIENT && left > 0) {
                assertThat(written.toString(StandardCharsets.ISO_8859_1))
                        .as("the client waits at step %s of %s, where it should have sent this", step, transcript)
                        .isEqualTo(transcript.steps().get(step).octets());
            }
            if (at() != Transcript.Actor.SERVER || left == 0) {
                return -1;
            }
            return give(room, from, Math.min(Math.min(length, mostAtOnce), left));
        }

        private void awaitAbort() throws InterruptedIOException {
            try {
                aborted.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }

        private int give(byte[] room, int from, int most) {
            int given = 0;
            while (given < most && at() == Transcript.Actor.SERVER) {
                String octets = transcript.steps().get(step).octets();
                while (given < most && offset < octets.length()) {
                    room[from + given++] = (byte) octets.charAt(offset++);
                }
                if (offset == octets.length()) {
                    step++;
                    offset = 0;
                }
            }
            left -= given;
            return given;
        }
    }
}
