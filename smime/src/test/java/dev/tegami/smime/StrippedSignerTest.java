package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.smime.internal.Certificates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.junit.jupiter.api.Test;

/** Letters by two signers, one of whom is taken away, exchanged or broken: what is left says nothing of the other. */
class StrippedSignerTest {
    private static final Identity CLASSIC = People.WORLD.person("ada@example.org", "P-256");
    private static final Identity LATE = People.WORLD.person("ada@example.org", "ML-DSA-44");
    private static final Policy BOTH = Judged.POLICY.requiring(SignatureKind.CLASSIC, SignatureKind.POST_QUANTUM);
    private static final Message SENT =
            Letters.plain().with(Smime.sign(CLASSIC, LATE).opaque());

    private static Opened open(Message message, Policy policy) {
        return Smime.open(Letters.arrived(message), Keys.of(People.BOB), People.WORLD.trust(), policy);
    }

    private static void isTrustedByBoth(Message message) {
        Opened opened = open(message, BOTH);
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
    }

    private static void lacks(Message message, SignatureKind kind) {
        Opened opened = open(message, BOTH);
        assertThat(opened.isTrusted()).isFalse();
        assertThat(opened.verdict().mark(Axis.ALGORITHMS)).isEqualTo(Mark.BAD);
        assertThat(opened.verdict().reasons())
                .filteredOn(each -> each.code() == Reason.Code.SIGNER_MISSING)
                .singleElement()
                .satisfies(each -> assertThat(each.detail()).contains(kind.name()));
    }

    /** The letter with other signers. */
    private static Message changed(Message message, UnaryOperator<List<SignerInformation>> change) {
        try {
            CMSSignedData data =
                    new CMSSignedData(message.root().content().orElseThrow().bytes());
            List<SignerInformation> signers =
                    change.apply(new ArrayList<>(data.getSignerInfos().getSigners()));
            return Raw.opaque(
                    "ada@example.org",
                    CMSSignedData.replaceSigners(data, new SignerInformationStore(signers))
                            .getEncoded());
        } catch (CMSException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOf(SignerInformation signer, Identity by) {
        return signer.getSID().match(new X509CertificateHolder(Certificates.structure(by.certificate())));
    }

    private static Message without(Message message, Identity taken) {
        return changed(
                message,
                signers -> signers.stream().filter(each -> !isOf(each, taken)).toList());
    }

    @Test
    void bothSignersAreEnough() {
        isTrustedByBoth(SENT);
        isTrustedByBoth(Letters.plain().with(Smime.sign(CLASSIC, LATE)));
        isTrustedByBoth(Letters.plain()
                .with(Smime.encrypt(People.BOB.certificate())
                        .signedBy(Smime.sign(CLASSIC, LATE))
                        .protectingHeaders()));
    }

    /** Nobody can tell it from a letter that one signer signed: only who knows that there should be two. */
    @Test
    void aSignerTakenAwayIsMissedOnlyByWhoAsksForBoth() {
        Message classic = without(SENT, LATE);
        assertThat(open(classic, Judged.POLICY).isTrusted()).isTrue();
        lacks(classic, SignatureKind.POST_QUANTUM);
        Message late = without(SENT, CLASSIC);
        assertThat(open(late, Judged.POLICY).isTrusted()).isTrue();
        lacks(late, SignatureKind.CLASSIC);
    }

    @Test
    void aLetterThatHadOneSignerIsMissingTheOtherInEveryForm() {
        for (Signing signing :
                List.of(Smime.sign(CLASSIC), Smime.sign(CLASSIC).opaque(), Smime.sign(People.ADA, CLASSIC))) {
            lacks(Letters.plain().with(signing), SignatureKind.POST_QUANTUM);
            lacks(
                    Letters.plain().with(Smime.encrypt(People.BOB.certificate()).signedBy(signing)),
                    SignatureKind.POST_QUANTUM);
        }
        lacks(Letters.plain().with(Smime.sign(LATE)), SignatureKind.CLASSIC);
    }

    @Test
    void everyLayerIsAskedForBoth() {
        Message inside = Letters.plain().with(Smime.sign(CLASSIC));
        lacks(inside.with(Smime.sign(CLASSIC, LATE)), SignatureKind.POST_QUANTUM);
        isTrustedByBoth(SENT.with(Smime.sign(CLASSIC, LATE)));
        lacks(SENT.with(Smime.sign(CLASSIC)), SignatureKind.POST_QUANTUM);
    }

    @Test
    void aSignerOfSomebodyElseStandsInForNobody() {
        Identity eve = People.WORLD.person("eve@example.com", "ML-DSA-44");
        Message both = Letters.plain().with(Smime.sign(CLASSIC, eve));
        assertThat(open(both, BOTH).isTrusted()).isFalse();
        assertThat(open(both, BOTH).verdict().has(Reason.Code.AUTHOR_MISMATCH)).isTrue();
    }

    @Test
    void aSignerOfAnotherLetterStandsInForNobody() {
        Message other = Message.compose()
                .from("ada@example.org")
                .text("other words\n")
                .build()
                .with(Smime.sign(CLASSIC, LATE).opaque());
        List<SignerInformation> theirs = signers(other);
        Message mixed = changed(SENT, signers -> {
            List<SignerInformation> all = new ArrayList<>(
                    signers.stream().filter(each -> !isOf(each, LATE)).toList());
            theirs.stream().filter(each -> isOf(each, LATE)).forEach(all::add);
            return all;
        });
        assertThat(open(mixed, BOTH).isTrusted()).isFalse();
        assertThat(open(mixed, BOTH).verdict().has(Reason.Code.DIGEST_MISMATCH)).isTrue();
    }

    private static List<SignerInformation> signers(Message message) {
        try {
            return List.copyOf(
                    new CMSSignedData(message.root().content().orElseThrow().bytes())
                            .getSignerInfos()
                            .getSigners());
        } catch (CMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
