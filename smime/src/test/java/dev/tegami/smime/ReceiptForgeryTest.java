package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.smime.internal.Der;
import dev.tegami.smime.internal.DigestAlgorithm;
import dev.tegami.smime.internal.SignedDataWriter;
import dev.tegami.smime.internal.SignerSpec;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.junit.jupiter.api.Test;

/** Somebody who wants an author to believe what is not so: that a letter arrived, or whose word that is. */
class ReceiptForgeryTest {
    private static final Message SENT = ReceiptTest.asking(ReceiptTest.REQUEST);
    private static final SignedClaims CLAIMS = ReceiptTest.claims(SENT);
    private static final SignedOriginal ORIGINAL = CLAIMS.original().orElseThrow();
    private static final String NAME = CLAIMS.receiptRequest().orElseThrow().identifier();
    private static final SignedReceipt RIGHT = new SignedReceipt("1.2.840.113549.1.7.1", NAME, ORIGINAL.signature());

    private static Message receipt(String from, Identity by, SignedReceipt receipt, String digest)
            throws GeneralSecurityException, IOException {
        byte[] octets = Der.of(EssAttributes.encoded(receipt));
        return Raw.opaque(from, signed(by, octets, digest));
    }

    private static byte[] signed(Identity by, byte[] octets, String digest)
            throws GeneralSecurityException, IOException {
        SignerSpec signer = Signing.spec(by, by.signatureAlgorithm());
        DigestAlgorithm algorithm = signer.scheme().digest();
        Attribute basis = new Attribute(
                EssAttributes.SIGNATURE_DIGEST,
                new DERSet(new DEROctetString(HexFormat.of().parseHex(digest))));
        return new SignedDataWriter(List.of(signer), Instant.now(), null)
                .of(EssAttributes.RECEIPT)
                .stating(digest.isEmpty() ? List.of() : List.of(basis))
                .opaque(Map.of(algorithm, algorithm.of(octets)), Source.of(octets))
                .open()
                .readAllBytes();
    }

    private static void refused(Message receipt, Reason.Code because) {
        ReceiptReport report = ReceiptReport.of(Judged.open(receipt), CLAIMS);
        assertThat(report.isTrusted()).isFalse();
        assertThat(report.verdict().reasons()).extracting(Reason::code).contains(because);
    }

    @Test
    void theHonestOneIsBelieved() throws Exception {
        Message honest = receipt("bob@example.net", People.BOB, RIGHT, ORIGINAL.attributes());
        ReceiptReport report = ReceiptReport.of(Judged.open(honest), CLAIMS);
        assertThat(report.isTrusted()).as(report.verdict().toString()).isTrue();
    }

    @Test
    void aReceiptForAnotherLetterIsNoneForThisOne() throws Exception {
        SignedOriginal other = ReceiptTest.claims(ReceiptTest.asking(ReceiptTest.REQUEST))
                .original()
                .orElseThrow();
        String digest = ORIGINAL.attributes();
        for (SignedReceipt wrong : List.of(
                new SignedReceipt(RIGHT.contentType(), "00" + NAME, RIGHT.signature()),
                new SignedReceipt(RIGHT.contentType(), NAME, other.signature()),
                new SignedReceipt("1.2.840.113549.1.7.3", NAME, RIGHT.signature()))) {
            refused(receipt("bob@example.net", People.BOB, wrong, digest), Reason.Code.RECEIPT_OF_ANOTHER);
        }
        refused(receipt("bob@example.net", People.BOB, RIGHT, other.attributes()), Reason.Code.RECEIPT_OF_ANOTHER);
        refused(receipt("bob@example.net", People.BOB, RIGHT, ""), Reason.Code.RECEIPT_OF_ANOTHER);
    }

    @Test
    void nobodyGivesItInAnothersName() throws Exception {
        refused(receipt("bob@example.net", People.EVE, RIGHT, ORIGINAL.attributes()), Reason.Code.AUTHOR_MISMATCH);
        Identity fake = new People("CN=Test Root").person("bob@example.net", "RSA");
        refused(receipt("bob@example.net", fake, RIGHT, ORIGINAL.attributes()), Reason.Code.NO_PATH);
        refused(
                receipt("bob@example.net, eve@example.com", People.EVE, RIGHT, ORIGINAL.attributes()),
                Reason.Code.NOT_ONE_AUTHOR);
    }

