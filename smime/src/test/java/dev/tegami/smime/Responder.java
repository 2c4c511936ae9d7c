package dev.tegami.smime;

import dev.tegami.smime.internal.Crypto;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An OCSP responder in memory. */
record Responder(KeyPair key, X509Certificate certificate, X509Certificate issuer, String algorithm) {
    static final CertificateStatus REVOKED =
            new RevokedStatus(Date.from(Authority.now().minus(Duration.ofDays(1))), 1);

    static Responder itself(Authority authority) {
        return new Responder(authority.key(), authority.certificate(), authority.certificate(), "SHA256withECDSA");
    }

    /** Who has a certificate of the authority, for this purpose and with or without the excuse from being checked. */
    static Responder appointed(Authority authority, KeyPurposeId purpose, Authority.Extra... more) {
        KeyPair fresh = People.key("P-256");
        Authority.Extra[] all = new Authority.Extra[more.length + 1];
        System.arraycopy(more, 0, all, 0, more.length);
        all[more.length] = new Authority.Extra(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        X509Certificate certificate = authority.issue("CN=Responder", fresh, all);
        return new Responder(fresh, certificate, authority.certificate(), "SHA256withECDSA");
    }

    static Authority.Extra excused() {
        ASN1Encodable nothing = DERNull.INSTANCE;
        return new Authority.Extra(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, nothing);
    }

    Responder with(String changed) {
        return new Responder(key, certificate, issuer, changed);
    }

    OcspResponse of(X509Certificate asked, CertificateStatus status) {
        return of(
                asked, status, Authority.now().minusSeconds(60), Authority.now().plusSeconds(3600));
    }

    OcspResponse of(X509Certificate asked, CertificateStatus status, Instant from, Instant until) {
        try {
            BasicOCSPRespBuilder builder = builder();
            builder.addResponse(id(asked), status, Date.from(from), Date.from(until));
            return OcspResponse.of(sealed(builder));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers a question, with this nonce extension if there is one. */
    byte[] answer(byte[] question, X509Certificate asked, Extension... nonce) throws Exception {
        CertificateID id = new OCSPReq(question).getRequestList()[0].getCertID();
        BasicOCSPRespBuilder builder = builder();
        builder.addResponse(
                id,
                CertificateStatus.GOOD,
                Date.from(Authority.now()),
                Date.from(Authority.now().plusSeconds(60)));
        if (nonce.length > 0) {
            builder.setResponseExtensions(new Extensions(nonce));
        }
        return sealed(builder);
    }

    private BasicOCSPRespBuilder builder() throws Exception {
        return new BasicOCSPRespBuilder(new RespID(new JcaX509CertificateHolder(certificate).getSubject()));
    }

    private CertificateID id(X509Certificate asked) throws Exception {
        return new CertificateID(
                new JcaDigestCalculatorProviderBuilder()
                        .setProvider(Crypto.BC)
                        .build()
                        .get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(issuer),
                asked.getSerialNumber());
    }

    private byte[] sealed(BasicOCSPRespBuilder builder) throws Exception {
        X509CertificateHolder[] chain = {new JcaX509CertificateHolder(certificate)};
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        builder.build(
                                new JcaContentSignerBuilder(algorithm)
                                        .setProvider(Crypto.BC)
                                        .build(key.getPrivate()),
                                chain,
                                Date.from(Authority.now())))
                .getEncoded();
    }
}
