package dev.tegami.interop;

import dev.tegami.mime.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** CMS structures of programs that know nothing of mail, as mail, and back. */
final class SmimeMail {
    static final byte[] PART = lines("Content-Type: text/plain; charset=us-ascii", "", "the words", "of the letter");

    private SmimeMail() {}

    static byte[] lines(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] each : pieces) {
            out.writeBytes(each);
        }
        return out.toByteArray();
    }

    static byte[] opaque(byte[] cms) {
        return joined(
                lines("Content-Type: application/pkcs7-mime; name=smime.p7m", "Content-Transfer-Encoding: base64", ""),
                Base64.getMimeEncoder().encode(cms));
    }

    static byte[] detached(byte[] cms) {
        return joined(
                lines(
                        "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b",
                        "",
                        "--b"),
                PART,
                lines("", "--b", "Content-Type: application/pkcs7-signature", "Content-Transfer-Encoding: base64", ""),
                Base64.getMimeEncoder().encode(cms),
                lines("", "--b--"));
    }

    /** As it arrives from Ada. */
    static Message arrived(byte[] made) {
        return Message.parse(joined(lines("From: " + SmimePerson.ADDRESS), made));
    }

    /** The letter that we protect; its part is {@link #PART}. */
    static Message letter() {
        return arrived(joined(lines("MIME-Version: 1.0"), PART));
    }

    /** The signed part of a message of ours, beside its signature. */
    static byte[] part(Message message) throws IOException {
        try (InputStream in = message.root().parts().get(0).raw().open()) {
            return in.readAllBytes();
        }
    }

    /** The structure of a message of ours, signature or whole. */
    static byte[] cms(Message message) {
        int last = message.root().parts().size();
        return (last == 0 ? message.root() : message.root().parts().get(last - 1))
                .content()
                .orElseThrow()
                .bytes();
    }
}
