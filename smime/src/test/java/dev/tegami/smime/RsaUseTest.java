package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys whose certificates say that they are for RSASSA-PSS only (RFC 4055). */
class RsaUseTest {
    private static final Identity ANY = person(new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
    private static final Identity ONLY_SHA512 = person(new RSAKeyGenParameterSpec(
            2048, RSAKeyGenParameterSpec.F4, new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1)));

    private static Identity person(RSAKeyGenParameterSpec spec) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSASSA-PSS");
            generator.initialize(spec);
            KeyPair pair = generator.generateKeyPair();
            return Identity.of(
                    KeyOperations.of(plain(pair.getPrivate())),
                    People.WORLD.issue(new X500Name("CN=Pss"), pair, People.ofEverything("ada@example.org")),
                    People.WORLD.root);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same key without the restriction, as an attacker or a careless program would use it. */
    static PrivateKey plain(PrivateKey key) throws java.security.GeneralSecurityException {
        RSAPrivateCrtKey crt = (RSAPrivateCrtKey) key;
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateCrtKeySpec(
                        crt.getModulus(),
                        crt.getPublicExponent(),
                        crt.getPrivateExponent(),
                        crt.getPrimeP(),
                        crt.getPrimeQ(),
                        crt.getPrimeExponentP(),
                        crt.getPrimeExponentQ(),
                        crt.getCrtCoefficient()));
    }

    @Test
    void itSignsByPssOfItsOwnAccord() {
        assertThat(ANY.signatureAlgorithm()).isEqualTo(SignatureAlgorithm.RSA_PSS_SHA256);
        assertThat(ONLY_SHA512.signatureAlgorithm()).isEqualTo(SignatureAlgorithm.RSA_PSS_SHA512);
        Judged.trusted(Letters.arrived(Letters.plain().with(Smime.sign(ANY))));
        Judged.trusted(Letters.arrived(Letters.plain().with(Smime.sign(ONLY_SHA512))));
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureAlgorithm.class,
            names = {"RSA_SHA256", "RSA_SHA512", "RSA_PSS_SHA256", "ECDSA_SHA256", "ED25519"})
    void itDoesNotSignOtherwise(SignatureAlgorithm algorithm) {
        Signing signing = Smime.sign(ONLY_SHA512).algorithm(algorithm);
        assertThatThrownBy(() -> Letters.plain().with(signing))
                .isInstanceOf(SmimeException.class)
                .hasMessageContaining("not for " + algorithm);
    }

    private static void refused(Identity by, SignatureAlgorithm algorithm) throws Exception {
        ASN1Set attributes = Forged.attributes(People.ADA, Forged.TEXT);
        SignerInfo right = Forged.signer(by, attributes);
        byte[] signature = by.key().sign(algorithm, attributes.getEncoded("DER"));
        SignerInfo forged = new SignerInfo(
                right.getSID(),
                algorithm.scheme().digest().identifier(),
                attributes,
                algorithm.scheme().identifier(),
                new DEROctetString(signature),
                null);
        Forged message = Forged.honest(People.ADA)
                .declaring(algorithm.scheme().digest().identifier())
                .carrying(Forged.chain(by))
                .by(forged);
        Judged.refused(message.message(), Reason.Code.UNKNOWN_ALGORITHM);
    }

    @Test
    void whatItSignedOtherwiseIsRefused() throws Exception {
        refused(ANY, SignatureAlgorithm.RSA_SHA256);
        refused(ONLY_SHA512, SignatureAlgorithm.RSA_SHA256);
        refused(ONLY_SHA512, SignatureAlgorithm.RSA_PSS_SHA256);
    }

    @Test
    void nothingIsEncryptedToIt() {
        assertThatThrownBy(() -> Letters.plain().with(Smime.encrypt(ANY.certificate())))
                .isInstanceOf(SmimeException.class)
                .hasMessageContaining("cannot be encrypted to");
    }
}
