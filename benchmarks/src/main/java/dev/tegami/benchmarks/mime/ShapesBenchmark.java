package dev.tegami.benchmarks.mime;

import dev.tegami.mime.Limits;
import dev.tegami.mime.Message;
import dev.tegami.mime.ParseOptions;
import dev.tegami.mime.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Shapes made to hurt, over four decades: ten times the size must cost about ten times the time. */
@State(Scope.Benchmark)
public class ShapesBenchmark {
    private static final Limits WIDE = Limits.standard()
            .headerBytes(1 << 30)
            .headerFields(Integer.MAX_VALUE)
            .nesting(20_000)
            .parts(Integer.MAX_VALUE);

    /** Which shape. */
    @Param({"parts", "fields", "parameters", "nesting", "comments", "quotes", "body"})
    public String shape;

    /** How many of it; nesting takes a tenth, fields and body ten times as many. */
    @Param({"100", "1000", "10000", "100000"})
    public int size;

    private byte[] octets;

    /** Writes the message. */
    @Setup
    public void write() {
        octets = message(shape, size).getBytes(StandardCharsets.US_ASCII);
    }

    private static String message(String shape, int size) {
        return switch (shape) {
            case "parts" -> "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(size) + "--b--\n";
            case "fields" -> "X: y\n".repeat(size * 10) + "\n";
            case "parameters" -> "Content-Type: text/plain" + ";\n a=b".repeat(size) + "\n\n";
            case "nesting" -> nested(size / 10);
            case "body" -> "\n" + "x".repeat(size * 10);
            case "comments" -> "From: " + "(".repeat(size) + "\n\n";
            case "quotes" -> "From: " + "\"".repeat(size) + "\n\n";
            default -> throw new IllegalArgumentException(shape);
        };
    }

    private static String nested(int levels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            text.append("Content-Type: multipart/mixed; boundary=b").append(i);
            text.append("\n\n--b").append(i).append('\n');
        }
        return text.append('\n').toString();
    }

    /** Reads the message and every view of it. */
    @Benchmark
    public int tegami() throws IOException {
        Message message =
                Message.parse(Source.of(octets), ParseOptions.lenient().limits(WIDE));
        return message.header().fields().size()
                + message.root().contentType().parameters().size()
                + message.from().size()
                + message.attachments().size()
                + message.text().map(String::length).orElse(0);
    }
}
