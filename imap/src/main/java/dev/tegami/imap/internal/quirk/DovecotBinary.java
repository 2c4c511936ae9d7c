package dev.tegami.imap.internal.quirk;

import dev.tegami.mime.TransferEncoding;

/**
 * Dovecot 2.3.19 and 2.4.1 close the connection when BINARY (RFC 3516) meets base64 without its padding, or
 * quoted-printable that ends with an equals sign; other damage they refuse. Transcript: {@code dovecot-binary.txt}.
 */
public final class DovecotBinary {
    private DovecotBinary() {}

    /**
     * Whether the server must not be asked to decode.
     *
     * @param greeting what the server said first
     * @param encoding how the part is encoded
     */
    public static boolean breaks(String greeting, TransferEncoding encoding) {
        return !encoding.isIdentity() && greeting.contains("Dovecot");
    }
}
