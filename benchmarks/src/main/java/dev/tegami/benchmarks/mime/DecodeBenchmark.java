package dev.tegami.benchmarks.mime;

import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A message that is one base64 body, read and decoded, beside what the JDK's decoder costs alone. */
@State(Scope.Benchmark)
public class DecodeBenchmark {
    private static final int LINES = 216;

    /** How many megabytes the content has. */
    @Param({"1", "10"})
    public int megabytes;

    private byte[] letters;
    private byte[] message;

    /** Writes the message. */
    @Setup
    public void write() throws IOException {
        byte[] content = new byte[megabytes << 20];
        new Random(7).nextBytes(content);
        Source encoded = Content.of(Source.of(content), ContentType.OCTETS, TransferEncoding.BASE64)
                .encoded();
        letters = encoded.open().readAllBytes();
        byte[] head =
                "Content-Type: a/b\r\nContent-Transfer-Encoding: base64\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        message = new byte[head.length + letters.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(letters, 0, message, head.length, letters.length);
    }

    /** Ours, into an array of its own. */
    @Benchmark
    public byte[] tegami() {
        return Message.parse(message).root().content().orElseThrow().bytes();
    }

    /** Ours, piece by piece to nowhere. */
    @Benchmark
    public void streamed() throws IOException {
        Message.parse(message).root().content().orElseThrow().decoded().writeTo(OutputStream.nullOutputStream());
    }

    /** Whole lines of 76 letters copied together and given to the JDK's decoder; the result is kept nowhere. */
    @Benchmark
    public int limit() {
        byte[] block = new byte[76 * LINES];
        byte[] decoded = new byte[57 * LINES + 64];
        int size = 0;
        for (int at = 0; at + 78 * LINES <= letters.length; at += 78 * LINES) {
            strip(at, block);
            size += Base64.getDecoder().decode(block, decoded);
        }
        return size;
    }

    /** The same, with the result in an array of its own, as a caller wants it. */
    @Benchmark
    public byte[] limitKept() {
        byte[] block = new byte[76 * LINES];
        byte[] decoded = new byte[57 * LINES + 64];
        byte[] kept = new byte[megabytes << 20];
        int size = 0;
        for (int at = 0; at + 78 * LINES <= letters.length; at += 78 * LINES) {
            strip(at, block);
            int n = Base64.getDecoder().decode(block, decoded);
            System.arraycopy(decoded, 0, kept, size, n);
            size += n;
        }
        return kept;
    }

    private void strip(int from, byte[] block) {
        for (int line = 0; line < LINES; line++) {
            System.arraycopy(letters, from + line * 78, block, line * 76, 76);
        }
    }
}
