package dev.tegami.smime;

import dev.tegami.mime.Message;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * S/MIME 4.0 (RFC 8551): the door of this module. Functions on messages, without any global state.
 *
 * <pre>{@code
 * Message sent = note.with(Smime.sign(ada)).with(Smime.encrypt(bobCertificate));
 * Opened letter = Smime.open(received, Keys.of(bob), trust);
 * }</pre>
 */
public final class Smime {
    private Smime() {}

    /**
     * Signs. Of several signatures nothing holds one to the other (RFC 5752 is not written): whoever carries the message
     * can take one away, such as the one made after quantum computers, and the rest is trusted. Who relies on both asks
     * {@link Opened#signers} whether both are there.
     *
     * @param identities who signs; each one signs the same content
     * @return a function that signs a message as multipart/signed
     */
    public static Signing sign(Identity... identities) {
        return Signing.by(List.of(identities));
    }

    /**
     * Encrypts.
     *
     * @param recipients the certificates of everyone who shall read it, the sender included
     * @return a function that encrypts a message with AES-256-GCM
     */
    public static Encryption encrypt(X509Certificate... recipients) {
        return Encryption.to(List.of(recipients));
    }

    /**
     * Encrypts with passwords or shared keys, for readers without a certificate.
     *
     * @param secret what the readers know
     * @param more other secrets; each of them opens the message
     * @return a function that encrypts a message with AES-256-GCM
     */
    public static Encryption encrypt(SharedSecret secret, SharedSecret... more) {
        return Encryption.with(secret).including(more);
    }

    /**
     * Encrypts for everyone to whom a message is addressed: To and Cc openly, Bcc each by a copy of its own.
     *
     * <pre>{@code
     * for (SealedCopy copy : Smime.encryptFor(note, addressBook).including(ada.certificate()).copies(note)) {
     *     send(copy.message(), copy.readers());
     * }
     * }</pre>
     *
     * @param message the message
     * @param known the certificates to choose from; of several for one address the first that can be used is taken
     * @return the function
     * @throws RecipientsWithoutCertificate if there is none for some, with all of these
     */
    public static Encryption encryptFor(Message message, Collection<X509Certificate> known) {
        return Encryption.to(CertificateChoice.of(message, CertificateSource.of(known), Instant.now()));
    }

    /**
     * Encrypts for everyone to whom a message is addressed, with certificates that are looked up. Only those are taken that
     * the standard policy trusts.
     *
     * @param message the message
     * @param source where to look for certificates; of several for one address the first that can be used is taken
     * @param trust whom to believe
     * @return the function
     * @throws RecipientsWithoutCertificate if there is none for some, with all of these
     * @throws LookupFailed if the source does not answer
     */
    public static Encryption encryptFor(Message message, CertificateSource source, Trust trust) {
        return encryptFor(message, source, trust, Policy.standard());
    }

    /**
     * Encrypts for everyone to whom a message is addressed, with certificates that are looked up.
     *
     * @param message the message
     * @param source where to look for certificates; of several for one address the first that can be used is taken
     * @param trust whom to believe
     * @param policy what to ask of a certificate: a path to an anchor, strength, and what is known of its revocation
     * @return the function
     * @throws RecipientsWithoutCertificate if there is none for some, with all of these
     * @throws LookupFailed if the source does not answer
     */
    public static Encryption encryptFor(Message message, CertificateSource source, Trust trust, Policy policy) {
        return Encryption.to(CertificateChoice.of(message, source, trust, policy));
    }

    /**
     * Wraps a message three times (RFC 2634 section 1.1): signed for its reader, encrypted, and signed again for those
     * who carry it.
     *
     * @param signing how it is signed, inside and outside
     * @param encryption how it is encrypted
     * @return the function
     */
    public static UnaryOperator<Message> wrapThrice(Signing signing, Encryption encryption) {
        return message -> signing.around().apply(encryption.signedBy(signing).apply(message));
    }

    /**
     * Compresses a message (RFC 3274), before it is signed or encrypted. Not every reader of S/MIME can expand it, and the
     * length of what is both compressed and encrypted tells something of its content.
     *
     * @return the function
     */
    public static UnaryOperator<Message> compress() {
        return Compressing::compressed;
    }

    /**
     * Opens a message by the standard policy.
     *
     * @param message the message
     * @param keys what decrypts it
     * @param trust whom to believe
     * @return its content and a verdict; a message without protection is opened as well
     * @throws java.io.UncheckedIOException if a source cannot be read or a key not be reached
     * @throws dev.tegami.LimitExceeded if the message holds more than {@link Bounds#standard} allows
     */
    public static Opened open(Message message, Keys keys, Trust trust) {
        return open(message, keys, trust, Policy.standard());
    }

    /**
     * Opens a message. Layers are opened from the root inwards and nowhere else: what is signed or encrypted somewhere
     * inside a multipart stays as it is.
     *
     * @param message the message
     * @param keys what decrypts it
     * @param trust whom to believe
     * @param policy what to ask of it
     * @return its content and a verdict; a message without protection is opened as well
     * @throws java.io.UncheckedIOException if a source cannot be read or a key not be reached
     * @throws dev.tegami.LimitExceeded if the message holds more than the policy's bounds allow
     */
    public static Opened open(Message message, Keys keys, Trust trust, Policy policy) {
        return new Opening(message, keys, trust, policy).open();
    }
}
