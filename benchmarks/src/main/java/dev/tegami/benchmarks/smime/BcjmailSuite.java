package dev.tegami.benchmarks.smime;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Properties;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.mail.smime.SMIMEAuthEnveloped;
import org.bouncycastle.mail.smime.SMIMEAuthEnvelopedGenerator;
import org.bouncycastle.mail.smime.SMIMEEnveloped;
import org.bouncycastle.mail.smime.SMIMEEnvelopedGenerator;
import org.bouncycastle.mail.smime.SMIMEException;
import org.bouncycastle.mail.smime.SMIMESigned;
import org.bouncycastle.mail.smime.SMIMESignedGenerator;
import org.bouncycastle.mail.smime.SMIMEUtil;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** Bouncy Castle's own, over Angus Mail, with one provider for everything, or with what the JDK finds. */
final class BcjmailSuite implements Suite {
    private final @Nullable Provider provider;
    private final Session session = Session.getInstance(new Properties());
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final String algorithm;
    private final byte[] part;
    private final byte[] signed;
    private final byte[] gcm;
    private final byte[] cbc;

    BcjmailSuite(Letter letter, @Nullable Provider provider) throws GeneralSecurityException {
        this.provider = provider;
        Person person = letter.person();
        this.key = person.key();
        this.certificate = person.certificate();
        String kind = person.key().getAlgorithm();
        this.algorithm = kind.equals("RSA") ? "SHA256withRSA" : kind.equals("EC") ? "SHA256withECDSA" : "Ed25519";
        this.part = letter.part();
        this.signed = letter.signed();
        this.gcm = letter.encrypted(Work.Cipher.GCM);
        this.cbc = letter.encrypted(Work.Cipher.CBC);
    }

    /** Its exceptions as one. */
    private interface Step {
        long run()
                throws GeneralSecurityException, IOException, MessagingException, CMSException, SMIMEException,
                        OperatorCreationException;
    }

    private static long run(Step step) throws GeneralSecurityException, IOException {
        try {
            return step.run();
        } catch (MessagingException | CMSException | SMIMEException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private MimeBodyPart part() throws MessagingException {
        return new MimeBodyPart(new SharedByteArrayInputStream(part));
    }

    private MimeMessage message(byte[] octets) throws MessagingException {
        return new MimeMessage(session, new SharedByteArrayInputStream(octets));
    }

    private static long written(MimeMessage message) throws MessagingException, IOException {
        message.setFrom("ada@example.org");
        message.setRecipients(MimeMessage.RecipientType.TO, "ada@example.org");
        message.setSubject("A letter");
        message.saveChanges();
        message.writeTo(OutputStream.nullOutputStream());
        return message.getSubject().length();
    }

    @Override
    public long sign() throws GeneralSecurityException, IOException {
        return run(() -> {
            JcaSimpleSignerInfoGeneratorBuilder builder = new JcaSimpleSignerInfoGeneratorBuilder();
            if (provider != null) {
                builder.setProvider(provider);
            }
            SMIMESignedGenerator generator = new SMIMESignedGenerator();
            generator.addSignerInfoGenerator(builder.build(algorithm, key, certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            MimeMessage message = new MimeMessage(session);
            message.setContent(generator.generate(part()));
            return written(message);
        });
    }

    @Override
    public long verify() throws GeneralSecurityException, IOException {
        return run(() -> {
            JcaSimpleSignerInfoVerifierBuilder builder = new JcaSimpleSignerInfoVerifierBuilder();
            if (provider != null) {
                builder.setProvider(provider);
            }
            SMIMESigned opened = new SMIMESigned((MimeMultipart) message(signed).getContent());
            SignerInformation signer =
                    opened.getSignerInfos().getSigners().iterator().next();
            if (!signer.verify(builder.build(certificate))) {
                throw new IllegalStateException("the signature is good, and was not found so");
            }
            return opened.getVersion();
        });
    }

    @Override
    public long encrypt(Work.Cipher cipher) throws GeneralSecurityException, IOException {
        boolean authenticated = cipher == Work.Cipher.GCM;
        ASN1ObjectIdentifier oid = authenticated ? CMSAlgorithm.AES256_GCM : CMSAlgorithm.AES256_CBC;
        return run(() -> {
            JceKeyTransRecipientInfoGenerator reader = new JceKeyTransRecipientInfoGenerator(certificate);
            JceCMSContentEncryptorBuilder encryptor = new JceCMSContentEncryptorBuilder(oid);
            if (provider != null) {
                reader.setProvider(provider);
                encryptor.setProvider(provider);
            }
            SMIMEEnvelopedGenerator generator =
                    authenticated ? new SMIMEAuthEnvelopedGenerator() : new SMIMEEnvelopedGenerator();
            generator.addRecipientInfoGenerator(reader);
            MimeBodyPart made = generator.generate(part(), encryptor.build());
            MimeMessage message = new MimeMessage(session);
            message.setContent(made.getContent(), made.getContentType());
            return written(message);
        });
    }

    @Override
    public long decrypt(Work.Cipher cipher) throws GeneralSecurityException, IOException {
        return run(() -> {
            RecipientInformation found;
            Recipient reader;
            if (cipher == Work.Cipher.GCM) {
                JceKeyTransAuthEnvelopedRecipient authenticated = new JceKeyTransAuthEnvelopedRecipient(key);
                reader = provider == null ? authenticated : authenticated.setProvider(provider);
                found = new SMIMEAuthEnveloped(message(gcm))
                        .getRecipientInfos()
                        .iterator()
                        .next();
            } else {
                JceKeyTransEnvelopedRecipient plain = new JceKeyTransEnvelopedRecipient(key);
                reader = provider == null ? plain : plain.setProvider(provider);
                found = new SMIMEEnveloped(message(cbc))
                        .getRecipientInfos()
                        .iterator()
                        .next();
            }
            BodyPart inside = SMIMEUtil.toMimeBodyPart(found.getContent(reader));
            inside.writeTo(OutputStream.nullOutputStream());
            return inside.getLineCount();
        });
    }
}
