package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.smime.internal.Crypto;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timestamps of signatures (RFC 3161), and those who want a signature to be older than it is. */
class TimestampForgeryTest {
    private static final Authority ROOT = Authority.root("CN=Stamp Root");
    private static final Stamper STAMPER = new Stamper(ROOT, true, KeyPurposeId.id_kp_timeStamping);
    private static final Instant NOW = Authority.now();

    /** An authority of Bouncy Castle's. */
    private record Stamper(KeyPair key, X509Certificate certificate) {
        Stamper(Authority root, boolean critical, KeyPurposeId... purposes) {
            this(People.key("P-256"), root, critical, purposes);
        }

        private Stamper(KeyPair key, Authority root, boolean critical, KeyPurposeId... purposes) {
            this(key, root.issue("CN=Stamper", key, purpose(critical, purposes)));
        }

        private static Authority.Extra purpose(boolean critical, KeyPurposeId... purposes) {
            ASN1Encodable value = new ExtendedKeyUsage(purposes);
            return new Authority.Extra(Extension.extendedKeyUsage, critical, value);
        }

        byte[] answer(byte[] request, Instant at) {
            return answer(request, at, "SHA256withECDSA");
        }

        byte[] answer(byte[] request, Instant at, String algorithm) {
            try {
                TimeStampRequest asked = new TimeStampRequest(request);
                DigestCalculator digest = new JcaDigestCalculatorProviderBuilder()
                        .setProvider(Crypto.BC)
                        .build()
                        .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256));
                TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                        new JcaSimpleSignerInfoGeneratorBuilder()
                                .setProvider(Crypto.BC)
                                .build(algorithm, key.getPrivate(), certificate),
                        digest,
                        new ASN1ObjectIdentifier("1.2.3.4"));
                tokens.addCertificates(new JcaCertStore(List.of(certificate)));
                return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                        .generate(asked, BigInteger.TEN, Date.from(at))
                        .getEncoded();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Trust trust() {
        return People.WORLD.trust().stamping(ROOT.certificate());
    }

    private static Signing stamping(TimestampSource source) {
        return Smime.sign(People.ADA).timestamped(source, trust(), Judged.POLICY);
    }

    private static Opened open(Message message, Trust trust, Policy policy) {
        return Smime.open(Letters.arrived(message), Keys.none(), trust, policy);
    }

    private static Message stamped() {
        return Letters.plain().with(stamping(request -> STAMPER.answer(request, NOW.minusSeconds(5))));
    }

    @Test
    void aStampTellsWhenTheSignatureWas() {
        Message sent = stamped();
        Opened opened = open(sent, trust(), Judged.POLICY.time(Policy.Time.STAMPED));
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
        SignerReport signer = opened.signers().get(0);
        Timestamp stamp = signer.timestamp().orElseThrow();
        assertThat(stamp.time()).isBetween(NOW.minusSeconds(7), NOW);
        assertThat(stamp.authority()).isEqualTo(STAMPER.certificate());
        assertThat(stamp.policy()).isEqualTo("1.2.3.4");
        assertThat(signer.judgedAt()).isEqualTo(stamp.time());
        assertThat(open(sent, People.WORLD.trust(), Judged.POLICY).isTrusted()).isTrue();
    }

    /** Years later the signer's certificate has expired: only the word of the authority helps. */
    @Test
    void aStampOutlivesTheCertificate() {
        Message sent = stamped();
        Policy later = Judged.POLICY.clock(Clock.fixed(NOW.plus(Duration.ofDays(40)), ZoneOffset.UTC));
        Policy stamped = later.time(Policy.Time.STAMPED);
        assertThat(open(sent, trust(), stamped).isTrusted()).isTrue();
        assertThat(open(sent, trust(), later).isTrusted()).isFalse();
        assertThat(open(sent, People.WORLD.trust(), stamped).isTrusted()).isFalse();
        Message bare = Letters.plain().with(Smime.sign(People.ADA));
        assertThat(open(bare, trust(), stamped).verdict().has(Reason.Code.NOT_VALID_NOW))
                .isTrue();
    }

