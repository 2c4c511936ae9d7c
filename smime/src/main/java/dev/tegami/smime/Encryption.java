package dev.tegami.smime;

import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import dev.tegami.smime.internal.Envelope;
import dev.tegami.smime.internal.RecipientSpec;
import dev.tegami.smime.internal.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Encrypts messages. Immutable and safe to share; every change gives a new one.
 *
 * <pre>{@code
 * Message sealed = note.with(Smime.encrypt(bobCertificate, adaCertificate).compatible());
 * }</pre>
 */
public final class Encryption implements UnaryOperator<Message> {
    /** Ciphertext is kept in memory up to here, then in a file. */
    private static final int IN_MEMORY = 16 << 20;

    private final Readers readers;
    private final ContentCipher cipher;
    private final RecipientSpec.Transport transport;

    private Encryption(Readers readers, ContentCipher cipher, RecipientSpec.Transport transport) {
        this.readers = readers;
        this.cipher = cipher;
        this.transport = transport;
    }

    static Encryption to(List<X509Certificate> recipients) {
        if (recipients.isEmpty()) {
            throw new SmimeException("nobody could read it", "give at least one recipient's certificate");
        }
        return to(new Readers(recipients, List.of(), List.of(), Readers.Kinds.TOGETHER));
    }

    static Encryption to(Readers readers) {
        return new Encryption(readers, ContentCipher.AES_256_GCM, RecipientSpec.Transport.OAEP_SHA256);
    }

    /**
     * Encrypts every copy for others as well, such as the sender.
     *
     * @param more certificates
     * @return a new function
     */
    public Encryption including(X509Certificate... more) {
        return with(readers.including(List.of(more)));
    }

    /**
     * Encrypts for recipients of whom the others are not to know. An envelope shows for whom it is, so that each of them
     * gets a copy of its own: ask for {@link #copies}.
     *
     * @param more certificates
     * @return a new function
     */
    public Encryption blind(X509Certificate... more) {
        return with(readers.blind(List.of(more)));
    }

    /**
     * Makes copies of their own for RSA keys and for others: some old readers open nothing that is also for a key of
     * another kind. Ask for {@link #copies}.
     *
     * @return a new function
     */
    public Encryption split() {
        return with(readers.apart());
    }

    private Encryption with(Readers changed) {
        return new Encryption(changed, cipher, transport);
    }

    /**
     * Chooses the cipher.
     *
     * @param chosen the cipher
     * @return a new function
     */
    public Encryption cipher(ContentCipher chosen) {
        return new Encryption(readers, chosen, transport);
    }

    /**
     * Encrypts the content key for RSA with PKCS#1 v1.5, which every reader knows, instead of OAEP with SHA-256.
     *
     * @return a new function
     */
    public Encryption rsaPkcs1() {
        return new Encryption(readers, cipher, RecipientSpec.Transport.PKCS1);
    }

    /**
     * Encrypts as readers without S/MIME 4.0 need it: AES-128-CBC and RSA PKCS#1 v1.5. A change on the way is not
     * noticed unless the message is signed as well.
     *
     * @return a new function
     */
    public Encryption compatible() {
        return new Encryption(readers, ContentCipher.AES_128_CBC, RecipientSpec.Transport.PKCS1);
    }

    /**
     * Encrypts once; what comes out gives the same octets whenever it is written. Ciphertext beyond 16 MiB lies in a
     * temporary file as long as the message is in use.
     *
     * @param message the message
     * @return the encrypted message
     * @throws SmimeException if certificates cannot be encrypted to; it names all of them
     * @throws UncheckedIOException if a source cannot be read or the file not be written
     */
    @Override
    public Message apply(Message message) {
        List<List<X509Certificate>> copies = readers.copies();
        if (copies.size() > 1 || !readers.blind().isEmpty()) {
            throw new SmimeException(
                    "one message cannot be for all of these recipients: they need copies of their own",
                    "send what Encryption.copies gives to each");
        }
        return seal(message, readers.together());
    }

    /**
     * Encrypts as often as is needed to reach every recipient: once for all who may know of each other, divided by kinds
     * of keys after {@link #split}, and once for each that is blind.
     *
     * @param message the message
     * @return the copies, each with its readers
     */
    public List<SealedCopy> copies(Message message) {
        Message sent = message.withoutBcc();
        return readers.copies().stream()
                .map(each -> new SealedCopy(each, seal(sent, each)))
                .toList();
    }

    private Message seal(Message message, List<X509Certificate> recipients) {
        List<RecipientSpec> specs = recipients.stream()
                .map(each -> new RecipientSpec(each, transport))
                .toList();
        List<String> unusable = specs.stream()
                .filter(each -> !each.isUsable())
                .map(each -> each.certificate().getSubjectX500Principal().getName())
                .toList();
        if (!unusable.isEmpty()) {
            throw new SmimeException(
                    "certificates that cannot be encrypted to: " + unusable,
                    "give for each a certificate whose key usage is for encryption (RSA, EC or X25519)");
        }
        Envelope envelope = new Envelope(cipher.suite(), specs);
        try (Spool spool = new Spool(IN_MEMORY, null)) {
            // what passes 8bit has lines that end in CRLF
            Source octets = Message.of(Inner.part(message))
                    .fitFor(TransferEncoding.EIGHT_BIT)
                    .root()
                    .raw();
            String kind = cipher.suite().isAuthenticated() ? "authEnveloped-data" : "enveloped-data";
            Source cms = envelope.seal(octets, spool);
            return Cms.message(Inner.outside(message), Cms.part(cms, "pkcs7-mime", kind, "smime.p7m"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new SmimeException(
                    "the message cannot be encrypted: " + e.getMessage(),
                    "see whether every certificate can be used",
                    e);
        }
    }
}
