package dev.tegami.smime;

import dev.tegami.mime.ContentType;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Parts;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import dev.tegami.smime.internal.DigestAlgorithm;
import dev.tegami.smime.internal.SignedDataWriter;
import dev.tegami.smime.internal.SignerSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Signs messages. Immutable and safe to share; every change gives a new one.
 *
 * <pre>{@code
 * Message signed = note.with(Smime.sign(ada).opaque());
 * }</pre>
 */
public final class Signing implements UnaryOperator<Message> {
    /** What is signed is copied up to here; beyond, it is hashed again whenever it is written. */
    private static final int COPIED = 16 << 20;

    private final List<Identity> identities;
    private final Layer.Form form;
    private final Optional<SignatureAlgorithm> algorithm;
    private final Statements stated;
    private final Clock clock;
    private final Headers headers;

    /** Whether the header is signed too. */
    private enum Headers {
        OPEN,
        PROTECTED
    }

    private Signing(
            List<Identity> identities,
            Layer.Form form,
            Optional<SignatureAlgorithm> algorithm,
            Statements stated,
            Clock clock,
            Headers headers) {
        this.identities = List.copyOf(identities);
        this.form = form;
        this.algorithm = algorithm;
        this.stated = stated;
        this.clock = clock;
        this.headers = headers;
    }

    static Signing by(List<Identity> identities) {
        if (identities.isEmpty()) {
            throw new SmimeException("nobody signs", "give at least one identity");
        }
        return new Signing(
                identities, Layer.Form.DETACHED, Optional.empty(), Statements.none(), Clock.systemUTC(), Headers.OPEN);
    }

    /**
     * Puts the content inside the signature (application/pkcs7-mime): nothing on the way can spoil it, and only readers
     * with S/MIME can show it.
     *
     * @return a new function
     */
    public Signing opaque() {
        return new Signing(identities, Layer.Form.OPAQUE, algorithm, stated, clock, headers);
    }

    /**
     * Signs in a way that is not the usual one for the keys, such as {@link SignatureAlgorithm#RSA_PSS_SHA256}.
     *
     * @param chosen the algorithm, for every signer
     * @return a new function
     */
    public Signing algorithm(SignatureAlgorithm chosen) {
        return new Signing(identities, form, Optional.of(chosen), stated, clock, headers);
    }

    /**
     * Tells readers to encrypt their answers to another certificate than the signer's.
     *
     * @param identity whose certificate to use
     * @return a new function
     */
    public Signing answersTo(Identity identity) {
        return new Signing(identities, form, algorithm, stated.answers(identity), clock, headers);
    }

    /**
     * Asks readers for signed receipts (RFC 2634 section 2).
     *
     * @param request of whom, and where to send them
     * @return a new function
     */
    public Signing requesting(ReceiptRequest request) {
        return new Signing(identities, form, algorithm, stated.receipt(request), clock, headers);
    }

    /**
     * Says how sensitive the content is (RFC 2634 section 3).
     *
     * @param label the label, which everyone can read who can read the signature
     * @return a new function
     */
    public Signing labelled(SecurityLabel label) {
        return new Signing(identities, form, algorithm, stated.label(label), clock, headers);
    }

    /**
     * Has every signature stamped by a timestamp authority (RFC 3161), so that it can be trusted after its certificate has
     * expired. The token is checked before it is used, by the standard policy.
     *
     * @param source carries the question
     * @param trust what leads to the authority: {@link Trust#stamping}
     * @return a new function, which throws {@link TimestampFailed} where there is no timestamp to be had
     */
    public Signing timestamped(TimestampSource source, Trust trust) {
        return timestamped(source, trust, Policy.standard());
    }

    /**
     * Has every signature stamped by a timestamp authority.
     *
     * @param source carries the question
     * @param trust what leads to the authority: {@link Trust#stamping}
     * @param policy what to ask of it
     * @return a new function, which throws {@link TimestampFailed} where there is no timestamp to be had
     */
    public Signing timestamped(TimestampSource source, Trust trust, Policy policy) {
        return new Signing(
                identities, form, algorithm, stated.stamping(new Stamping(source, trust, policy)), clock, headers);
    }

