package dev.tegami.smime;

import dev.tegami.smime.internal.Crypto;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that issues whatever it is asked for. */
record Authority(KeyPair key, X509Certificate certificate, String algorithm) {
    Authority(KeyPair key, X509Certificate certificate) {
        this(key, certificate, "SHA256withECDSA");
    }

    static Instant now() {
        return Instant.now();
    }

    /** One extension, never critical except where it says so. */
    record Extra(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        static Extra authority() {
            return new Extra(Extension.basicConstraints, true, new BasicConstraints(true));
        }

        static Extra usage(int bits) {
            return new Extra(Extension.keyUsage, true, new KeyUsage(bits));
        }

        static Extra names(GeneralName... names) {
            return new Extra(Extension.subjectAlternativeName, false, new GeneralNames(names));
        }
    }

    static Authority root(String name) {
        KeyPair key = People.key("P-256");
        Authority bare = new Authority(key, People.WORLD.root);
        return new Authority(key, bare.issue(new X500Name(name), new X500Name(name), key, Extra.authority()));
    }

    Authority below(String name, Extra... more) {
        KeyPair fresh = People.key("P-256");
        Extra[] all = new Extra[more.length + 1];
        System.arraycopy(more, 0, all, 0, more.length);
        all[more.length] = Extra.authority();
        return new Authority(fresh, issue(name, fresh, all));
    }

    X509Certificate issue(String name, KeyPair fresh, Extra... extensions) {
        return issue(
                new X500Name(certificate.getSubjectX500Principal().getName()), new X500Name(name), fresh, extensions);
    }

    private X509Certificate issue(X500Name issuer, X500Name subject, KeyPair fresh, Extra... extensions) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(64, new SecureRandom()).setBit(64),
                    Date.from(now().minus(Duration.ofDays(2))),
                    Date.from(now().plus(Duration.ofDays(2))),
                    subject,
                    fresh.getPublic());
            for (Extra each : extensions) {
                builder.addExtension(each.type(), each.critical(), each.value());
            }
            return new JcaX509CertificateConverter().setProvider(Crypto.BC).getCertificate(builder.build(signer()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    ContentSigner signer() {
        try {
            return new JcaContentSignerBuilder(algorithm).setProvider(Crypto.BC).build(key.getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    Identity person(String address, Authority... above) {
        return person(new GeneralName(GeneralName.rfc822Name, address), above);
    }

    Identity person(GeneralName mailbox, Authority... above) {
        KeyPair fresh = People.key("P-256");
        X509Certificate[] issuers = new X509Certificate[above.length + 1];
        issuers[0] = certificate;
        for (int i = 0; i < above.length; i++) {
            issuers[i + 1] = above[i].certificate();
        }
        return Identity.of(fresh.getPrivate(), issue("CN=Somebody", fresh, Extra.names(mailbox)), issuers);
    }

    X509CRL revoking(X509Certificate... revoked) {
        try {
            JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(
                    certificate.getSubjectX500Principal(), Date.from(now().minus(Duration.ofDays(1))));
            builder.setNextUpdate(Date.from(now().plus(Duration.ofDays(1))));
            for (X509Certificate each : revoked) {
                builder.addCRLEntry(
                        each.getSerialNumber(), Date.from(now().minus(Duration.ofDays(1))), CRLReason.keyCompromise);
            }
            return new JcaX509CRLConverter().setProvider(Crypto.BC).getCRL(builder.build(signer()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
