package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.junit.jupiter.api.Test;

/** What signers state of a letter by RFC 2634: how sensitive it is, and which lists it went through. */
class SecurityLabelTest {
    private static final String RULES = "1.3.6.1.4.1.99999.7";
    private static final SecurityLabel LABEL = SecurityLabel.of(RULES, 3)
            .mark("nur für den Vorstand")
            .categories(
                    new SecurityLabel.Category("1.2.3.4", "0c03616263"), new SecurityLabel.Category("1.2.3.5", "0500"));

    private static Opened open(Message message, Policy policy) {
        return Judged.open(Letters.arrived(message), policy);
    }

    @Test
    void aLabelComesBackAsItWasWritten() {
        Message labelled = Letters.plain().with(Smime.sign(People.ADA).labelled(LABEL));
        Opened opened = open(labelled, Judged.POLICY.labels(Set.of(RULES)));
        assertThat(opened.isTrusted()).isTrue();
        SecurityLabel read = opened.signers().get(0).claims().label().orElseThrow();
        assertThat(read.policy()).isEqualTo(RULES);
        assertThat(read.classification()).hasValue(3);
        assertThat(read.privacyMark()).hasValue("nur für den Vorstand");
        assertThat(read.categories()).containsExactlyInAnyOrderElementsOf(LABEL.categories());
    }

    @Test
    void aLabelByRulesThatNobodyKeepsIsNotTrusted() {
        Message labelled = Letters.plain().with(Smime.sign(People.ADA).labelled(LABEL));
        Verdict verdict = open(labelled, Judged.POLICY).verdict();
        assertThat(verdict.has(Reason.Code.UNKNOWN_LABEL)).isTrue();
        assertThat(verdict.mark(Axis.INTEGRITY)).isEqualTo(Mark.GOOD);
        assertThat(verdict.isTrusted()).isFalse();
    }

    @Test
    void labelsOutsideOfTheRfcAreRefused() throws Exception {
        assertThatThrownBy(() -> SecurityLabel.of(RULES, 257)).isInstanceOf(SmimeException.class);
        assertThatThrownBy(() -> SecurityLabel.of(RULES, -1)).isInstanceOf(SmimeException.class);
        for (ASN1Encodable wrong : List.of(
                new DERSet(), new DERSet(new ASN1Integer(1)), new DERNullSet().value(), new DERSet(new ASN1Encodable[] {
                    new ASN1ObjectIdentifier(RULES), new ASN1Integer(1000)
                }))) {
            Opened opened = Judged.open(
                    stating(new Attribute(EssAttributes.SECURITY_LABEL, new DERSet(wrong))),
                    Judged.POLICY.labels(Set.of(RULES)));
            assertThat(opened.verdict().has(Reason.Code.BAD_SIGNED_ATTRIBUTES)).isTrue();
            assertThat(opened.isTrusted()).isFalse();
        }
    }

    private record DERNullSet() {
        ASN1Encodable value() {
            return new DERSet(new ASN1Encodable[] {new ASN1ObjectIdentifier(RULES), DERNull.INSTANCE});
        }
    }

    private static Message stating(Attribute... more) throws Exception {
        ASN1EncodableVector all = new ASN1EncodableVector();
        Forged.attributes(People.ADA, Forged.TEXT).iterator().forEachRemaining(all::add);
        for (Attribute each : more) {
            all.add(each);
        }
        return Raw.opaque(
                "ada@example.org",
                Forged.honest(People.ADA)
                        .by(Forged.signer(People.ADA, new DERSet(all)))
                        .cms());
    }

    @Test
    void equivalentLabelsAreReported() throws Exception {
        SecurityLabel other = SecurityLabel.of("1.2.3.4.5", 200);
        Opened opened = Judged.open(
                stating(
                        new Attribute(EssAttributes.SECURITY_LABEL, new DERSet(EssAttributes.encoded(LABEL))),
                        new Attribute(
                                EssAttributes.EQUIVALENT_LABELS,
                                new DERSet(new DERSequence(EssAttributes.encoded(other))))),
                Judged.POLICY.labels(Set.of(RULES)));
        assertThat(opened.isTrusted()).isTrue();
        assertThat(opened.signers().get(0).claims().equivalents()).containsExactly(other);
    }

    private static DERSequence expansion(int list, ASN1Encodable... policy) {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new DEROctetString(new byte[] {(byte) list}));
        fields.add(new DERGeneralizedTime(Date.from(Instant.parse("2026-01-02T03:04:05Z"))));
        for (ASN1Encodable each : policy) {
            fields.add(each);
        }
        return new DERSequence(fields);
    }

    private static Attribute history(ASN1Encodable... expansions) {
        return new Attribute(EssAttributes.EXPANSION_HISTORY, new DERSet(new DERSequence(expansions)));
    }

    private static Attribute asking(ReceiptRequest request) {
        ReceiptRequest named = new ReceiptRequest("0102", request.from(), request.listed(), request.to());
        return new Attribute(EssAttributes.RECEIPT_REQUEST, new DERSet(EssAttributes.encoded(named)));
    }

    @Test
    void theListsOnTheWayAreReportedAndACircleIsNoticed() throws Exception {
        Opened opened = Judged.open(stating(history(expansion(1), expansion(2))));
        List<ListExpansion> read = opened.signers().get(0).claims().expansions();
        assertThat(read).extracting(ListExpansion::list).containsExactly("01", "02");
        assertThat(read.get(0).time()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(opened.verdict().has(Reason.Code.LIST_LOOP)).isFalse();
        Opened circle = Judged.open(stating(history(expansion(1), expansion(2), expansion(1))));
        assertThat(circle.verdict().has(Reason.Code.LIST_LOOP)).isTrue();
        ASN1Encodable[] many = new ASN1Encodable[200];
        for (int i = 0; i < many.length; i++) {
            many[i] = expansion(i);
        }
        Opened long1 = Judged.open(stating(history(many)));
        assertThat(long1.verdict().has(Reason.Code.LIST_LOOP)).isTrue();
        assertThat(long1.signers().get(0).claims().expansions()).hasSizeLessThan(100);
    }

    @Test
    void aListSaysWhereReceiptsGo() throws Exception {
        ASN1Encodable elsewhere = MailboxNames.encoded(List.of(ReceiptTest.EVE));
        ASN1Encodable none = new DERTaggedObject(false, 0, DERNull.INSTANCE);
        ASN1Encodable instead = new DERTaggedObject(false, 1, elsewhere);
        ASN1Encodable also = new DERTaggedObject(false, 2, elsewhere);
        Attribute asking = asking(ReceiptTest.REQUEST);
        assertThat(addressees(asking, history(expansion(1)))).containsExactly(ReceiptTest.ADA);
        assertThat(addressees(asking, history(expansion(1, none)))).isEmpty();
        assertThat(addressees(asking, history(expansion(1, instead)))).containsExactly(ReceiptTest.EVE);
        assertThat(addressees(asking, history(expansion(1, also)))).containsExactly(ReceiptTest.ADA, ReceiptTest.EVE);
        assertThat(addressees(asking, history(expansion(1, none), expansion(2, instead))))
                .containsExactly(ReceiptTest.EVE);
        Attribute direct = asking(ReceiptTest.REQUEST.firstTier());
        assertThat(addressees(direct)).containsExactly(ReceiptTest.ADA);
        assertThat(addressees(direct, history(expansion(1)))).isEmpty();
    }

    private static List<Mailbox> addressees(Attribute... attributes) throws Exception {
        return RequestedReceipt.in(Judged.open(stating(attributes)))
                .map(RequestedReceipt::to)
                .orElse(List.of());
    }
}