    @Test
    void whoWasNotAskedIsNotHeard() throws Exception {
        SignedClaims toEve = ReceiptTest.claims(ReceiptTest.asking(ReceiptTest.REQUEST.from(ReceiptTest.EVE)));
        Message byBob = receipt(
                "bob@example.net",
                People.BOB,
                new SignedReceipt(
                        RIGHT.contentType(),
                        toEve.receiptRequest().orElseThrow().identifier(),
                        toEve.original().orElseThrow().signature()),
                toEve.original().orElseThrow().attributes());
        ReceiptReport report = ReceiptReport.of(Judged.open(byBob), toEve);
        assertThat(report.verdict().has(Reason.Code.RECEIPT_NOT_ASKED)).isTrue();
        assertThat(report.isTrusted()).isFalse();
        SignedClaims unasked =
                ReceiptTest.claims(Letters.arrived(Letters.plain().with(Smime.sign(People.ADA))));
        Message honest = receipt("bob@example.net", People.BOB, RIGHT, ORIGINAL.attributes());
        assertThat(ReceiptReport.of(Judged.open(honest), unasked).isTrusted()).isFalse();
    }

    @Test
    void aLetterIsNoReceiptAndAReceiptNoLetter() throws Exception {
        refused(Letters.arrived(Letters.plain().with(Smime.sign(People.BOB))), Reason.Code.NO_RECEIPT);
        refused(Letters.plain(), Reason.Code.NO_RECEIPT);
        byte[] cms = signed(People.BOB, Forged.TEXT, ORIGINAL.attributes());
        refused(Raw.opaque("bob@example.net", cms), Reason.Code.MALFORMED);
        Message honest = receipt("bob@example.net", People.BOB, RIGHT, ORIGINAL.attributes());
        Opened opened = Judged.open(honest);
        assertThat(opened.message().text()).isEmpty();
        // the type of the content is signed: a receipt does not pass as mail, nor mail as a receipt
        byte[] receipt = honest.root().content().orElseThrow().bytes();
        byte[] asMail = replaced(receipt, EssAttributes.RECEIPT.getEncoded(), new byte[] {
            6, 11, 42, (byte) 134, 72, (byte) 134, (byte) 247, 13, 1, 7, 1, 1, 1
        });
        assertThat(Judged.open(Raw.opaque("bob@example.net", asMail)).isTrusted())
                .isFalse();
    }

    private static byte[] replaced(byte[] octets, byte[] from, byte[] to) {
        String hex = HexFormat.of().formatHex(octets);
        return HexFormat.of()
                .parseHex(hex.replaceFirst(
                        HexFormat.of().formatHex(from), HexFormat.of().formatHex(to)));
    }

    @Test
    void aReceiptAsksForNoReceipt() throws Exception {
        Message receipt = Letters.arrived(
                RequestedReceipt.in(Judged.open(SENT)).orElseThrow().signedBy(People.BOB, ReceiptTest.BOB));
        assertThat(RequestedReceipt.in(Judged.open(receipt))).isEmpty();
        SignerSpec signer = Signing.spec(People.BOB, People.BOB.signatureAlgorithm());
        byte[] octets = Der.of(EssAttributes.encoded(RIGHT));
        Attribute asking = new Attribute(
                EssAttributes.RECEIPT_REQUEST,
                new DERSet(EssAttributes.encoded(CLAIMS.receiptRequest().orElseThrow())));
        byte[] cms = new SignedDataWriter(List.of(signer), Instant.now(), null)
                .of(EssAttributes.RECEIPT)
                .stating(List.of(asking))
                .opaque(Map.of(DigestAlgorithm.SHA256, DigestAlgorithm.SHA256.of(octets)), Source.of(octets))
                .open()
                .readAllBytes();
        Opened opened = Judged.open(Raw.opaque("bob@example.net", cms));
        assertThat(opened.signers().get(0).claims().receiptRequest()).isPresent();
        assertThat(RequestedReceipt.in(opened)).isEmpty();
    }

    @Test
    void aLetterThatWasChangedGetsNoReceipt() {
        byte[] octets = SENT.toBytes();
        String text = new String(octets, java.nio.charset.StandardCharsets.ISO_8859_1);
        int at = text.indexOf("second line");
        octets[at] ^= 1;
        assertThat(RequestedReceipt.in(Judged.open(Message.parse(octets)))).isEmpty();
    }

    /** Each octet changed once: no receipt of another kind or for another letter comes of it. */
    @Test
    void everyOctetCounts() throws Exception {
        Message honest = receipt(
                "bob@example.net",
                Identity.of(People.BOB.key(), People.BOB.certificate()),
                RIGHT,
                ORIGINAL.attributes());
        byte[] cms = honest.root().content().orElseThrow().bytes();
        int believed = 0;
        for (int i = 0; i < cms.length; i++) {
            byte[] changed = cms.clone();
            changed[i] ^= 1;
            Opened opened = Judged.open(Raw.opaque("bob@example.net", changed));
            if (ReceiptReport.of(opened, CLAIMS).isTrusted()) {
                assertThat(opened.signers().get(0).certificate()).hasValue(People.BOB.certificate());
                believed++;
            }
        }
        // versions, and the letter case of names that nothing depends on
        assertThat(believed).isLessThan(20);
    }
}
