package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed receipts (RFC 2634 section 2): asked for, given, and held against the letter. */
class ReceiptTest {
    static final Mailbox ADA = Mailbox.parse("ada@example.org");
    static final Mailbox BOB = Mailbox.parse("bob@example.net");
    static final Mailbox EVE = Mailbox.parse("eve@example.com");
    static final ReceiptRequest REQUEST = ReceiptRequest.to(ADA);

    static Opened open(Message message) {
        return Judged.open(Letters.arrived(message));
    }

    static Message asking(ReceiptRequest request) {
        return Letters.arrived(Letters.plain().with(Smime.sign(People.ADA).requesting(request)));
    }

    static SignedClaims claims(Message sent) {
        Opened opened = open(sent);
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
        return opened.signers().get(0).claims();
    }

    @Test
    void aReceiptIsGivenAndHeldAgainstTheLetter() {
        Message sent = asking(REQUEST);
        RequestedReceipt wanted = RequestedReceipt.in(open(sent)).orElseThrow();
        assertThat(wanted.to()).containsExactly(ADA);
        Message receipt = Letters.arrived(wanted.signedBy(People.BOB, BOB));
        assertThat(receipt.to()).containsExactly(ADA);
        assertThat(receipt.root().contentType().parameter("smime-type")).hasValue("signed-receipt");
        ReceiptReport report = ReceiptReport.of(open(receipt), claims(sent));
        assertThat(report.isTrusted()).as(report.verdict().toString()).isTrue();
        assertThat(report.by()).hasValue(BOB);
    }

    @Test
    void everyKindOfKeyAndEveryFormGivesReceipts() {
        for (Identity bob : List.of(
                People.WORLD.person("bob@example.net", "P-384"), People.WORLD.person("bob@example.net", "Ed25519"))) {
            for (Signing signing :
                    List.of(Smime.sign(People.CURVE), Smime.sign(People.ADA).opaque())) {
                Message sent = Letters.arrived(Letters.plain().with(signing.requesting(REQUEST)));
                RequestedReceipt wanted = RequestedReceipt.in(open(sent)).orElseThrow();
                ReceiptReport report = ReceiptReport.of(open(wanted.signedBy(bob, BOB)), claims(sent));
                assertThat(report.isTrusted()).as(report.verdict().toString()).isTrue();
            }
        }
    }

    @Test
    void aReceiptMayBeEncryptedAndALetterWrappedThrice() {
        Message sent = Letters.arrived(Letters.plain()
                .with(Smime.wrapThrice(
                        Smime.sign(People.ADA).requesting(REQUEST), Smime.encrypt(People.BOB.certificate()))));
        Opened letter = open(sent);
        assertThat(letter.signers().get(0).claims().receiptRequest()).isEmpty();
        RequestedReceipt wanted = RequestedReceipt.in(letter).orElseThrow();
        Message receipt = wanted.signedBy(People.BOB, BOB).with(Smime.encrypt(People.ADA.certificate()));
        Opened opened = Smime.open(Letters.arrived(receipt), Keys.of(People.ADA), People.WORLD.trust(), Judged.POLICY);
        assertThat(ReceiptReport.of(opened, letter.signers().get(1).claims()).isTrusted())
                .isTrue();
    }

    @Test
    void onlyWhoIsAskedGivesOne() {
        RequestedReceipt wanted =
                RequestedReceipt.in(open(asking(REQUEST.from(EVE)))).orElseThrow();
        assertThat(wanted.isAsked(BOB)).isFalse();
        assertThat(wanted.isAsked(Mailbox.parse("eve@EXAMPLE.com"))).isTrue();
        assertThatThrownBy(() -> wanted.signedBy(People.BOB, BOB)).isInstanceOf(SmimeException.class);
        assertThatThrownBy(() -> wanted.signedBy(People.BOB, EVE)).isInstanceOf(SmimeException.class);
        assertThat(wanted.signedBy(People.EVE, EVE).from()).containsExactly(EVE);
    }

    @Test
    void everyLetterHasANameOfItsOwnAndNamesBeyondAsciiAreKept() {
        Mailbox letters = Mailbox.parse("手紙@example.org");
        Signing signing = Smime.sign(People.ADA)
                .requesting(ReceiptRequest.to(ADA, letters).firstTier());
        ReceiptRequest one = claims(Letters.arrived(Letters.plain().with(signing)))
                .receiptRequest()
                .orElseThrow();
        ReceiptRequest two = claims(Letters.arrived(Letters.plain().with(signing)))
                .receiptRequest()
                .orElseThrow();
        assertThat(one.identifier()).hasSize(48).isNotEqualTo(two.identifier());
        assertThat(one.to()).containsExactly(ADA, letters);
        assertThat(one.from()).isEqualTo(ReceiptRequest.From.FIRST_TIER);
    }

    @Test
    void whatAsksForNothingWantsNothing() {
        assertThat(RequestedReceipt.in(open(Letters.plain()))).isEmpty();
        assertThat(RequestedReceipt.in(open(Letters.plain().with(Smime.sign(People.ADA)))))
                .isEmpty();
        assertThatThrownBy(() -> ReceiptRequest.to(new Mailbox[0])).isInstanceOf(SmimeException.class);
    }

    private static final String CONTENT = "Content-Type: text/plain\r\n\r\nfrom the other side\r\n";

    @Test
    void opensslAsksAndTakesOurReceipt(@TempDir Path directory) throws Exception {
        OpenSsl openssl = new OpenSsl(directory);
        People.Keyed ada = People.WORLD.keyed("ada@example.org", "RSA");
        byte[] made = openssl.run(
                "cms",
                "-sign",
                "-in",
                openssl.file("in", CONTENT.getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                "-binary",
                "-nodetach",
                "-receipt_request_all",
                "-receipt_request_to",
                "ada@example.org",
                "-signer",
                openssl.certificate(ada.identity().certificate()),
                "-inkey",
                openssl.key(ada.key()));
        RequestedReceipt wanted = RequestedReceipt.in(Judged.open(Raw.mailed("ada@example.org", made)))
                .orElseThrow();
        assertThat(wanted.to()).containsExactly(ADA);
        Message receipt = wanted.signedBy(People.BOB, BOB);
        openssl.run(
                "cms",
                "-verify_receipt",
                openssl.file("receipt", receipt.toBytes()),
                "-in",
                openssl.file("sent", made),
                "-CAfile",
                openssl.certificate(People.WORLD.root),
                "-purpose",
                "smimesign");
    }

    @Test
    void opensslGivesAReceiptThatWeTake(@TempDir Path directory) throws Exception {
        OpenSsl openssl = new OpenSsl(directory);
        People.Keyed bob = People.WORLD.keyed("bob@example.net", "RSA");
        Message sent = Letters.arrived(
                Letters.plain().with(Smime.sign(People.ADA).opaque().requesting(REQUEST)));
        Path file = openssl.file("sent", sent.toBytes());
        byte[] made = openssl.run(
                "cms",
                "-sign_receipt",
                "-in",
                file,
                "-signer",
                openssl.certificate(bob.identity().certificate()),
                "-inkey",
                openssl.key(bob.key()));
        Opened receipt = Smime.open(
                Raw.mailed("bob@example.net", made),
                Keys.none(),
                People.WORLD.trust().knowing(bob.identity().certificate()),
                Judged.POLICY);
        ReceiptReport report = ReceiptReport.of(receipt, claims(sent));
        assertThat(report.isTrusted()).as(report.verdict().toString()).isTrue();
        assertThat(report.by()).isEqualTo(Optional.of(BOB));
    }
}