    @Test
    void theStampOfAnotherSignatureIsNotBelieved() {
        byte[][] first = new byte[1][];
        stampedBy(request -> first[0] = STAMPER.answer(request, NOW.minusSeconds(5)));
        assertThatThrownBy(() -> stampedBy(request -> first[0])).isInstanceOf(TimestampFailed.class);
        // and where somebody put it there afterwards
        byte[] token = dev.tegami.smime.internal.TimestampQuestion.tokenOf(first[0]);
        Message moved = Letters.plain().with(stampingBlindly(token));
        Opened opened = open(moved, trust(), Judged.POLICY.time(Policy.Time.STAMPED));
        assertThat(opened.verdict().has(Reason.Code.TIMESTAMP_NOT_BELIEVED)).isTrue();
        assertThat(opened.signers().get(0).timestamp()).isEmpty();
    }

    private static void stampedBy(TimestampSource source) {
        Letters.plain().with(stamping(source));
    }

    /** A signer who does not check what he was given. */
    private static java.util.function.UnaryOperator<Message> stampingBlindly(byte[] token) {
        return message -> {
            try {
                byte[] text = Forged.TEXT;
                dev.tegami.smime.internal.SignerSpec signer = Signing.spec(People.ADA, People.ADA.signatureAlgorithm());
                dev.tegami.smime.internal.DigestAlgorithm digest =
                        signer.scheme().digest();
                byte[] cms = new dev.tegami.smime.internal.SignedDataWriter(List.of(signer), NOW, null)
                        .stamped(signature -> token)
                        .opaque(java.util.Map.of(digest, digest.of(text)), dev.tegami.mime.Source.of(text))
                        .open()
                        .readAllBytes();
                return Raw.opaque("ada@example.org", cms);
            } catch (java.security.GeneralSecurityException | IOException e) {
                throw new AssertionError(e);
            }
        };
    }

    @Test
    void onlyAnAuthorityForStampsStamps() {
        Authority elsewhere = Authority.root("CN=Stamp Root");
        for (Stamper each : List.of(
                new Stamper(ROOT, false, KeyPurposeId.id_kp_timeStamping),
                new Stamper(ROOT, true, KeyPurposeId.id_kp_emailProtection),
                new Stamper(ROOT, true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_emailProtection),
                new Stamper(elsewhere, true, KeyPurposeId.id_kp_timeStamping))) {
            // those that Bouncy Castle itself refuses to make tokens with are not tried
            byte[] answer;
            try {
                answer = each.answer(question(), NOW);
            } catch (IllegalStateException e) {
                continue;
            }
            assertThat(answer).isNotEmpty();
            assertThatThrownBy(() -> stampedBy(request -> each.answer(request, NOW.minusSeconds(5))))
                    .isInstanceOf(TimestampFailed.class);
        }
    }

    private static byte[] question() {
        return new dev.tegami.smime.internal.TimestampQuestion(new byte[] {1}).encoded();
    }

    @Test
    void aStampFromTheFutureOrOfARevokedAuthorityIsRefused() {
        assertThatThrownBy(() -> stampedBy(request -> STAMPER.answer(request, NOW.plus(Duration.ofHours(2)))))
                .isInstanceOf(TimestampFailed.class);
        Trust revoked = trust().revoking(ROOT.revoking(STAMPER.certificate()));
        Opened opened = open(stamped(), revoked, Judged.POLICY.time(Policy.Time.STAMPED));
        assertThat(opened.verdict().has(Reason.Code.TIMESTAMP_NOT_BELIEVED)).isTrue();
        assertThat(open(stamped(), trust(), Policy.standard().time(Policy.Time.STAMPED))
                        .signers()
                        .get(0)
                        .timestamp())
                .isEmpty();
    }

    /** Who finds two contents of one weak digest has a token for any time. */
    @Test
    void aStampSignedOverAWeakDigestIsBelievedOnlyWhereThatIsAccepted() throws Exception {
        dev.tegami.smime.internal.TimestampQuestion question =
                new dev.tegami.smime.internal.TimestampQuestion(new byte[] {1});
        byte[] answer = STAMPER.answer(question.encoded(), NOW, "SHA1withECDSA");
        assertThat(accepted(question, answer, new TimestampJudge(trust(), Judged.POLICY)))
                .isEmpty();
        Policy lenient = Judged.POLICY.accepting(Legacy.SHA1);
        assertThat(accepted(question, answer, new TimestampJudge(trust(), lenient)))
                .isPresent();
    }

    @Test
    void anAuthorityForStampsVouchesForNoSigner() {
        Message sent = Letters.plain().with(Smime.sign(ROOT.person("ada@example.org")));
        assertThat(open(sent, Trust.nobody().stamping(ROOT.certificate()), Judged.POLICY)
                        .isTrusted())
                .isFalse();
    }

