package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.smime.SMIMEAttributes;
import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.api.Test;

/** Somebody who wants others to encrypt weakly, or to a key of his own. */
class CapabilityPoisoningTest {
    private static final Mailbox ADA = Mailbox.parse("ada@example.org");
    private static final Instant NOW = Authority.now();
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final CapabilityStore store = CapabilityStore.inMemory(10);

    private static Opened opened(Message message, Trust trust) {
        return Smime.open(message, Keys.none(), trust.knowing(certificates()), Judged.POLICY.clock(CLOCK));
    }

    private static X509Certificate[] certificates() {
        return new X509Certificate[] {People.BOB.certificate(), People.EVE.certificate()};
    }

    private boolean learns(Message message) {
        return store.learn(opened(message, People.WORLD.trust()), CLOCK);
    }

    private static Message signed(Instant at) {
        return Letters.arrived(Letters.plain().with(Smime.sign(People.ADA).clock(Clock.fixed(at, ZoneOffset.UTC))));
    }

    /** A letter of Ada's program, which knows the triple DES only. */
    private static Message weak(Identity by, Instant at, String from) throws Exception {
        return message(
                by,
                from,
                at,
                new Attribute(
                        SMIMEAttributes.smimeCapabilities,
                        new DERSet(new DERSequence(new DERSequence(PKCSObjectIdentifiers.des_EDE3_CBC)))));
    }

