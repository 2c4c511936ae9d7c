package dev.tegami.smime.internal;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.smime.SMIMECapabilitiesAttribute;
import org.bouncycastle.asn1.smime.SMIMECapabilityVector;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** What our reader understands, as signatures say it (RFC 8551 section 2.5.2): of each kind the best first. */
final class OwnCapabilities {
    private static final ASN1ObjectIdentifier[] CIPHERS = {
        NISTObjectIdentifiers.id_aes256_GCM,
        NISTObjectIdentifiers.id_aes192_GCM,
        NISTObjectIdentifiers.id_aes128_GCM,
        PKCSObjectIdentifiers.id_alg_AEADChaCha20Poly1305,
        NISTObjectIdentifiers.id_aes256_CBC,
        NISTObjectIdentifiers.id_aes192_CBC,
        NISTObjectIdentifiers.id_aes128_CBC,
        CMSObjectIdentifiers.id_alg_cek_hkdf_sha256
    };
    private static final ASN1ObjectIdentifier[] CAPSULES = {
        NISTObjectIdentifiers.id_alg_ml_kem_768,
        NISTObjectIdentifiers.id_alg_ml_kem_1024,
        NISTObjectIdentifiers.id_alg_ml_kem_512
    };
    private static final ASN1ObjectIdentifier[] AGREEMENTS = {
        PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha256_scheme,
        PKCSObjectIdentifiers.dhSinglePass_stdDH_hkdf_sha512_scheme,
        SECObjectIdentifiers.dhSinglePass_stdDH_sha256kdf_scheme
    };

    private OwnCapabilities() {}

    static SMIMECapabilitiesAttribute attribute() {
        SMIMECapabilityVector all = new SMIMECapabilityVector();
        for (ASN1ObjectIdentifier each : CIPHERS) {
            all.addCapability(each);
        }
        for (ASN1ObjectIdentifier each : CAPSULES) { // without parameters: RFC 9936
            all.addCapability(each);
        }
        for (ASN1ObjectIdentifier each : AGREEMENTS) { // each names a key wrap: RFC 5753 section 7, RFC 8418
            all.addCapability(each, KeyWrap.of(32));
            all.addCapability(each, KeyWrap.of(16));
        }
        all.addCapability(PKCSObjectIdentifiers.id_RSAES_OAEP, oaep());
        all.addCapability(PKCSObjectIdentifiers.id_rsa_KEM, rsaKem(32));
        all.addCapability(PKCSObjectIdentifiers.id_rsa_KEM, rsaKem(16));
        return new SMIMECapabilitiesAttribute(all);
    }

    /** With SHA-256, whose NULL belongs there, and with the tags of RFC 4055. */
    private static RSAESOAEPparams oaep() {
        AlgorithmIdentifier hash = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        return new RSAESOAEPparams(
                hash,
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash),
                RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM);
    }

    /** GenericHybridParameters with KDF3 of SHA-256 and a key wrap (RFC 9690). */
    private static DERSequence rsaKem(int length) {
        AlgorithmIdentifier function =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_kdf_kdf3, DigestAlgorithm.SHA256.identifier());
        DERSequence parameters = new DERSequence(new ASN1Encodable[] {function, new ASN1Integer(length)});
        ASN1ObjectIdentifier mechanism = new ASN1ObjectIdentifier(KemRecipient.RSA_KEM);
        return new DERSequence(
                new ASN1Encodable[] {new AlgorithmIdentifier(mechanism, parameters), KeyWrap.of(length)});
    }
}