    @Test
    void anAnswerMustBeToThisQuestion() throws Exception {
        assertThatThrownBy(() -> stampedBy(request -> STAMPER.answer(question(), NOW)))
                .isInstanceOf(TimestampFailed.class);
        assertThatThrownBy(() -> stampedBy(request -> {
                    TimeStampRequest asked = new TimeStampRequest(request);
                    byte[] same = new TimeStampRequestGenerator()
                            .generate(TSPAlgorithms.SHA256, asked.getMessageImprintDigest(), BigInteger.ONE)
                            .getEncoded();
                    return STAMPER.answer(same, NOW);
                }))
                .isInstanceOf(TimestampFailed.class);
        assertThatThrownBy(() -> stampedBy(request -> new byte[] {0x30, 0})).isInstanceOf(TimestampFailed.class);
        assertThatThrownBy(() -> stampedBy(request -> {
                    throw new IOException("unreachable");
                }))
                .isInstanceOf(TimestampFailed.class)
                .hasMessageContaining("unreachable");
        byte[] refused = new TimeStampResponseGenerator(null, Set.of())
                .generateFailResponse(2, 1 << 2, "no")
                .getEncoded();
        assertThatThrownBy(() -> stampedBy(request -> refused)).isInstanceOf(TimestampFailed.class);
    }

    /** The rest of an answer is a token, every octet of which is tried elsewhere. */
    @Test
    void whatAnAuthoritySaysBesideTheTokenCountsForNothing() {
        dev.tegami.smime.internal.TimestampQuestion question =
                new dev.tegami.smime.internal.TimestampQuestion(new byte[] {1});
        byte[] whole = STAMPER.answer(question.encoded(), NOW);
        byte[] token = dev.tegami.smime.internal.TimestampQuestion.tokenOf(whole);
        TimestampJudge judge = new TimestampJudge(trust(), Judged.POLICY);
        Optional<Timestamp> right = accepted(question, whole, judge);
        assertThat(right).isPresent();
        List<Integer> left = new ArrayList<>();
        for (int at = 0; at < whole.length - token.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Optional<Timestamp> found = accepted(question, changed, judge);
            if (found.isPresent()) {
                assertThat(found).as("octet " + at).isEqualTo(right);
                left.add(at);
            }
        }
        // granted, or granted with changes: the token is judged in either case; and the words
        byte[] words = "Operation Okay".getBytes(StandardCharsets.US_ASCII);
        int start = EveryOctet.indexOf(whole, words);
        assertThat(left)
                .containsExactlyElementsOf(
                        IntStream.concat(IntStream.of(start - 5), IntStream.range(start, start + words.length))
                                .boxed()
                                .toList());
    }

    private static Optional<Timestamp> accepted(
            dev.tegami.smime.internal.TimestampQuestion question, byte[] answer, TimestampJudge judge) {
        try {
            return question.token(answer, List.of()).flatMap(judge::of);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void opensslStampsForUs(@TempDir Path directory) throws Exception {
        OpenSsl openssl = new OpenSsl(directory);
        Path config = Files.writeString(
                directory.resolve("tsa.cnf"),
                String.join(
                        "\n",
                        "[tsa]",
                        "default_tsa = one",
                        "[one]",
                        "serial = " + directory.resolve("serial"),
                        "signer_cert = " + openssl.certificate(STAMPER.certificate()),
                        "signer_key = " + openssl.key(STAMPER.key().getPrivate()),
                        "certs = " + openssl.certificate(ROOT.certificate()),
                        "signer_digest = sha256",
                        "default_policy = 1.2.3.4",
                        "digests = sha256",
                        "ess_cert_id_alg = sha256",
                        ""));
        Message sent = Letters.plain().with(stamping(request -> {
            try {
                return openssl.run("ts", "-reply", "-config", config, "-queryfile", openssl.file("query", request));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }));
        Opened opened = open(sent, trust(), Judged.POLICY.time(Policy.Time.STAMPED));
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
        assertThat(opened.signers().get(0).timestamp()).isPresent();
        // and takes what Bouncy Castle stamped for our question
        byte[] query = question();
        Path reply = openssl.file("reply", STAMPER.answer(query, Instant.now()));
        openssl.run(
                "ts",
                "-verify",
                "-in",
                reply,
                "-queryfile",
                openssl.file("query", query),
                "-CAfile",
                openssl.certificate(ROOT.certificate()));
    }
}