    /**
     * Takes the signing time from another clock.
     *
     * @param changed the clock
     * @return a new function
     */
    public Signing clock(Clock changed) {
        return new Signing(identities, form, algorithm, stated, changed, headers);
    }

    /**
     * Signs the header as well (RFC 9788): what readers are shown of it is then the author's, whatever stands outside. Bcc
     * is left out. The message must not have a layer yet; to sign and encrypt see {@link Encryption#signedBy}.
     *
     * @return a new function
     */
    public Signing protectingHeaders() {
        return new Signing(identities, form, algorithm, stated, clock, Headers.PROTECTED);
    }

    boolean isProtectingHeaders() {
        return headers == Headers.PROTECTED;
    }

    /** What signs around other layers: the header is theirs. */
    Signing around() {
        return new Signing(identities, form, algorithm, stated.around(), clock, Headers.OPEN);
    }

    /**
     * Signs. The content is read once, encoded for 7bit transport and with CRLF line ends.
     *
     * @param message the message
     * @return the signed message
     * @throws SmimeException if a key does not sign, or the header is to be protected and the message has a layer already
     * @throws UncheckedIOException if a source cannot be read
     */
    @Override
    public Message apply(Message message) {
        // what is signed must pass any transport unchanged, which also says that its lines end in CRLF; only its header
        // may be UTF-8 (RFC 6532), where the outer one is
        return sign(
                isProtectingHeaders()
                        ? Payload.clear(message, TransferEncoding.SEVEN_BIT)
                        : Payload.bare(message, TransferEncoding.SEVEN_BIT));
    }

    Message sign(Payload payload) {
        List<SignerSpec> signers = identities.stream().map(this::signer).toList();
        try {
            Source octets = payload.part().raw();
            Measured measured = Measured.of(octets, signers, COPIED);
            SignedDataWriter writer = new SignedDataWriter(
                            signers,
                            clock.instant(),
                            stated.answers().map(Identity::certificate).orElse(null))
                    .stating(stated.attributes());
            if (stated.stamping().isPresent()) {
                writer = writer.stamped(stated.stamping().get()::token);
            }
            return form == Layer.Form.DETACHED
                    ? detached(payload.outside(), measured, writer)
                    : opaque(payload.outside(), measured, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new SmimeException("the message cannot be signed", "see whether the key fits the algorithm", e);
        }
    }

    private SignerSpec signer(Identity identity) {
        SignatureAlgorithm chosen = algorithm.orElseGet(identity::signatureAlgorithm);
        if (!chosen.scheme().fits(identity.certificate())) {
            throw new SmimeException(
                    "the message cannot be signed: the certificate's key is not for " + chosen,
                    "leave the algorithm to the identity, or take another identity");
        }
        return spec(identity, chosen);
    }

    static SignerSpec spec(Identity identity, SignatureAlgorithm chosen) {
        return new SignerSpec(
                identity.certificate(),
                identity.issuers(),
                chosen.scheme(),
                octets -> identity.key().sign(chosen, octets));
    }

    private static Message detached(Header outside, Measured measured, SignedDataWriter writer)
            throws IOException, GeneralSecurityException {
        Part signed = Message.parse(measured.source()).root();
        byte[] cms = writer.detached(measured.digests());
        Part signature = Cms.part(Source.of(cms), "pkcs7-signature", "", "smime.p7s");
        ContentType type = ContentType.of("multipart", "signed")
                .with("protocol", "application/pkcs7-signature")
                .with("micalg", micalg(measured.digests()));
        Parts parts = Parts.of(type, List.of(signed, signature));
        return Message.of(Part.of(outside, parts));
    }

    private static String micalg(Map<DigestAlgorithm, byte[]> digests) {
        return digests.keySet().stream().map(DigestAlgorithm::micalg).collect(Collectors.joining(","));
    }

    private static Message opaque(Header outside, Measured measured, SignedDataWriter writer)
            throws GeneralSecurityException {
        Source cms = writer.opaque(measured.digests(), measured.source());
        return Cms.message(outside, Cms.part(cms, "pkcs7-mime", "signed-data", "smime.p7m"));
    }
}