    private static Message message(Identity by, String from, Instant at, Attribute more) throws Exception {
        ASN1EncodableVector all = new ASN1EncodableVector();
        Forged.attributes(by, Forged.TEXT).iterator().forEachRemaining(all::add);
        all.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(java.util.Date.from(at)))));
        all.add(more);
        Forged forged = Forged.honest(by).by(Forged.signer(by, new DERSet(all)));
        return Raw.opaque(from, forged.cms());
    }

    @Test
    void aTrustedLetterTeaches() {
        assertThat(learns(signed(NOW.minusSeconds(60)))).isTrue();
        Capabilities learned = store.find(ADA).orElseThrow();
        assertThat(learned.ciphers()).contains(ContentCipher.AES_256_GCM, ContentCipher.AES_128_CBC);
        assertThat(learned.certificate()).hasValue(People.ADA.certificate());
        assertThat(store.find(Mailbox.parse("ada@EXAMPLE.org"))).isPresent();
        assertThat(store.find(Mailbox.parse("Ada@example.org"))).isEmpty();
    }

    @Test
    void aLetterThatIsNotTrustedTeachesNothing() throws Exception {
        Message good = signed(NOW.minusSeconds(60));
        assertThat(store.learn(opened(good, Trust.nobody()), CLOCK)).isFalse();
        Trust revoked = Trust.of(People.WORLD.root).revoking(People.WORLD.revoked(People.ADA.certificate()));
        assertThat(store.learn(opened(good, revoked), CLOCK)).isFalse();
        Trust silent = Trust.of(People.WORLD.root);
        assertThat(store.learn(Smime.open(good, Keys.none(), silent), CLOCK)).isFalse();
        assertThat(learns(weak(People.EVE, NOW.minusSeconds(9), "ada@example.org")))
                .isFalse();
        byte[] changed = good.toBytes();
        changed[new String(changed, StandardCharsets.ISO_8859_1).indexOf("text/plain")] ^= 1;
        assertThat(learns(Message.parse(changed))).isFalse();
        assertThat(learns(Letters.plain())).isFalse();
        assertThat(store.find(ADA)).isEmpty();
    }

    /** Each octet of a letter is changed: what is learned of it is what was signed, or nothing. */
    @Test
    void noChangeOnTheWayTeachesAnythingElse() throws Exception {
        Message letter = message(People.ADA, "ada@example.org", NOW.minusSeconds(60), capabilities());
        byte[] cms = letter.root().content().orElseThrow().bytes();
        assertThat(learns(letter)).isTrue();
        Capabilities right = store.find(ADA).orElseThrow();
        for (int i = 0; i < cms.length; i += 3) {
            byte[] changed = cms.clone();
            changed[i] ^= 1;
            CapabilityStore fresh = CapabilityStore.inMemory(1);
            fresh.learn(opened(Raw.opaque("ada@example.org", changed), People.WORLD.trust()), CLOCK);
            fresh.find(ADA).ifPresent(learned -> assertThat(learned).isEqualTo(right));
        }
    }

    private static Attribute capabilities() {
        return new Attribute(
                SMIMEAttributes.smimeCapabilities,
                new DERSet(new DERSequence(new DERSequence(NISTObjectIdentifiers.id_aes256_GCM))));
    }

    @Test
    void aLetterOfOldDoesNotTakeBackWhatANewerOneSaid() throws Exception {
        Message old = weak(People.ADA, NOW.minus(Duration.ofDays(3)), "ada@example.org");
        Message same = weak(
                People.ADA, NOW.minusSeconds(60).truncatedTo(java.time.temporal.ChronoUnit.SECONDS), "ada@example.org");
        assertThat(learns(old)).isTrue();
        assertThat(store.find(ADA).orElseThrow().ciphers()).isEmpty();
        assertThat(learns(signed(NOW.minusSeconds(60)))).isTrue();
        assertThat(learns(old)).isFalse();
        assertThat(learns(same)).isFalse();
        assertThat(store.find(ADA).orElseThrow().ciphers()).contains(ContentCipher.AES_256_GCM);
    }

    /** A time that lies ahead would lock out all that comes until then. */
    @Test
    void aTimeInTheFutureIsRefused() {
        assertThat(learns(signed(NOW.plusSeconds(120)))).isFalse();
        assertThat(learns(signed(NOW.plus(Duration.ofDays(900))))).isFalse();
        assertThat(store.find(ADA)).isEmpty();
    }

    /** Eve's own letter, well signed, that says: encrypt to this certificate of Bob's. */
    @Test
    void nobodySpeaksForAnothersMailbox() throws Exception {
        assertThat(learns(preferring(People.EVE, "eve@example.com", People.BOB.certificate())))
                .isFalse();
        Message letter = weak(People.EVE, NOW.minusSeconds(60), "eve@example.com");
        assertThat(learns(letter)).isTrue();
        assertThat(store.find(ADA)).isEmpty();
        assertThat(store.find(Mailbox.parse("bob@example.net"))).isEmpty();
        assertThat(learns(weak(People.EVE, NOW.minusSeconds(30), "eve@example.com, ada@example.org")))
                .isFalse();
    }

    /** A certificate that names Ada, of an authority that nobody trusts, preferred by Ada's own signature. */
    @Test
    void aPreferredCertificateNeedsAPathOfItsOwn() throws Exception {
        Identity fake = new People("CN=Nobody's root").person("ada@example.org", "RSA");
        Message letter = preferring(People.ADA, "ada@example.org", fake.certificate());
        Opened opened =
                Smime.open(letter, Keys.none(), People.WORLD.trust().knowing(fake.certificate()), Judged.POLICY);
        assertThat(opened.isTrusted()).isTrue();
        assertThat(opened.signers().get(0).claims().encryptTo()).isEmpty();
        Identity second = People.WORLD.person("ada@example.org", "P-256");
        opened = Smime.open(
                preferring(People.ADA, "ada@example.org", second.certificate()),
                Keys.none(),
                People.WORLD.trust().knowing(second.certificate()),
                Judged.POLICY);
        assertThat(opened.signers().get(0).claims().encryptTo()).hasValue(second.certificate());
        assertThat(store.learn(opened, CLOCK)).isTrue();
        assertThat(store.find(ADA).orElseThrow().certificate()).hasValue(second.certificate());
    }

    private static Message preferring(Identity by, String from, X509Certificate preferred) throws Exception {
        Certificate certificate = dev.tegami.smime.internal.Certificates.structure(preferred);
        IssuerAndSerialNumber name = new IssuerAndSerialNumber(
                certificate.getIssuer(), certificate.getSerialNumber().getValue());
        return message(
                by,
                from,
                NOW.minusSeconds(60),
                new Attribute(SMIMEAttributes.encrypKeyPref, new DERSet(new DERTaggedObject(false, 0, name))));
    }

    @Test
    void whoWasNotAskedForTheLongestIsForgottenFirst() {
        CapabilityStore small = CapabilityStore.inMemory(2);
        Capabilities any = new Capabilities(NOW, List.of(), java.util.Optional.empty());
        List<Mailbox> people = List.of(ADA, Mailbox.parse("bob@example.net"), Mailbox.parse("eve@example.com"));
        small.keep(people.get(0), any);
        small.keep(people.get(1), any);
        assertThat(small.find(ADA)).isPresent();
        small.keep(people.get(2), any);
        assertThat(people).filteredOn(each -> small.find(each).isPresent()).containsExactly(ADA, people.get(2));
    }
}
