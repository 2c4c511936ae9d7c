package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that come on their own. */
class CertificateOfferTest {
    private static final CertificateOffer OFFER =
            new CertificateOffer(List.of(People.ADA.certificate(), People.WORLD.root), List.of(People.WORLD.revoked()));

    private static Message message() {
        return Message.parse(
                Message.of(OFFER.part()).withHeader(OFFER.part().header()).toBytes());
    }

    @Test
    void whatIsOfferedComesBack() {
        CertificateOffer read = CertificateOffer.in(message().root()).orElseThrow();
        assertThat(read.certificates()).containsExactlyInAnyOrderElementsOf(OFFER.certificates());
        assertThat(read.lists()).isEqualTo(OFFER.lists());
        Message letter = Letters.plain().edit().attach(OFFER.part()).build();
        assertThat(Letters.arrived(letter).attachments())
                .singleElement()
                .satisfies(part -> assertThat(CertificateOffer.in(part)).isPresent());
    }

    /** A root that came along is nobody's anchor. */
    @Test
    void nothingIsTrustedForHavingCome() {
        Message signed = Letters.arrived(Letters.plain().with(Smime.sign(People.ADA)));
        X509Certificate[] offered = OFFER.certificates().toArray(X509Certificate[]::new);
        Opened opened = Smime.open(signed, Keys.none(), Trust.nobody().knowing(offered), Judged.POLICY);
        assertThat(opened.verdict().has(Reason.Code.NO_PATH)).isTrue();
        assertThat(opened.isTrusted()).isFalse();
        assertThat(Smime.open(message(), Keys.none(), People.WORLD.trust()).isTrusted())
                .isFalse();
    }

    @Test
    void aSignatureIsNoOfferAndNoneIsReadFromText() {
        Message opaque =
                Letters.arrived(Letters.plain().with(Smime.sign(People.ADA).opaque()));
        assertThat(CertificateOffer.in(opaque.root())).isEmpty();
        assertThat(CertificateOffer.in(Letters.plain().root())).isEmpty();
        assertThat(CertificateOffer.in(Raw.opaque("ada@example.org", new byte[] {0x30, 3, 2, 1, 1})
                        .root()))
                .isEmpty();
    }

    @Test
    void opensslReadsOursAndWeReadWhatItMakes(@TempDir Path directory) throws Exception {
        OpenSsl openssl = new OpenSsl(directory);
        Path ours = openssl.file(
                "ours.p7c", message().root().content().orElseThrow().bytes());
        String printed = new String(
                openssl.run("pkcs7", "-inform", "DER", "-in", ours, "-print_certs", "-noout"),
                StandardCharsets.US_ASCII);
        assertThat(printed).contains("CN = ada@example.org", "CN = Test Root");
        byte[] made = openssl.run(
                "crl2pkcs7", "-nocrl", "-outform", "DER", "-certfile", openssl.certificate(People.BOB.certificate()));
        assertThat(CertificateOffer.in(Raw.opaque("ada@example.org", made).root())
                        .orElseThrow()
                        .certificates())
                .containsExactly(People.BOB.certificate());
    }
}
