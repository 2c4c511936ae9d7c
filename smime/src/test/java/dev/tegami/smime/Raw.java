package dev.tegami.smime;

import dev.tegami.mime.Message;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Messages around octets, put together by hand so that they can be wrong. */
final class Raw {
    private Raw() {}

    private static byte[] lines(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Message joined(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] each : pieces) {
            out.writeBytes(each);
        }
        return Message.parse(out.toByteArray());
    }

    /** A CMS structure as the whole content. */
    static Message opaque(String from, byte[] cms) {
        byte[] head = lines(
                "From: " + from,
                "MIME-Version: 1.0",
                "Content-Type: application/pkcs7-mime; name=smime.p7m",
                "Content-Transfer-Encoding: base64",
                "");
        return joined(head, Base64.getMimeEncoder().encode(cms));
    }

    /** A part and a CMS structure beside it. */
    static Message detached(String from, byte[] part, byte[] cms) {
        byte[] head = lines(
                "From: " + from,
                "MIME-Version: 1.0",
                "Content-Type: multipart/signed; boundary=b; protocol=\"application/pkcs7-signature\"",
                "",
                "--b");
        byte[] middle =
                lines("", "--b", "Content-Type: application/pkcs7-signature", "Content-Transfer-Encoding: base64", "");
        return joined(head, part, middle, Base64.getMimeEncoder().encode(cms), lines("", "--b--"));
    }

    /** What another program made, as the mail of somebody. */
    static Message mailed(String from, byte[] made) {
        return joined(lines("From: " + from), made);
    }
}
