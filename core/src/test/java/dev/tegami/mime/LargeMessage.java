package dev.tegami.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;

/** The program that {@link LargeMessageTest} starts with little memory. */
final class LargeMessage {
    private static final long SIZE = 1L << 30;

    private LargeMessage() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        received(directory.resolve("message.eml"));
        composed(directory.resolve("attachment.bin"));
        System.out.println("heap " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB: done");
    }

    private static void received(Path file) throws IOException {
        String head = String.join(
                "\r\n",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "hello",
                "--b",
                "Content-Type: application/octet-stream",
                "Content-Transfer-Encoding: binary",
                "",
                "");
        String tail = "\r\n--b--\r\n";
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.seek(head.length() + SIZE);
            out.write(tail.getBytes(StandardCharsets.US_ASCII));
        }
        Message message = Message.parse(file);
        expect(2, message.root().parts().size());
        expect("hello", message.text().orElse(""));
        expect(SIZE, count(message.attachments().get(0).content().orElseThrow().decoded()));
        expect(head.length() + SIZE + tail.length(), count(message.raw()));
        expect(0, message.findings().size());
    }

    private static void composed(Path file) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(SIZE);
        }
        Message message = Message.compose()
                .deterministic(1)
                .date(OffsetDateTime.parse("2026-01-02T03:04:05Z"))
                .text("hello")
                .attach(file)
                .build();
        expect(message.size(), count(message.raw()));
    }

    private static long count(Source source) throws IOException {
        long[] count = new long[1];
        source.writeTo(new OutputStream() {
            @Override
            public void write(int b) {
                count[0]++;
            }

            @Override
            public void write(byte[] b, int off, int len) {
                count[0] += len;
            }
        });
        return count[0];
    }

    private static void expect(Object wanted, Object seen) {
        if (!String.valueOf(wanted).equals(String.valueOf(seen))) {
            throw new AssertionError("expected " + wanted + ", not " + seen);
        }
    }
}
