package dev.tegami.smime.internal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.util.BigIntegers;

/** KEMRecipientInfo (RFC 9629), for ML-KEM (RFC 9936) and RSA-KEM (RFC 9690). */
final class KemRecipient {
    static final String RSA_KEM = "1.0.18033.2.2.4";

    private KemRecipient() {}

    static RecipientInfo wrap(X509Certificate certificate, byte[] content) throws GeneralSecurityException {
        TBSCertificate fields = Certificates.fields(certificate);
        SubjectPublicKeyInfo key = fields.getSubjectPublicKeyInfo();
        if (Kem.isKey(key)) {
            SecretWithEncapsulation capsule = Kem.encapsulate(key);
            AlgorithmIdentifier function = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256);
            AlgorithmIdentifier wrap = KeyWrap.of(Math.max(Kem.strength(key), content.length));
            return info(
                    fields,
                    key.getAlgorithm(),
                    capsule.getEncapsulation(),
                    function,
                    wrap,
                    capsule.getSecret(),
                    content);
        }
        if (Certificates.key(key) instanceof RSAPublicKey rsa) {
            BigInteger secret = BigIntegers.createRandomInRange(
                    BigInteger.ZERO, rsa.getModulus().subtract(BigInteger.ONE), Crypto.random());
            int length = (rsa.getModulus().bitLength() + 7) / 8;
            byte[] capsule =
                    BigIntegers.asUnsignedByteArray(length, secret.modPow(rsa.getPublicExponent(), rsa.getModulus()));
            AlgorithmIdentifier function =
                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_kdf_kdf3, DigestAlgorithm.SHA256.identifier());
            return info(
                    fields,
                    new AlgorithmIdentifier(new ASN1ObjectIdentifier(RSA_KEM)),
                    capsule,
                    function,
                    KeyWrap.of(content.length),
                    BigIntegers.asUnsignedByteArray(length, secret),
                    content);
        }
        throw new GeneralSecurityException("no key for capsules");
    }

    private static RecipientInfo info(
            TBSCertificate certificate,
            AlgorithmIdentifier kem,
            byte[] capsule,
            AlgorithmIdentifier function,
            AlgorithmIdentifier wrap,
            byte[] secret,
            byte[] content)
            throws GeneralSecurityException {
        byte[] key = KemSecret.derive(function, wrap, null, secret);
        RecipientIdentifier id = new RecipientIdentifier(new IssuerAndSerialNumber(
                certificate.getIssuer(), certificate.getSerialNumber().getValue()));
        KEMRecipientInfo info = new KEMRecipientInfo(
                id,
                kem,
                new DEROctetString(capsule),
                function,
                new ASN1Integer(key.length),
                null,
                wrap,
                new DEROctetString(KeyWrap.wrap(key, content)));
        return new RecipientInfo(new OtherRecipientInfo(CMSObjectIdentifiers.id_ori_kem, info));
    }

    static boolean is(RecipientInfo info) {
        return info.getInfo() instanceof OtherRecipientInfo other
                && other.getType().equals(CMSObjectIdentifiers.id_ori_kem);
    }

    static KEMRecipientInfo of(RecipientInfo info) {
        return KEMRecipientInfo.getInstance(((OtherRecipientInfo) info.getInfo()).getValue());
    }

    static byte[] unwrap(KEMRecipientInfo info, TBSCertificate certificate, PrivateOperations key)
            throws GeneralSecurityException {
        if (info.getKekLength() != KeyWrap.length(info.getWrap())) {
            throw new GeneralSecurityException("a key of another length than its cipher's");
        }
        byte[] secret = secret(info, certificate.getSubjectPublicKeyInfo().getAlgorithm(), key);
        byte[] wrapping = KemSecret.derive(info.getKdf(), info.getWrap(), info.getUkm(), secret);
        return KeyWrap.unwrap(wrapping, info.getEncryptedKey().getOctets());
    }

    /** By the mechanism of the certificate's key only, whatever the message says. */
    private static byte[] secret(KEMRecipientInfo info, AlgorithmIdentifier kind, PrivateOperations key)
            throws GeneralSecurityException {
        AlgorithmIdentifier kem = info.getKem();
        byte[] capsule = info.getKemct().getOctets();
        boolean rsa = kem.getAlgorithm().getId().equals(RSA_KEM)
                && kind.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
        if (kem.getParameters() == null && rsa) {
            return key.rsa(capsule);
        }
        if (kem.getParameters() == null && kem.getAlgorithm().equals(kind.getAlgorithm())) {
            return key.decapsulate(capsule);
        }
        throw new GeneralSecurityException("the capsule is not for a key of this kind");
    }
}
