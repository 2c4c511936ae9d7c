package dev.tegami.smime.internal;

import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** What an RSA key is for, where its certificate says so (RFC 4055 sections 1.2 and 3.3). */
public final class RsaUse {
    private RsaUse() {}

    /** Whether a key whose certificate names it like this may make signatures of that kind. */
    public static boolean allows(AlgorithmIdentifier key, AlgorithmIdentifier signature) {
        if (key.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSAES_OAEP)) {
            return false;
        }
        if (!key.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return true;
        }
        return signature.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
                && (key.getParameters() == null
                        || fits(
                                RSASSAPSSparams.getInstance(key.getParameters()),
                                RSASSAPSSparams.getInstance(signature.getParameters())));
    }

    private static boolean fits(RSASSAPSSparams key, RSASSAPSSparams signature) {
        return key.getHashAlgorithm()
                        .getAlgorithm()
                        .equals(signature.getHashAlgorithm().getAlgorithm())
                && mask(key).getAlgorithm().equals(mask(signature).getAlgorithm())
                && key.getSaltLength().compareTo(signature.getSaltLength()) <= 0;
    }

    private static AlgorithmIdentifier mask(RSASSAPSSparams parameters) {
        return AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters());
    }
}
