package dev.tegami.peers;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KEMRecipientInformation;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKEMEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKEMRecipientId;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.mail.smime.SMIMEAuthEnveloped;
import org.bouncycastle.mail.smime.SMIMEAuthEnvelopedGenerator;
import org.bouncycastle.mail.smime.SMIMEEnveloped;
import org.bouncycastle.mail.smime.SMIMEEnvelopedGenerator;
import org.bouncycastle.mail.smime.SMIMEException;
import org.bouncycastle.mail.smime.SMIMESigned;
import org.bouncycastle.mail.smime.SMIMESignedGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.util.Selector;
import org.bouncycastle.util.Store;

/** Bouncy Castle's S/MIME for Jakarta Mail, the independent judge of ours. Octets in, octets out. */
public final class Bcjmail {
    private static final Provider BC = new BouncyCastleProvider();
    private static final Session SESSION = Session.getInstance(new Properties());

    private Bcjmail() {}

    /** How a content key travels to an RSA key; and whether it is one that the content's key is derived from. */
    public enum Transport {
        PKCS1,
        OAEP_SHA256,
        KEM,
        PKCS1_DERIVED,
        OAEP_SHA256_DERIVED;

        boolean isDerived() {
            return name().endsWith("DERIVED");
        }
    }

    /** What went wrong, whichever of its exceptions said so. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(Throwable cause) {
            super(cause);
        }

        Refused(String message) {
            super(message);
        }
    }

    /** The name of its jar, which is the only place where its version is. */
    public static String jar() {
        String place = SMIMESigned.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        return place.substring(place.lastIndexOf('/') + 1);
    }

