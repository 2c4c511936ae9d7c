package dev.tegami.smime;

import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import dev.tegami.smime.internal.CipherSuite;
import dev.tegami.smime.internal.Envelope;
import dev.tegami.smime.internal.Recipient;
import dev.tegami.smime.internal.RecipientSpec;
import dev.tegami.smime.internal.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Envelope.Keys keys;
    private final Optional<Signing> signing;
    private final Optional<HeaderSealing> headers;

    private Encryption(
            Readers readers,
            ContentCipher cipher,
            RecipientSpec.Transport transport,
            Envelope.Keys keys,
            Optional<Signing> signing,
            Optional<HeaderSealing> headers) {
        this.readers = readers;
        this.cipher = cipher;
        this.transport = transport;
        this.keys = keys;
        this.signing = signing;
        this.headers = headers;
    }

    static Encryption to(List<X509Certificate> recipients) {
        if (recipients.isEmpty()) {
            throw new SmimeException("nobody could read it", "give at least one recipient's certificate");
        }
        return to(Readers.of(recipients, List.of()));
    }

    static Encryption with(SharedSecret secret) {
        return to(Readers.of(List.of(), List.of()).knowing(List.of(secret)));
    }

    static Encryption to(Readers readers) {
        return new Encryption(
                readers,
                ContentCipher.AES_256_GCM,
                RecipientSpec.Transport.OAEP_SHA256,
                Envelope.Keys.SAME,
                Optional.empty(),
                Optional.empty());
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
     * Encrypts every copy for whoever knows a secret as well. After {@link #split}, old readers open nothing that is also
     * for a secret: it gets a copy of its own.
     *
     * @param more passwords and shared keys
     * @return a new function
     */
    public Encryption including(SharedSecret... more) {
        return with(readers.knowing(List.of(more)));
    }

    /**
     * Takes the strongest cipher that is known to every recipient, by what a store remembers of them; of whom it knows
     * nothing, the {@link #cipher} is taken for granted. RSA keys get the content key by OAEP only where it was not said
     * that an old program reads; content keys are {@linkplain #derivedKeys derived} where all said that they can read that.
     * After {@link #split}, those with other ciphers get copies of their own.
     *
     * @param store what is known
     * @return a new function, which fails where no cipher is known to all
     */
    public Encryption knowing(CapabilityStore store) {
        return knowing(store, ContentCipher.AES_128_CBC);
    }

    /**
     * Does the same, and never takes a weaker cipher than one. From the strongest: AES-256-GCM, ChaCha20-Poly1305,
     * AES-192-GCM, AES-128-GCM, AES-256-CBC, AES-192-CBC, AES-128-CBC; only with the first four a change is noticed.
     *
     * @param store what is known
     * @param floor the weakest that is good enough
     * @return a new function, which fails where no such cipher is known to all
     */
    public Encryption knowing(CapabilityStore store, ContentCipher floor) {
        return with(readers.knowing(store, floor));
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
        return new Encryption(changed, cipher, transport, keys, signing, headers);
    }

    /**
     * Chooses the cipher.
     *
     * @param chosen the cipher
     * @return a new function
     */
    public Encryption cipher(ContentCipher chosen) {
        return new Encryption(readers, chosen, transport, keys, signing, headers);
    }

    /**
     * Encrypts the content key for RSA with PKCS#1 v1.5, which every reader knows, instead of OAEP with SHA-256.
     *
     * @return a new function
     */
    public Encryption rsaPkcs1() {
        return new Encryption(readers, cipher, RecipientSpec.Transport.PKCS1, keys, signing, headers);
    }

    /**
     * Encrypts the content key for RSA by RSA-KEM (RFC 9690) instead of OAEP with SHA-256. Few readers know it.
     *
     * @return a new function
     */
    public Encryption rsaKem() {
        return new Encryption(readers, cipher, RecipientSpec.Transport.KEM, keys, signing, headers);
    }

    /**
     * Derives the content's key for its cipher (RFC 9709), so that nobody gets anything out by claiming another cipher. Few
     * readers know it.
     *
     * @return a new function
     */
    public Encryption derivedKeys() {
        return new Encryption(readers, cipher, transport, Envelope.Keys.DERIVED, signing, headers);
    }

    /**
     * Encrypts as readers without S/MIME 4.0 need it: AES-128-CBC and RSA PKCS#1 v1.5. A change on the way is not
     * noticed unless the message is signed as well.
     *
     * @return a new function
     */
    public Encryption compatible() {
        return new Encryption(
                readers,
                ContentCipher.AES_128_CBC,
                RecipientSpec.Transport.PKCS1,
                Envelope.Keys.SAME,
                signing,
                headers);
    }

    /**
     * Signs the message inside of the encryption. That is the same as signing first, but for {@link #protectingHeaders()},
     * which needs to know both; a signing that protects headers has the encryption protect them as well.
     *
     * <pre>{@code
     * Message sealed = note.with(Smime.encrypt(bob, ada.certificate())
     *         .signedBy(Smime.sign(ada))
     *         .protectingHeaders());
     * }</pre>
     *
     * @param inside how it is signed
     * @return a new function
     */
    public Encryption signedBy(Signing inside) {
        Optional<HeaderSealing> sealing = inside.isProtectingHeaders() && headers.isEmpty()
                ? Optional.of(HeaderSealing.by(HeaderConfidentiality.baseline()))
                : headers;
        return new Encryption(readers, cipher, transport, keys, Optional.of(inside), sealing);
    }

    /**
     * Encrypts the header as well (RFC 9788) and hides the subject outside: {@link HeaderConfidentiality#baseline}. The
     * message must not have a layer yet.
     *
     * @return a new function
     */
    public Encryption protectingHeaders() {
        return protectingHeaders(HeaderConfidentiality.baseline());
    }

    /**
     * Encrypts the header as well and leaves outside what a policy says. Bcc is left out. What readers are shown of a
     * header and is hidden outside also stands in front of the text, for those that decrypt and know nothing of protected
     * headers; the others take it away.
     *
     * @param policy what is seen outside
     * @return a new function
     */
    public Encryption protectingHeaders(HeaderConfidentiality policy) {
        HeaderSealing sealing = headers.map(before -> new HeaderSealing(policy, before.shown()))
                .orElseGet(() -> HeaderSealing.by(policy));
        return new Encryption(readers, cipher, transport, keys, signing, Optional.of(sealing));
    }

    /**
     * Leaves the text as it is: whoever reads with a program that knows nothing of protected headers does not see what
     * they hide. Protects them if nothing else was said.
     *
     * @return a new function
     */
    public Encryption withoutLegacyDisplay() {
        HeaderSealing sealing = headers.orElseGet(() -> HeaderSealing.by(HeaderConfidentiality.baseline()))
                .shown(HeaderSealing.Shown.NOWHERE);
        return new Encryption(readers, cipher, transport, keys, signing, Optional.of(sealing));
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
        List<Readers.Copy> copies = readers.copies(cipher);
        if (copies.size() > 1 || !readers.blind().isEmpty()) {
            throw new SmimeException(
                    "one message cannot be for all of these recipients: they need copies of their own",
                    "send what Encryption.copies gives to each");
        }
        return seal(payload(message), copies.get(0));
    }

    /**
     * Encrypts as often as is needed to reach every recipient: once for all who may know of each other, divided by kinds
     * of keys after {@link #split}, and once for each that is blind.
     *
     * @param message the message
     * @return the copies, each with its readers
     */
    public List<SealedCopy> copies(Message message) {
        Payload sent = payload(message.withoutBcc());
        return readers.copies(cipher).stream()
                .map(each -> new SealedCopy(each.certificates(), seal(sent, each)))
                .toList();
    }

    private Payload payload(Message message) {
        // what passes 8bit has lines that end in CRLF; what is signed must pass 7bit
        TransferEncoding transport = signing.isPresent() ? TransferEncoding.SEVEN_BIT : TransferEncoding.EIGHT_BIT;
        Payload content = headers.map(sealing -> Payload.cipher(message, sealing, transport))
                .orElseGet(() -> Payload.bare(message, transport));
        return signing.map(inside -> new Payload(
                        Inner.part(inside.sign(new Payload(content.part(), Header.empty()))), content.outside()))
                .orElse(content);
    }

    private Message seal(Payload payload, Readers.Copy copy) {
        List<RecipientSpec> specs = copy.certificates().stream()
                .map(each -> new RecipientSpec(each, copy.transport(each, transport)))
                .toList();
        List<String> unusable = specs.stream()
                .filter(each -> !each.isUsable())
                .map(each -> each.certificate().getSubjectX500Principal().getName())
                .toList();
        if (!unusable.isEmpty()) {
            throw new SmimeException(
                    "certificates that cannot be encrypted to: " + unusable,
                    "give for each a certificate whose key usage is for encryption (RSA, EC, X25519, X448 or ML-KEM)");
        }
        List<Recipient> recipients = new ArrayList<>(specs);
        copy.secrets().forEach(each -> recipients.add(each.secret()));
        CipherSuite suite = copy.cipher(cipher).suite();
        Envelope envelope = new Envelope(suite, copy.keys(keys), recipients);
        try (Spool spool = new Spool(IN_MEMORY, null)) {
            String kind = suite.isAuthenticated() ? "authEnveloped-data" : "enveloped-data";
            Source cms = envelope.seal(payload.part().raw(), spool);
            return Cms.message(payload.outside(), Cms.part(cms, "pkcs7-mime", kind, "smime.p7m"));
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
