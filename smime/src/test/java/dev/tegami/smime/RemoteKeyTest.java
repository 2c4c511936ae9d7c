package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.smime.internal.Crypto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import org.junit.jupiter.api.Test;

/** A key behind a service that signs, and decrypts only with padding, as the services of cloud providers do. */
class RemoteKeyTest {
    private static final People.Keyed PERSON = People.WORLD.keyed("ada@example.org", "RSA");

    /** Does everything with the key in memory; bare RSA it refuses. */
    private static final class Service implements KeyOperations {
        private final PrivateKey key = PERSON.key();
        private final List<String> asked = new ArrayList<>();

        @Override
        public byte[] sign(SignatureAlgorithm algorithm, byte[] octets) throws GeneralSecurityException {
            asked.add(algorithm.name());
            return KeyOperations.of(key).sign(algorithm, octets);
        }

        @Override
        public byte[] rsa(byte[] block) throws GeneralSecurityException {
            throw new GeneralSecurityException("the service has no bare RSA");
        }

        @Override
        public Optional<byte[]> rsaPkcs1(byte[] block) throws GeneralSecurityException {
            asked.add("PKCS1");
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding", Crypto.BC);
            cipher.init(Cipher.DECRYPT_MODE, key);
            return Optional.of(cipher.doFinal(block));
        }

        @Override
        public Optional<byte[]> rsaOaep(OAEPParameterSpec padding, byte[] block) throws GeneralSecurityException {
            asked.add("OAEP " + padding.getDigestAlgorithm() + " "
                    + ((MGF1ParameterSpec) padding.getMGFParameters()).getDigestAlgorithm());
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, padding);
            return Optional.of(cipher.doFinal(block));
        }

        @Override
        public byte[] agree(PublicKey peer) throws GeneralSecurityException {
            throw new GeneralSecurityException("an RSA key agrees on nothing");
        }
    }

    private final Service service = new Service();
    private final Identity remote = Identity.of(service, PERSON.identity().certificate(), People.WORLD.root);

    private Opened opened(Message sealed) {
        return Smime.open(Letters.arrived(sealed), Keys.of(remote), People.WORLD.trust(), Judged.POLICY);
    }

    @Test
    void aServiceSigns() {
        Judged.trusted(Letters.arrived(Letters.plain().with(Smime.sign(remote))));
        Judged.trusted(
                Letters.arrived(Letters.plain().with(Smime.sign(remote).algorithm(SignatureAlgorithm.RSA_PSS_SHA384))));
        assertThat(service.asked).containsExactly("RSA_SHA256", "RSA_PSS_SHA384");
    }

    @Test
    void aServiceThatTakesThePaddingOffDecrypts() {
        Encryption encryption = Smime.encrypt(remote.certificate());
        for (Encryption each : List.of(encryption, encryption.rsaPkcs1())) {
            Opened opened = opened(Letters.plain().with(each));
            assertThat(opened.isDecrypted()).isTrue();
            assertThat(opened.message().text().orElseThrow()).contains("Grüße, Bob");
        }
        assertThat(service.asked).containsExactly("OAEP SHA-256 SHA-256", "PKCS1");
    }

    @Test
    void aBlockThatTheServiceRefusesGetsTheUniformVerdict() {
        Identity other = Identity.of(service, People.BOB.certificate(), People.WORLD.root);
        Encryption encryption = Smime.encrypt(other.certificate());
        for (Encryption each : List.of(encryption, encryption.rsaPkcs1())) {
            Message sealed = Letters.arrived(Letters.plain().with(each));
            Opened opened = Smime.open(sealed, Keys.of(other), People.WORLD.trust(), Judged.POLICY);
            assertThat(opened.layers().get(0).reasons())
                    .containsExactly(new Reason(Reason.Code.DECRYPTION_FAILED, "the content cannot be decrypted"));
        }
    }

    @Test
    void aServiceThatCannotBeReachedIsNotTheMessagesFault() {
        UncheckedIOException away = new UncheckedIOException(new IOException("no answer in 5 s"));
        KeyOperations unreachable = (KeyOperations) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KeyOperations.class}, (proxy, method, arguments) -> {
                    throw away;
                });
        for (Identity each : List.of(People.BOB, People.X25519)) {
            Message sealed = Letters.arrived(Letters.plain().with(Smime.encrypt(each.certificate())));
            Keys keys = Keys.of(Identity.of(unreachable, each.certificate()));
            Trust trust = People.WORLD.trust();
            assertThatThrownBy(() -> Smime.open(sealed, keys, trust)).isSameAs(away);
        }
        Signing signing = Smime.sign(Identity.of(unreachable, People.ADA.certificate()));
        assertThatThrownBy(() -> Letters.plain().with(signing)).isSameAs(away);
    }
}
