package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.PasswordRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.RFC3211WrapEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/** PasswordRecipientInfo (RFC 5652 section 6.2.4) with the key wrap of RFC 3211 and PBKDF2 (RFC 8018). */
public final class PasswordSecret implements Secret {
    private static final int SALT = 16;
    private static final int BLOCK = 16;
    private static final Map<ASN1ObjectIdentifier, String> FUNCTIONS = Map.of(
            PKCSObjectIdentifiers.id_hmacWithSHA1, "PBKDF2WithHmacSHA1",
            PKCSObjectIdentifiers.id_hmacWithSHA224, "PBKDF2WithHmacSHA224",
            PKCSObjectIdentifiers.id_hmacWithSHA256, "PBKDF2WithHmacSHA256",
            PKCSObjectIdentifiers.id_hmacWithSHA384, "PBKDF2WithHmacSHA384",
            PKCSObjectIdentifiers.id_hmacWithSHA512, "PBKDF2WithHmacSHA512");
    private static final Map<ASN1ObjectIdentifier, Integer> CIPHERS = Map.of(
            NISTObjectIdentifiers.id_aes128_CBC, 16,
            NISTObjectIdentifiers.id_aes192_CBC, 24,
            NISTObjectIdentifiers.id_aes256_CBC, 32);

    private final char[] password;
    private final int rounds;

    public PasswordSecret(char[] password, int rounds) {
        this.password = password.clone();
        this.rounds = rounds;
    }

    @Override
    public RecipientInfo wrap(byte[] key, CipherSuite suite) throws GeneralSecurityException {
        AlgorithmIdentifier function =
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
        PBKDF2Params derivation = new PBKDF2Params(Crypto.random(SALT), rounds, 32, function);
        byte[] vector = Crypto.random(BLOCK);
        RFC3211WrapEngine engine = new RFC3211WrapEngine(AESEngine.newInstance());
        engine.init(
                true,
                new ParametersWithRandom(
                        new ParametersWithIV(new KeyParameter(derive(derivation, 32)), vector), Crypto.random()));
        byte[] wrapped = engine.wrap(key, 0, key.length);
        AlgorithmIdentifier cipher =
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(vector));
        return new RecipientInfo(new PasswordRecipientInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBKDF2, derivation),
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_PWRI_KEK, cipher),
                new DEROctetString(wrapped)));
    }

    @Override
    public Optional<byte[]> unwrap(RecipientInfo info, Rounds budget) throws MalformedCms {
        try {
            return info.getInfo() instanceof PasswordRecipientInfo recipient
                    ? unwrap(recipient, budget)
                    : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new MalformedCms("not a recipient", e);
        }
    }

    private Optional<byte[]> unwrap(PasswordRecipientInfo info, Rounds budget) throws GeneralSecurityException {
        AlgorithmIdentifier derivation = info.getKeyDerivationAlgorithm();
        AlgorithmIdentifier wrap = info.getKeyEncryptionAlgorithm();
        if (derivation == null
                || !derivation.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)
                || !wrap.getAlgorithm().equals(PKCSObjectIdentifiers.id_alg_PWRI_KEK)) {
            return Optional.empty();
        }
        AlgorithmIdentifier cipher = AlgorithmIdentifier.getInstance(wrap.getParameters());
        PBKDF2Params parameters = PBKDF2Params.getInstance(derivation.getParameters());
        Integer length = CIPHERS.get(cipher.getAlgorithm());
        if (length == null
                || !FUNCTIONS.containsKey(parameters.getPrf().getAlgorithm())
                || !budget.spend(parameters.getIterationCount())) {
            return Optional.empty();
        }
        return unwrap(info.getEncryptedKey().getOctets(), derive(parameters, length), cipher);
    }

    private static Optional<byte[]> unwrap(byte[] wrapped, byte[] key, AlgorithmIdentifier cipher) {
        byte[] vector = ASN1OctetString.getInstance(cipher.getParameters()).getOctets();
        if (vector.length != BLOCK || wrapped.length % BLOCK != 0) {
            return Optional.empty();
        }
        RFC3211WrapEngine engine = new RFC3211WrapEngine(AESEngine.newInstance());
        engine.init(false, new ParametersWithIV(new KeyParameter(key), vector));
        try {
            return Optional.of(engine.unwrap(wrapped, 0, wrapped.length));
        } catch (InvalidCipherTextException e) {
            return Optional.empty();
        }
    }

    private byte[] derive(PBKDF2Params parameters, int length) throws GeneralSecurityException {
        String function = FUNCTIONS.get(parameters.getPrf().getAlgorithm());
        PBEKeySpec spec = new PBEKeySpec(
                password, parameters.getSalt(), parameters.getIterationCount().intValueExact(), length * 8);
        try {
            return SecretKeyFactory.getInstance(function).generateSecret(spec).getEncoded();
        } finally {
            spec.clearPassword();
        }
    }
}
