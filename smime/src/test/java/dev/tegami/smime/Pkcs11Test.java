package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that never leave their token, through a provider that the JDK's list does not hold. */
class Pkcs11Test {
    private static Token token;
    private static Identity rsa;

    @BeforeAll
    static void makeToken(@TempDir Path directory) throws Exception {
        token = Token.in(directory, Token.SECRETS_LEAVE);
        rsa = token.person("ada@example.org", "RSA");
    }

    private static void signs(Signing signing) {
        Judged.trusted(Letters.arrived(Letters.plain().with(signing)));
        Judged.trusted(Letters.arrived(Letters.plain().with(signing.opaque())));
    }

    private static void opens(Message sealed, Identity reader) {
        Opened opened = Smime.open(Letters.arrived(sealed), Keys.of(reader), People.WORLD.trust(), Judged.POLICY);
        assertThat(opened.isDecrypted()).as(opened.verdict().toString()).isTrue();
        assertThat(opened.message().text().orElseThrow()).contains("Grüße, Bob");
    }

    @Test
    void theKeyIsTheTokensAndTheProviderIsNotRegistered() throws Exception {
        KeyStore store = token.store();
        assertThat(store.getKey(store.aliases().nextElement(), null).getEncoded())
                .isNull();
        assertThat(Security.getProviders()).extracting(Provider::getName).doesNotContain("SunPKCS11-SoftHSM");
    }

    @ParameterizedTest
    @EnumSource(value = SignatureAlgorithm.class, names = "RSA_.*", mode = EnumSource.Mode.MATCH_ALL)
    void anRsaKeySigns(SignatureAlgorithm algorithm) {
        signs(Smime.sign(rsa).algorithm(algorithm));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void aKeyOnACurveSignsAndAgrees(String curve) throws Exception {
        Identity person = token.person("ada@example.org", curve);
        signs(Smime.sign(person));
        opens(Letters.plain().with(Smime.encrypt(person.certificate())), person);
    }

    @Test
    void anRsaKeyDecryptsPkcs1AndOaep() {
        Encryption encryption = Smime.encrypt(rsa.certificate());
        opens(Letters.plain().with(encryption), rsa);
        opens(Letters.plain().with(encryption.rsaPkcs1()), rsa);
        opens(Letters.plain().with(encryption.compatible()), rsa);
    }

    @Test
    void aKeyOnATokenAndOneInMemorySignTogether() {
        signs(Smime.sign(rsa, People.CURVE));
    }

    @Test
    void aTokenThatKeepsTheAgreedSecretSaysWhatToConfigure(@TempDir Path other) throws Exception {
        Token strict = Token.in(other, "");
        Identity person = strict.person("ada@example.org", "secp256r1");
        Message sealed = Letters.arrived(Letters.plain().with(Smime.encrypt(person.certificate())));
        Trust trust = People.WORLD.trust();
        assertThatThrownBy(() -> Smime.open(sealed, Keys.of(person), trust))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("CKA_EXTRACTABLE = true");
    }

    @Test
    void whatTheTokenCannotDoIsSaid() {
        assertThatThrownBy(() -> Letters.plain().with(Smime.sign(rsa).algorithm(SignatureAlgorithm.ED25519)))
                .isInstanceOf(SmimeException.class)
                .hasMessageContaining("cannot be signed");
    }
}
