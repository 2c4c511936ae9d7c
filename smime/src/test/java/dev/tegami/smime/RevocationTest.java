package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.Test;

/** What tells of revocations, from whom it is believed, and who is asked. */
class RevocationTest {
    private static final Authority ROOT = Authority.root("CN=Root of all");
    private static final Authority MIDDLE = ROOT.below("CN=In the middle");
    private static final Identity ADA = MIDDLE.person("ada@example.org", ROOT);
    private static final X509Certificate LEAF = ADA.certificate();
    private static final Message LETTER = Letters.arrived(Letters.plain().with(Smime.sign(ADA)));
    private static final Trust ANCHORED = Trust.of(ROOT.certificate());
    /** All is known of the authority in the middle, so that only the leaf is in question. */
    private static final Trust MIDDLE_KNOWN = ANCHORED.revoking(ROOT.revoking());

    private static Mark revocation(Trust trust) {
        return Smime.open(LETTER, Keys.none(), trust).verdict().mark(Axis.REVOCATION);
    }

    private static Mark told(OcspResponse answer) {
        return revocation(MIDDLE_KNOWN.revoking(answer));
    }

    @Test
    void listsOfEveryAuthorityMakeThePathGood() {
        assertThat(revocation(MIDDLE_KNOWN.revoking(MIDDLE.revoking()))).isEqualTo(Mark.GOOD);
        assertThat(revocation(MIDDLE_KNOWN)).isEqualTo(Mark.UNKNOWN);
        assertThat(revocation(ANCHORED.revoking(MIDDLE.revoking()))).isEqualTo(Mark.UNKNOWN);
    }

    @Test
    void aListSignedAsOfOldMakesNothingGoodAndStillRevokes() {
        Authority old = new Authority(MIDDLE.key(), MIDDLE.certificate(), "SHA1withECDSA");
        Trust silent = MIDDLE_KNOWN.revoking(old.revoking());
        assertThat(revocation(silent)).isEqualTo(Mark.UNKNOWN);
        Policy then = Policy.standard().accepting(Legacy.SHA1);
        assertThat(Smime.open(LETTER, Keys.none(), silent, then).verdict().mark(Axis.REVOCATION))
                .isEqualTo(Mark.GOOD);
        assertThat(revocation(MIDDLE_KNOWN.revoking(old.revoking(LEAF)))).isEqualTo(Mark.BAD);
    }

    @Test
    void anAuthorityOfWhichNothingIsKnownHidesNoRevokedLeaf() {
        X509CRL list = MIDDLE.revoking(LEAF);
        assertThat(revocation(ANCHORED.revoking(list))).isEqualTo(Mark.BAD);
        assertThat(Smime.open(LETTER, Keys.none(), ANCHORED.revoking(list), Judged.POLICY)
                        .isTrusted())
                .isFalse();
    }

    @Test
    void aRevokedAuthorityIsBadWhateverTheLeaf() {
        assertThat(revocation(ANCHORED.revoking(ROOT.revoking(MIDDLE.certificate()), MIDDLE.revoking())))
                .isEqualTo(Mark.BAD);
    }

    @Test
    void theIssuersOwnAnswerIsBelieved() {
        Responder issuer = Responder.itself(MIDDLE);
        assertThat(told(issuer.of(LEAF, CertificateStatus.GOOD))).isEqualTo(Mark.GOOD);
        assertThat(told(issuer.of(LEAF, Responder.REVOKED))).isEqualTo(Mark.BAD);
        assertThat(told(issuer.of(LEAF, new UnknownStatus()))).isEqualTo(Mark.UNKNOWN);
        assertThat(told(issuer.of(MIDDLE.certificate(), CertificateStatus.GOOD)))
                .isEqualTo(Mark.UNKNOWN);
    }

    @Test
    void aResponderIsBelievedOnlyIfTheIssuerAppointedIt() {
        Authority.Extra excused = Responder.excused();
        Responder right = Responder.appointed(MIDDLE, KeyPurposeId.id_kp_OCSPSigning, excused);
        Responder mail = Responder.appointed(MIDDLE, KeyPurposeId.id_kp_emailProtection, excused);
        Responder above = Responder.appointed(ROOT, KeyPurposeId.id_kp_OCSPSigning, excused);
        Responder stranger = new Responder(
                Responder.appointed(Authority.root("CN=In the middle"), KeyPurposeId.id_kp_OCSPSigning, excused)
                        .key(),
                right.certificate(),
                MIDDLE.certificate(),
                "SHA256withECDSA");
        assertThat(told(right.of(LEAF, CertificateStatus.GOOD))).isEqualTo(Mark.GOOD);
        assertThat(told(mail.of(LEAF, CertificateStatus.GOOD))).isEqualTo(Mark.UNKNOWN);
        assertThat(told(new Responder(above.key(), above.certificate(), MIDDLE.certificate(), "SHA256withECDSA")
                        .of(LEAF, CertificateStatus.GOOD)))
                .isEqualTo(Mark.UNKNOWN);
        assertThat(told(stranger.of(LEAF, CertificateStatus.GOOD))).isEqualTo(Mark.UNKNOWN);
    }

