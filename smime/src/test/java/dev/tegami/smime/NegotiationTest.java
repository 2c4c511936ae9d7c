package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.util.ASN1Dump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cipher that all recipients know, and certificates that were looked up. */
class NegotiationTest {
    private static final Instant NOW = Authority.now();
    private static final X509Certificate ADA = People.ADA.certificate();
    private static final X509Certificate BOB = People.BOB.certificate();
    private static final X509Certificate EVE = People.EVE.certificate();

    private final CapabilityStore store = CapabilityStore.inMemory(10);

    private static Mailbox ada() {
        return Mailbox.parse("ada@example.org");
    }

    private void know(String mailbox, ContentCipher... ciphers) {
        List<String> identifiers =
                Arrays.stream(ciphers).map(each -> each.suite().oid()).toList();
        store.keep(Mailbox.parse(mailbox), new Capabilities(NOW, identifiers, Optional.empty()));
    }

    private static String cipher(Message sealed) {
        Opened opened =
                Smime.open(Letters.arrived(sealed), Keys.of(People.ADA, People.BOB, People.EVE), People.WORLD.trust());
        assertThat(opened.isDecrypted()).isTrue();
        return ((Layer.Encrypted) opened.layers().get(0)).cipher();
    }

    @Test
    void theStrongestCipherOfAllIsTaken() {
        know("ada@example.org", ContentCipher.AES_128_CBC, ContentCipher.AES_256_CBC, ContentCipher.AES_128_GCM);
        know("bob@example.net", ContentCipher.AES_256_GCM, ContentCipher.AES_256_CBC, ContentCipher.AES_128_CBC);
        assertThat(cipher(Letters.plain().with(Smime.encrypt(ADA).knowing(store))))
                .isEqualTo("AES_128_GCM");
        assertThat(cipher(Letters.plain().with(Smime.encrypt(BOB).knowing(store))))
                .isEqualTo("AES_256_GCM");
        assertThat(cipher(Letters.plain().with(Smime.encrypt(ADA, BOB).knowing(store))))
                .isEqualTo("AES_256_CBC");
    }

    @Test
    void ofWhomNothingIsKnownTheStandardIsTakenForGranted() {
        assertThat(cipher(Letters.plain().with(Smime.encrypt(ADA, BOB).knowing(store))))
                .isEqualTo("AES_256_GCM");
        know("ada@example.org");
        assertThat(cipher(Letters.plain().with(Smime.encrypt(ADA, BOB).knowing(store))))
                .isEqualTo("AES_256_GCM");
        assertThat(cipher(Letters.plain().with(Smime.encrypt(ADA).compatible().knowing(store))))
                .isEqualTo("AES_128_CBC");
    }

    @Test
    void whereNothingIsGoodEnoughNothingIsEncrypted() {
        know("ada@example.org", ContentCipher.AES_128_CBC);
        store.keep(
                Mailbox.parse("bob@example.net"),
                new Capabilities(NOW, List.of("1.2.840.113549.3.7"), Optional.empty()));
        Encryption forAda = Smime.encrypt(ADA).knowing(store, ContentCipher.AES_128_GCM);
        assertThatThrownBy(() -> forAda.apply(Letters.plain()))
                .isInstanceOf(SmimeException.class)
                .hasMessageContaining("AES_128_GCM");
        Encryption forBob = Smime.encrypt(BOB).knowing(store);
        assertThatThrownBy(() -> forBob.apply(Letters.plain())).isInstanceOf(SmimeException.class);
        Encryption both = Smime.encrypt(ADA, EVE).knowing(store);
        assertThatThrownBy(() -> both.apply(Letters.plain())).isInstanceOf(SmimeException.class);
    }

