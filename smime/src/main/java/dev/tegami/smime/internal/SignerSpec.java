package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Who signs: what goes into a SignerInfo, and the call that makes the signature. */
public record SignerSpec(
        X509Certificate certificate, List<X509Certificate> chain, SignatureScheme scheme, Operation key) {
    /** Signs octets with a private key, wherever that lies. */
    @FunctionalInterface
    public interface Operation {
        byte[] sign(byte[] octets) throws GeneralSecurityException;
    }
}
