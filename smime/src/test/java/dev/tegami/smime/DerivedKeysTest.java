package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.peers.Bcjmail;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Derived keys (RFC 9709) for every kind of recipient. Bouncy Castle derives them for keys that are transported and for
 * capsules; where a key is agreed on, it makes what the RFC asks for and then reads it by the underived key.
 */
class DerivedKeysTest {
    private static final byte[] PART =
            "Content-Type: text/plain\r\n\r\npay Bob\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Map<String, People.Keyed> KNOWN = new ConcurrentHashMap<>();

    private static People.Keyed person(String kind) {
        return KNOWN.computeIfAbsent(kind, each -> People.WORLD.keyed("bob@example.net", each));
    }

    private static Message sealed(Encryption encryption) {
        return Small.NOTE.with(encryption.derivedKeys());
    }

    private static String theirWords(Message sealed, People.Keyed reader) throws Exception {
        return Message.parse(Bcjmail.decrypt(
                        sealed.toBytes(), reader.key(), reader.identity().certificate()))
                .text()
                .orElseThrow();
    }

    private static void isOpen(Message sealed, Identity reader) {
        Opened opened = Smime.open(sealed, Keys.of(reader), People.WORLD.trust(), Judged.POLICY);
        assertThat(opened.isDecrypted()).as(opened.verdict().toString()).isTrue();
        assertThat(opened.message().text().orElseThrow()).isEqualToNormalizingNewlines("pay Bob\n");
    }

    private static byte[] theirs(String kind, ContentCipher cipher) throws Exception {
        return Bcjmail.encrypt(
                PART,
                person(kind).identity().certificate(),
                new ASN1ObjectIdentifier(cipher.suite().oid()),
                Bcjmail.Transport.OAEP_SHA256_DERIVED);
    }

    @ParameterizedTest
    @EnumSource(ContentCipher.class)
    void bouncyCastleReadsOursWhereTheKeyIsTransportedOrInACapsule(ContentCipher cipher) throws Exception {
        for (String kind : List.of("RSA", "ML-KEM-512", "ML-KEM-768", "ML-KEM-1024")) {
            People.Keyed bob = person(kind);
            Encryption encryption = Smime.encrypt(bob.identity().certificate()).cipher(cipher);
            for (Encryption each : List.of(encryption, encryption.rsaPkcs1(), encryption.rsaKem())) {
                assertThat(theirWords(sealed(each), bob)).as(kind).isEqualToNormalizingNewlines("pay Bob\n");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "ML-KEM-768", "P-256", "X25519", "X448"})
    void weReadBouncyCastlesWhateverTheKindOfKey(String kind) throws Exception {
        for (ContentCipher cipher : List.of(ContentCipher.AES_128_CBC, ContentCipher.AES_256_GCM)) {
            isOpen(
                    Raw.mailed("ada@example.org", theirs(kind, cipher)),
                    person(kind).identity());
        }
    }

    /** Not only ours: its own as well, which we and the JDK's cryptography alone can read. */
    @ParameterizedTest
    @CsvSource({
        "P-256, AES_128_GCM",
        "P-256, AES_256_GCM",
        "P-521, AES_256_GCM",
        "X25519, AES_128_GCM",
        "X25519, AES_256_GCM",
        "X448, AES_256_GCM"
    })
    void bouncyCastleReadsNeitherOursNorItsOwnWhereTheKeyIsAgreedOn(String kind, ContentCipher cipher)
            throws Exception {
        People.Keyed bob = person(kind);
        Encryption encryption = Smime.encrypt(bob.identity().certificate()).cipher(cipher);
        assertThat(theirWords(Small.NOTE.with(encryption), bob)).isEqualToNormalizingNewlines("pay Bob\n");
        isRefused(sealed(encryption).toBytes(), bob);
        byte[] itsOwn = theirs(kind, cipher);
        isRefused(itsOwn, bob);
        byte[] inside = ByHand.open(
                Raw.mailed("ada@example.org", itsOwn),
                bob.key(),
                bob.identity().certificate().getPublicKey());
        assertThat(Message.parse(inside).text().orElseThrow()).isEqualToNormalizingNewlines("pay Bob\n");
    }

    private static void isRefused(byte[] sealed, People.Keyed reader) {
        assertThatThrownBy(() ->
                        Bcjmail.decrypt(sealed, reader.key(), reader.identity().certificate()))
                .isInstanceOf(Bcjmail.Refused.class)
                .hasStackTraceContaining("mac check in GCM failed");
    }

    @ParameterizedTest
    @CsvSource({
        "P-256, AES_128_CBC", "P-256, AES_256_CBC", "P-256, AES_128_GCM", "P-256, AES_256_GCM",
        "X25519, AES_128_CBC", "X25519, AES_256_CBC", "X25519, AES_128_GCM", "X25519, AES_256_GCM",
        "X448, AES_256_CBC", "X448, AES_256_GCM"
    })
    void theJdkAloneOpensOursWhereTheKeyIsAgreedOn(String kind, ContentCipher cipher) throws Exception {
        People.Keyed bob = person(kind);
        X509Certificate certificate = bob.identity().certificate();
        byte[] inside =
                ByHand.open(sealed(Smime.encrypt(certificate).cipher(cipher)), bob.key(), certificate.getPublicKey());
        assertThat(Message.parse(inside).text().orElseThrow()).isEqualToNormalizingNewlines("pay Bob\n");
    }

    @Test
    void inOneMessageForSeveralKindsOfKeysEachIsReadAsAlone() throws Exception {
        List<String> kinds = List.of("RSA", "ML-KEM-768", "P-256", "X25519", "X448");
        Message sealed = sealed(Smime.encrypt(kinds.stream()
                .map(kind -> person(kind).identity().certificate())
                .toArray(X509Certificate[]::new)));
        for (String kind : kinds) {
            isOpen(Letters.arrived(sealed), person(kind).identity());
        }
        for (String kind : kinds.subList(0, 2)) {
            assertThat(theirWords(sealed, person(kind))).as(kind).isEqualToNormalizingNewlines("pay Bob\n");
        }
        for (String kind : kinds.subList(2, 5)) {
            isRefused(sealed.toBytes(), person(kind));
        }
    }
}
