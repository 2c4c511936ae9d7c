package dev.tegami.smime;

import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** The program that {@link GibibyteTest} starts with little memory: one gibibyte of text, through a file each time. */
final class Gibibyte {
    private static final long SIZE = 1L << 30;
    private static final byte[] LINE =
            ("x".repeat(62) + "\r\n").getBytes(StandardCharsets.US_ASCII); // divides the size

    private final Path file;

    private Gibibyte(Path file) {
        this.file = file;
    }

    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        Gibibyte gibibyte = new Gibibyte(Path.of(arguments[0]).resolve("letter.eml"));
        for (String work : Arrays.asList(arguments).subList(1, arguments.length)) {
            if (work.equals("sign")) {
                gibibyte.sign();
            } else {
                gibibyte.encrypt(ContentCipher.valueOf(work));
            }
            System.out.println(work + " done");
        }
    }

    private static Message letter() {
        Part part = Part.of(
                Header.of(List.of(Field.of("From", "ada@example.org"), Field.of("Subject", "Long"))),
                Content.of(new Lines(), ContentType.of("text", "plain"), TransferEncoding.SEVEN_BIT));
        return Message.of(part);
    }

    private void sign() throws IOException, NoSuchAlgorithmException {
        write(letter().with(Smime.sign(People.ADA)));
        Opened opened = Smime.open(Message.parse(file), Keys.none(), Trust.nobody());
        expect(Mark.GOOD, opened.verdict().mark(Axis.INTEGRITY));
        expect(Coverage.WHOLE, opened.verdict().coverage());
        expectText(opened);
    }

    private void encrypt(ContentCipher cipher) throws IOException, NoSuchAlgorithmException {
        write(letter().with(Smime.encrypt(People.BOB.certificate()).cipher(cipher)));
        expectText(opened());
        if (cipher == ContentCipher.AES_256_GCM) {
            spoil();
            Opened spoilt = opened();
            expect(
                    Reason.Code.DECRYPTION_FAILED,
                    spoilt.layers().get(0).reasons().get(0).code());
            expect("application/pkcs7-mime", type(spoilt));
        }
    }

    private Opened opened() throws IOException {
        return Smime.open(Message.parse(file), Keys.of(People.BOB), Trust.nobody());
    }

    private static String type(Opened opened) {
        ContentType type = opened.message().root().contentType();
        return type.type() + "/" + type.subtype();
    }

    /** Changes one octet of the last line but some. */
    private void spoil() throws IOException {
        try (RandomAccessFile letter = new RandomAccessFile(file.toFile(), "rw")) {
            letter.seek(letter.length() - 10_000);
            while (letter.read() != '\n') {
                // up to the start of a line
            }
            long at = letter.getFilePointer();
            int old = letter.read();
            letter.seek(at);
            letter.write(old == 'A' ? 'B' : 'A');
        }
    }

    private void write(Message message) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            message.writeTo(out);
        }
    }

    private static void expectText(Opened opened) throws IOException, NoSuchAlgorithmException {
        Source seen = opened.message().root().content().orElseThrow().decoded();
        expect(Arrays.toString(hash(new Lines())), Arrays.toString(hash(seen)));
    }

    private static byte[] hash(Source source) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        byte[] piece = new byte[16 * 1024];
        try (InputStream in = source.open()) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                digest.update(piece, 0, n);
            }
        }
        return digest.digest();
    }

    private static void expect(Object wanted, Object seen) {
        if (!wanted.equals(seen)) {
            throw new AssertionError("expected " + wanted + ", not " + seen);
        }
    }

    /** One gibibyte of lines, made while they are read. */
    private record Lines() implements Source {
        @Override
        public long size() {
            return SIZE;
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private long at;

                @Override
                public int read() {
                    return at == SIZE ? -1 : LINE[(int) (at++ % LINE.length)];
                }

                @Override
                public int read(byte[] to, int offset, int length) {
                    int n = (int) Math.min(length, SIZE - at);
                    for (int done = 0; done < n; ) {
                        int from = (int) (at % LINE.length);
                        int count = Math.min(n - done, LINE.length - from);
                        System.arraycopy(LINE, from, to, offset + done, count);
                        done += count;
                        at += count;
                    }
                    return n == 0 && length > 0 ? -1 : n;
                }
            };
        }
    }
}
