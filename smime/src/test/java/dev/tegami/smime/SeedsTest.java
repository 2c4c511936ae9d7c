package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.smime.internal.Certificates;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jcajce.interfaces.MLDSAPrivateKey;
import org.bouncycastle.jcajce.interfaces.MLKEMPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys of ML-DSA and ML-KEM in their three forms (RFC 9881, RFC 9935): the seed, the whole key, and both. */
class SeedsTest {
    private static final char[] PASSWORD = "sesame".toCharArray();

    private final Path directory;

    SeedsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static byte[] seed(PrivateKey key) {
        return key instanceof MLDSAPrivateKey signing ? signing.getSeed() : ((MLKEMPrivateKey) key).getSeed();
    }

    private static byte[] whole(PrivateKey key) {
        return key instanceof MLDSAPrivateKey signing
                ? signing.getPrivateData()
                : ((MLKEMPrivateKey) key).getPrivateData();
    }

    private Identity read(People.Keyed keyed, ASN1Encodable form) throws IOException {
        PrivateKeyInfo whole = PrivateKeyInfo.getInstance(keyed.key().getEncoded());
        byte[] encoded = new PrivateKeyInfo(whole.getPrivateKeyAlgorithm(), form).getEncoded();
        Path key = pem("key", "PRIVATE KEY", encoded);
        Path certificate = pem(
                "certificate",
                "CERTIFICATE",
                Certificates.encoded(keyed.identity().certificate()));
        return Identity.fromPem(key, certificate);
    }

    private Path pem(String name, String type, byte[] octets) throws IOException {
        String text = "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(octets) + "\n-----END "
                + type + "-----\n";
        return Files.writeString(directory.resolve(name), text, StandardCharsets.US_ASCII);
    }

    private static void works(Identity identity) {
        if (identity.certificate().getPublicKey().getAlgorithm().startsWith("ML-DSA")) {
            Judged.trusted(Letters.arrived(Letters.plain().with(Smime.sign(identity))));
        } else {
            Message sealed = Letters.plain().with(Smime.encrypt(identity.certificate()));
            assertThat(Smime.open(sealed, Keys.of(identity), Trust.nobody()).isDecrypted())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ML-DSA-44", "ML-DSA-65", "ML-DSA-87", "ML-KEM-512", "ML-KEM-768", "ML-KEM-1024"})
    void everyFormOfAKeyIsRead(String kind) throws Exception {
        People.Keyed keyed = People.WORLD.keyed("ada@example.org", kind);
        DEROctetString seed = new DEROctetString(seed(keyed.key()));
        DEROctetString whole = new DEROctetString(whole(keyed.key()));
        works(read(keyed, new DERTaggedObject(false, 0, seed)));
        works(read(keyed, whole));
        works(read(keyed, new DERSequence(new ASN1Encodable[] {seed, whole})));
        // a seed that makes another key
        byte[] other = seed(keyed.key());
        other[0] ^= 1;
        assertThatThrownBy(() -> read(keyed, new DERSequence(new ASN1Encodable[] {new DEROctetString(other), whole})))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(keyed, new DEROctetString(new byte[10]))).isInstanceOf(IOException.class);
    }

    @Test
    void theyLieInPkcs12() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (String kind : new String[] {"ML-DSA-65", "SLH-DSA-SHA2-128F", "Ed448", "ML-KEM-768", "X448"}) {
            People.Keyed keyed = People.WORLD.keyed("ada@example.org", kind);
            store.setKeyEntry(kind, keyed.key(), PASSWORD, new X509Certificate[] {
                keyed.identity().certificate(), People.WORLD.root
            });
        }
        Path file = directory.resolve("ada.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        Keys keys = Keys.fromPkcs12(file, PASSWORD);
        assertThat(keys.identities()).hasSize(5);
        for (Identity each : keys.identities()) {
            String kind = each.certificate().getPublicKey().getAlgorithm();
            if (kind.startsWith("ML-KEM") || kind.equals("X448")) {
                Message sealed = Letters.plain().with(Smime.encrypt(each.certificate()));
                assertThat(Smime.open(sealed, keys, Trust.nobody()).isDecrypted())
                        .as(kind)
                        .isTrue();
            } else {
                Judged.trusted(Letters.arrived(Letters.plain().with(Smime.sign(each))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed", "expanded", "both"})
    void theSampleOfRfc9936OpensWithEveryForm(String form) throws Exception {
        Path folder = Corpora.file("lamps-kyber/example");
        Identity owner =
                Identity.fromPem(folder.resolve("ML-KEM-512-" + form + ".priv"), folder.resolve("ML-KEM-512.pem"));
        Message sealed = Raw.opaque("ada@example.org", Corpora.der(folder.resolve("ML-KEM-512.cms")));
        Opened opened = Smime.open(sealed, Keys.of(owner), Trust.nobody());
        assertThat(opened.isDecrypted()).as(opened.verdict().toString()).isTrue();
        String text = Files.readString(folder.resolve("plaintext.txt")).strip();
        assertThat(new String(opened.message().toBytes(), StandardCharsets.UTF_8))
                .contains(text);
    }
}