    @Test
    void copiesAreDividedByWhatPeopleKnow() {
        know("ada@example.org", ContentCipher.AES_128_CBC);
        know("bob@example.net", ContentCipher.AES_256_GCM);
        List<SealedCopy> copies =
                Smime.encrypt(ADA, BOB, EVE).split().knowing(store).copies(Letters.plain());
        assertThat(copies)
                .extracting(copy -> Set.copyOf(copy.readers()), copy -> cipher(copy.message()))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Set.of(ADA), "AES_128_CBC"),
                        org.assertj.core.groups.Tuple.tuple(Set.of(BOB, EVE), "AES_256_GCM"));
    }

    @Test
    void whatWasLearnedIsUsedForTheAnswer() {
        Opened letter = Judged.open(Letters.arrived(Letters.plain().with(Smime.sign(People.ADA))));
        assertThat(store.learn(letter, Clock.offset(Clock.systemUTC(), java.time.Duration.ofSeconds(1))))
                .isTrue();
        Message answer = Message.compose()
                .from("bob@example.net")
                .to("ada@example.org")
                .text("thanks\n")
                .build();
        CertificateSource source = CertificateSource.of(store);
        Message sealed = answer.with(
                Smime.encryptFor(answer, source, People.WORLD.trust()).knowing(store));
        assertThat(cipher(sealed)).isEqualTo("AES_256_GCM");
        assertThatThrownBy(() -> Smime.encryptFor(answer, source, Trust.nobody()))
                .isInstanceOf(RecipientsWithoutCertificate.class);
    }

    private static boolean isDerived(Message sealed) {
        byte[] cms = sealed.root().content().orElseThrow().bytes();
        String identifier = CMSObjectIdentifiers.id_alg_cek_hkdf_sha256.getId();
        return ASN1Dump.dumpAsString(ASN1Sequence.getInstance(cms)).contains(identifier);
    }

    /** For what one of our letters teaches, all of it is used between two of us. */
    @ParameterizedTest
    @ValueSource(strings = {"RSA", "P-256", "ML-KEM-768"})
    void whatOurSignaturesSayIsUnderstoodAndUsed(String kind) {
        Identity answered = People.WORLD.person("ada@example.org", kind);
        Opened letter = Judged.open(Letters.arrived(Letters.plain().with(Smime.sign(People.ADA))));
        store.learn(letter, Clock.offset(Clock.systemUTC(), java.time.Duration.ofSeconds(1)));
        Capabilities learned = store.find(ada()).orElseThrow();
        assertThat(learned.ciphers()).containsExactlyInAnyOrder(ContentCipher.values());
        assertThat(learned.includesDerivedKeys()).isTrue();
        assertThat(learned.includesOaep()).isTrue();
        assertThat(learned.identifiers())
                .contains("2.16.840.1.101.3.4.4.1", "2.16.840.1.101.3.4.4.2", "2.16.840.1.101.3.4.4.3")
                .contains("1.2.840.113549.1.1.7", "1.2.840.113549.1.9.16.3.14")
                .contains("1.2.840.113549.1.9.16.3.19", "1.2.840.113549.1.9.16.3.21", "1.3.132.1.11.1");
        Message sealed =
                Letters.plain().with(Smime.encrypt(answered.certificate()).knowing(store));
        assertThat(isDerived(sealed)).isTrue();
        assertThat(Smime.open(Letters.arrived(sealed), Keys.of(answered), People.WORLD.trust())
                        .isDecrypted())
                .isTrue();
    }

    @Test
    void keysAreNotDerivedForWhomThatIsNotKnown() {
        List<String> all =
                List.of(ContentCipher.AES_256_GCM.suite().oid(), CMSObjectIdentifiers.id_alg_cek_hkdf_sha256.getId());
        store.keep(ada(), new Capabilities(NOW, all, Optional.empty()));
        know("bob@example.net", ContentCipher.AES_256_GCM);
        assertThat(isDerived(Letters.plain().with(Smime.encrypt(ADA).knowing(store))))
                .isTrue();
        assertThat(isDerived(Letters.plain().with(Smime.encrypt(ADA)))).isFalse();
        assertThat(isDerived(Letters.plain().with(Smime.encrypt(ADA, BOB).knowing(store))))
                .isFalse();
        assertThat(isDerived(Letters.plain().with(Smime.encrypt(ADA, EVE).knowing(store))))
                .isFalse();
        assertThat(isDerived(Letters.plain()
                        .with(Smime.encrypt(ADA)
                                .including(SharedSecret.password("a long passphrase".toCharArray()))
                                .knowing(store))))
                .isFalse();
    }

    @Test
    void whatIsFoundIsTakenOnlyIfAnAnchorVouchesForIt() throws Exception {
        Message note = Message.compose()
                .from("bob@example.net")
                .to("ada@example.org")
                .text("x\n")
                .build();
        X509Certificate fake =
                new People("CN=Test Root").person("ada@example.org", "RSA").certificate();
        Trust revoked = Trust.of(People.WORLD.root).revoking(People.WORLD.revoked(ADA));
        CertStore store =
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(BOB, fake, ADA)));
        for (CertificateSource each : List.of(
                CertificateSource.of(store),
                CertificateSource.of(List.of(BOB, fake, ADA)),
                CertificateSource.of(List.of(fake)).or(mailbox -> List.of(EVE, ADA)))) {
            assertThat(Smime.encryptFor(note, each, People.WORLD.trust()).copies(note))
                    .singleElement()
                    .satisfies(copy -> assertThat(copy.readers()).containsExactly(ADA));
            assertThatThrownBy(() -> Smime.encryptFor(note, each, revoked))
                    .isInstanceOf(RecipientsWithoutCertificate.class);
        }
    }

    @Test
    void aFileRemembersAndAnotherFileIsRefused(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("capabilities");
        CapabilityStore written = CapabilityStore.inFile(file, 10);
        Capabilities learned = new Capabilities(NOW, List.of("1.2.3", "2.5.4"), Optional.of(ADA));
        assertThat(written.keep(Mailbox.parse("\"a b+ü%\"@bücher.example"), learned))
                .isTrue();
        assertThat(written.keep(ada(), new Capabilities(NOW, List.of(), Optional.empty())))
                .isTrue();
        CapabilityStore read = CapabilityStore.inFile(file, 10);
        assertThat(read.find(Mailbox.parse("\"a b+ü%\"@bücher.example"))).hasValue(learned);
        assertThat(read.find(ada()).orElseThrow().identifiers()).isEmpty();
        assertThat(read.keep(ada(), new Capabilities(NOW.minusSeconds(1), List.of("1.2"), Optional.empty())))
                .isFalse();
        assertThat(directory.toFile().list()).containsExactly("capabilities");
        for (String wrong :
                List.of("", "something else", "tegami capabilities 1\nx", "tegami capabilities 1\na b c d e")) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> CapabilityStore.inFile(file, 10)).isInstanceOf(IOException.class);
        }
    }
}
