package dev.tegami.imap;

import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Puts a header and a body that came apart together, and parses them in the place they had in the message. */
final class PartOctets {
    private static final byte[] EMPTY_LINE = {'\r', '\n'};

    private PartOctets() {}

    static Part parse(Described described, byte[] header, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(header.length + body.length + 200);
        if (described.isRoot()) {
            append(all, header, body);
            return Message.parse(all.toByteArray()).root();
        }
        String kind = described.isInDigest() ? "digest" : "mixed"; // a part without a type is a message in a digest
        String boundary = "tegami-" + UUID.randomUUID();
        text(all, "Content-Type: multipart/" + kind + "; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n");
        append(all, header, body);
        text(all, "\r\n--" + boundary + "--\r\n");
        return Message.parse(all.toByteArray()).root().parts().get(0);
    }

    private static void text(ByteArrayOutputStream to, String text) {
        to.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Some servers leave out the empty line that ends a header. */
    private static void append(ByteArrayOutputStream to, byte[] header, byte[] body) {
        to.writeBytes(header);
        int end = header.length;
        boolean isClosed = end == 0 || Arrays.equals(header, EMPTY_LINE) || isEmptyLine(header, end);
        if (!isClosed || end == 0) {
            to.writeBytes(EMPTY_LINE);
        }
        to.writeBytes(body);
    }

    private static boolean isEmptyLine(byte[] header, int end) {
        boolean lf = end >= 2 && header[end - 1] == '\n' && header[end - 2] == '\n';
        return lf || (end >= 4 && header[end - 1] == '\n' && header[end - 2] == '\r' && header[end - 3] == '\n');
    }
}