    private static MimeMessage message(byte[] octets) throws MessagingException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(octets));
    }

    private static MimeBodyPart part(byte[] octets) throws MessagingException {
        return new MimeBodyPart(new ByteArrayInputStream(octets));
    }

    /** Checks every signer of a message and gives the signed part. */
    public static byte[] verify(byte[] octets) throws Refused {
        try {
            MimeMessage message = message(octets);
            SMIMESigned signed = message.isMimeType("multipart/signed")
                    ? new SMIMESigned((MimeMultipart) message.getContent())
                    : new SMIMESigned(message);
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            if (signers.isEmpty()) {
                throw new Refused("nobody signed it");
            }
            for (SignerInformation signer : signers) {
                if (!isGood(signer, signed.getCertificates())) {
                    throw new Refused("a signature is wrong");
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            signed.getContent().writeTo(out);
            return out.toByteArray();
        } catch (MessagingException
                | IOException
                | CMSException
                | SMIMEException
                | GeneralSecurityException
                | OperatorCreationException e) {
            throw new Refused(e);
        }
    }

    private static boolean isGood(SignerInformation signer, Store<X509CertificateHolder> certificates)
            throws GeneralSecurityException, OperatorCreationException, CMSException {
        @SuppressWarnings("unchecked") // a SignerId selects certificates
        Selector<X509CertificateHolder> id = signer.getSID();
        X509CertificateHolder holder = certificates.getMatches(id).iterator().next();
        X509Certificate certificate =
                new JcaX509CertificateConverter().setProvider(BC).getCertificate(holder);
        return signer.verify(
                new JcaSimpleSignerInfoVerifierBuilder().setProvider(BC).build(certificate));
    }

    /** Signs a part as multipart/signed; the algorithm is a JCA name. */
    public static byte[] sign(byte[] part, PrivateKey key, X509Certificate certificate, String algorithm)
            throws Refused {
        try {
            MimeMultipart signed = generator(key, certificate, algorithm).generate(part(part));
            MimeBodyPart outer = new MimeBodyPart();
            outer.setContent(signed);
            outer.addHeader("Content-Type", signed.getContentType());
            return written(outer);
        } catch (MessagingException
                | IOException
                | SMIMEException
                | GeneralSecurityException
                | OperatorCreationException e) {
            throw new Refused(e);
        }
    }

    /** Signs a part as application/pkcs7-mime. */
    public static byte[] signOpaque(byte[] part, PrivateKey key, X509Certificate certificate, String algorithm)
            throws Refused {
        try {
            return written(generator(key, certificate, algorithm).generateEncapsulated(part(part)));
        } catch (MessagingException
                | IOException
                | SMIMEException
                | GeneralSecurityException
                | OperatorCreationException e) {
            throw new Refused(e);
        }
    }

    private static byte[] written(MimeBodyPart part) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("MIME-Version: 1.0\r\n".getBytes(StandardCharsets.US_ASCII));
        part.writeTo(out);
        return out.toByteArray();
    }

    private static SMIMESignedGenerator generator(PrivateKey key, X509Certificate certificate, String algorithm)
            throws GeneralSecurityException, OperatorCreationException {
        SMIMESignedGenerator generator = new SMIMESignedGenerator();
        generator.addSignerInfoGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().setProvider(BC).build(algorithm, key, certificate));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
        return generator;
    }

    /** Encrypts a part; the cipher decides between enveloped-data and authEnveloped-data. */
    public static byte[] encrypt(
            byte[] part, X509Certificate certificate, ASN1ObjectIdentifier cipher, Transport transport) throws Refused {
        try {
            SMIMEEnvelopedGenerator generator = CMSAlgorithm.AES128_CBC.equals(cipher)
                            || CMSAlgorithm.AES192_CBC.equals(cipher)
                            || CMSAlgorithm.AES256_CBC.equals(cipher)
                    ? new SMIMEEnvelopedGenerator()
                    : new SMIMEAuthEnvelopedGenerator();
            generator.addRecipientInfoGenerator(recipient(certificate, transport));
            return written(generator.generate(
                    part(part),
                    new JceCMSContentEncryptorBuilder(cipher)
                            .setEnableSha256HKdf(transport.isDerived())
                            .setProvider(BC)
                            .build()));
        } catch (MessagingException | IOException | CMSException | SMIMEException | GeneralSecurityException e) {
            throw new Refused(e);
        }
    }

    private static RecipientInfoGenerator recipient(X509Certificate certificate, Transport transport)
            throws GeneralSecurityException, CMSException {
        String kind = certificate.getPublicKey().getAlgorithm();
        if (kind.startsWith("ML-KEM") || (kind.equals("RSA") && transport == Transport.KEM)) {
            return capsule(certificate, kind);
        }
        if (kind.equals("RSA")) {
            return transport == Transport.PKCS1 || transport == Transport.PKCS1_DERIVED
                    ? new JceKeyTransRecipientInfoGenerator(certificate).setProvider(BC)
                    : new JceKeyTransRecipientInfoGenerator(certificate, oaep()).setProvider(BC);
        }
        boolean curve = certificate.getPublicKey() instanceof ECPublicKey;
        KeyPairGenerator ephemeral = KeyPairGenerator.getInstance(curve ? "EC" : kind, BC);
        if (curve) {
            ephemeral.initialize(((ECPublicKey) certificate.getPublicKey()).getParams());
        }
        KeyPair pair = ephemeral.generateKeyPair();
        return new JceKeyAgreeRecipientInfoGenerator(
                        scheme(kind, curve), pair.getPrivate(), pair.getPublic(), CMSAlgorithm.AES256_WRAP)
                .addRecipient(certificate)
                .setProvider(BC);
    }

    /** RFC 5753, RFC 8418. */
    private static ASN1ObjectIdentifier scheme(String kind, boolean curve) {
        if (curve) {
            return CMSAlgorithm.ECDH_SHA256KDF;
        }
        return kind.equals("X448")
                ? PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha512_scheme
                : PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha256_scheme;
    }

    private static RecipientInfoGenerator capsule(X509Certificate certificate, String kind)
            throws GeneralSecurityException {
        AlgorithmIdentifier derivation = kind.equals("RSA")
                ? new AlgorithmIdentifier(
                        X9ObjectIdentifiers.id_kdf_kdf3, new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256))
                : new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);
        return new JceKEMRecipientInfoGenerator(certificate, CMSAlgorithm.AES256_WRAP)
                .setKDF(derivation)
                .setProvider(BC);
    }

    private static AlgorithmIdentifier oaep() throws GeneralSecurityException {
        return new JcaAlgorithmParametersConverter()
                .getAlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_RSAES_OAEP,
                        new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
    }

    /** Decrypts a message and gives the part inside. */
    public static byte[] decrypt(byte[] octets, PrivateKey key, X509Certificate certificate) throws Refused {
        try {
            MimeMessage message = message(octets);
            if (message.getContentType().contains("authEnveloped-data")) {
                RecipientInformation found = found(new SMIMEAuthEnveloped(message).getRecipientInfos(), certificate);
                return found.getContent(authenticated(found, key));
            }
            RecipientInformation found = found(new SMIMEEnveloped(message).getRecipientInfos(), certificate);
            return found.getContent(plain(found, key));
        } catch (MessagingException | CMSException e) {
            throw new Refused(e);
        }
    }

    private static Recipient authenticated(RecipientInformation found, PrivateKey key) {
        if (found instanceof KEMRecipientInformation) {
            return new JceKEMAuthEnvelopedRecipient(key).setProvider(BC);
        }
        return found instanceof KeyAgreeRecipientInformation
                ? new JceKeyAgreeAuthEnvelopedRecipient(key).setProvider(BC)
                : new JceKeyTransAuthEnvelopedRecipient(key).setProvider(BC);
    }

    private static Recipient plain(RecipientInformation found, PrivateKey key) {
        if (found instanceof KEMRecipientInformation) {
            return new JceKEMEnvelopedRecipient(key).setProvider(BC);
        }
        return found instanceof KeyAgreeRecipientInformation
                ? new JceKeyAgreeEnvelopedRecipient(key).setProvider(BC)
                : new JceKeyTransEnvelopedRecipient(key).setProvider(BC);
    }

    private static RecipientInformation found(RecipientInformationStore recipients, X509Certificate certificate)
            throws Refused {
        return Stream.of(
                        new JceKeyTransRecipientId(certificate),
                        new JceKeyAgreeRecipientId(certificate),
                        new JceKEMRecipientId(certificate))
                .map(recipients::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new Refused("not for this certificate"));
    }
}