    @Test
    void aResponderThatIsNotExcusedMustBeKnownGoodItself() {
        Responder checked = Responder.appointed(MIDDLE, KeyPurposeId.id_kp_OCSPSigning);
        OcspResponse answer = checked.of(LEAF, CertificateStatus.GOOD);
        assertThat(told(answer)).isEqualTo(Mark.UNKNOWN);
        // the issuer's list tells of the responder and of the leaf alike: only a revoked responder shows which was used
        assertThat(revocation(MIDDLE_KNOWN
                        .revoking(MIDDLE.revoking(checked.certificate()))
                        .revoking(checked.of(LEAF, Responder.REVOKED))))
                .isEqualTo(Mark.GOOD);
        assertThat(revocation(MIDDLE_KNOWN.revoking(MIDDLE.revoking()).revoking(checked.of(LEAF, Responder.REVOKED))))
                .isEqualTo(Mark.BAD);
    }

    @Test
    void oldAnswersAnswersOfTomorrowAndWeakOnesSayNothing() {
        Responder issuer = Responder.itself(MIDDLE);
        Instant now = Authority.now();
        assertThat(told(issuer.of(LEAF, CertificateStatus.GOOD, now.minus(Duration.ofDays(2)), now.minusSeconds(900))))
                .isEqualTo(Mark.UNKNOWN);
        assertThat(told(issuer.of(LEAF, CertificateStatus.GOOD, now.plusSeconds(900), now.plusSeconds(1800))))
                .isEqualTo(Mark.UNKNOWN);
        assertThat(told(issuer.with("SHA1withECDSA").of(LEAF, CertificateStatus.GOOD)))
                .isEqualTo(Mark.UNKNOWN);
    }

    @Test
    void noOctetOfAnAnswerCanBeChangedIntoAGoodOne() {
        byte[] revoked = Responder.itself(MIDDLE).of(LEAF, Responder.REVOKED).encoded();
        List<Integer> good = new ArrayList<>();
        for (int i = 0; i < revoked.length; i += 3) {
            byte[] changed = revoked.clone();
            changed[i] ^= 1;
            if (told(OcspResponse.of(changed)) == Mark.GOOD) {
                good.add(i);
            }
        }
        assertThat(good).isEmpty();
    }

    @Test
    void theSourceIsAskedOnlyAboutWhatIsNotKnownOfAValidPath() {
        List<X509Certificate> asked = new ArrayList<>();
        RevocationSource source = (certificate, issuer) -> {
            asked.add(certificate);
            return new RevocationEvidence(
                    List.of(), List.of(Responder.itself(MIDDLE).of(certificate, CertificateStatus.GOOD)));
        };
        assertThat(revocation(MIDDLE_KNOWN.asking(source))).isEqualTo(Mark.GOOD);
        assertThat(asked).containsExactly(LEAF);
        asked.clear();
        Smime.open(LETTER, Keys.none(), Trust.of(People.WORLD.root).asking(source));
        assertThat(asked).isEmpty();
    }

    @Test
    void aQuestionTakesNoAnswerToAnother() throws Exception {
        OcspRequest request = OcspRequest.about(LEAF, MIDDLE.certificate());
        Responder issuer = Responder.itself(MIDDLE);
        Extension mine = new OCSPReq(request.encoded()).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        Extension other = new Extension(
                OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(new byte[32]).getEncoded());
        assertThat(request.answeredBy(issuer.answer(request.encoded(), LEAF, mine))
                        .map(RevocationTest::told))
                .contains(Mark.GOOD);
        assertThat(request.answeredBy(issuer.answer(request.encoded(), LEAF)).map(RevocationTest::told))
                .contains(Mark.GOOD);
        assertThat(request.answeredBy(issuer.answer(request.encoded(), LEAF, other)))
                .isEmpty();
        assertThat(request.answeredBy(new byte[] {1, 2, 3})).isEmpty();
    }
}
