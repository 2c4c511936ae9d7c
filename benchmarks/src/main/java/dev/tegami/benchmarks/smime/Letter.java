package dev.tegami.benchmarks.smime;

import dev.tegami.mime.Message;
import dev.tegami.smime.ContentCipher;
import dev.tegami.smime.Encryption;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Smime;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The letter of one work: US-ASCII text in lines with CRLF, so that nobody has to encode it before it is signed. */
final class Letter {
    private static final String LINE = "A line of a letter, which has about two hundred of them for each 10 kB.\r\n";

    private static final String CONTENT =
            "Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n\r\n";

    private final Person person;
    private final byte[] body;

    private Letter(Person person, byte[] body) {
        this.person = person;
        this.body = body;
    }

    static Letter of(Work work) throws GeneralSecurityException {
        String text = LINE.repeat(work.size() / LINE.length() + 1);
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        return new Letter(Person.of(work.kind()), body);
    }

    Person person() {
        return person;
    }

    /** The text alone. */
    byte[] body() {
        return body;
    }

    Message message() {
        return Message.parse(whole());
    }

    /** The letter as it would be sent without protection. */
    byte[] whole() {
        return joined(
                "From: ada@example.org\r\nTo: ada@example.org\r\nSubject: A letter\r\nMIME-Version: 1.0\r\n" + CONTENT);
    }

    /** The part that is signed or encrypted. */
    byte[] part() {
        return joined(CONTENT);
    }

    private byte[] joined(String header) {
        byte[] octets = new byte[header.length() + body.length];
        System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, octets, 0, header.length());
        System.arraycopy(body, 0, octets, header.length(), body.length);
        return octets;
    }

    Identity identity() {
        return Identity.of(person.key(), person.certificate());
    }

    byte[] signed() {
        return message().with(Smime.sign(identity())).toBytes();
    }

    Encryption encryption(Work.Cipher cipher) {
        return Smime.encrypt(person.certificate())
                .cipher(cipher == Work.Cipher.GCM ? ContentCipher.AES_256_GCM : ContentCipher.AES_256_CBC)
                .rsaPkcs1();
    }

    /** The encrypted letter; empty where the key is not for that. */
    byte[] encrypted(Work.Cipher cipher) {
        return person.certificate().getPublicKey().getAlgorithm().equals("RSA")
                ? message().with(encryption(cipher)).toBytes()
                : new byte[0];
    }
}
