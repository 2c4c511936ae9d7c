package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.ContentType;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Parts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A good signature that is to make something else look signed. */
class SignatureSpoofingTest {
    private static final Message SIGNED = Letters.arrived(Letters.plain().with(Smime.sign(People.ADA)));
    private final Trust trust = People.WORLD.trust();

    private Opened open(Message message) {
        return Smime.open(Letters.arrived(message), Keys.none(), trust);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed", "related", "alternative", "signed"})
    void aSignedPartBesideUnsignedTextColoursNothing(String kind) {
        Part lie = Letters.raw("Content-Type: text/html\n\n<p>pay Eve</p>\n").root();
        for (List<Part> order : List.of(List.of(lie, SIGNED.root()), List.of(SIGNED.root(), lie))) {
            Parts parts = Parts.of(ContentType.of("multipart", kind), order);
            Header header = Header.of(List.of(Field.structured("From", "ada@example.org")));
            Opened opened = open(Message.of(Part.of(header, parts)));
            assertThat(opened.isTrusted()).isFalse();
            assertThat(opened.signers()).isEmpty();
            assertThat(opened.coverage(opened.message().root())).isNotEqualTo(Coverage.WHOLE);
        }
    }

    private static Message from(String fields) {
        String text = new String(SIGNED.toBytes(), StandardCharsets.UTF_8);
        int start = text.indexOf("From:");
        int end = text.indexOf("\r\n", start) + 2;
        return Message.parse((text.substring(0, start) + fields.replace("\n", "\r\n") + text.substring(end))
                .getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: manager@example.org\nSender: ada@example.org\n",
                "From: manager@example.org\nReply-To: ada@example.org\n",
                "From: manager@example.org, ada@example.org\n",
                "From: ada@example.org, manager@example.org\n",
                "From: manager@example.org\nFrom: ada@example.org\n",
                "From: ada@example.org\nFrom: manager@example.org\n",
                "From: \"ada@example.org\" <manager@example.org>\n",
                "From: ada@example.org <manager@example.org>\n",
                "From: manager@example.org (ada@example.org)\n",
                "From: team: ada@example.org;\n",
                "From: team:;\n",
                "From: \n",
                "From: Ada\n",
                "From: ADA@example.org\n",
                "From: ada@example.org.evil.example\n",
                "Sender: ada@example.org\n"
            })
    void onlyOneAuthorThatIsTheSignerIsTrusted(String fields) {
        Opened opened = Smime.open(from(fields), Keys.none(), trust);
        assertThat(opened.verdict().mark(Axis.INTEGRITY)).isEqualTo(Mark.GOOD);
        assertThat(opened.verdict().mark(Axis.IDENTITY)).isEqualTo(Mark.BAD);
        assertThat(opened.isTrusted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Ada Lovelace <ada@example.org>\n",
                "From: ada@EXAMPLE.org\n",
                "From: ada@example.org <ada@example.org>\n",
                "From: \"Ada (of <London>) \\\"\" <ada@example.org> (well (known))\n",
                "From: A. Lovelace\n\t<ada@example.org>\n",
                "From: ada@example.org (Ada <the first>)\n",
                "From: <@relay.example:ada@example.org>\n"
            })
    void theSignerIsTheAuthorHoweverWritten(String fields) {
        assertThat(Smime.open(from(fields), Keys.none(), trust).isTrusted()).isTrue();
    }

    @Test
    void aSignatureWithItsOwnContentIsNotOfTheFirstPart() {
        Message opaque = Letters.plain().with(Smime.sign(People.ADA).opaque());
        String cms = new String(opaque.toBytes(), StandardCharsets.US_ASCII);
        String base64 = cms.substring(cms.indexOf("\r\n\r\n") + 4);
        Message mixed = Letters.raw("From: ada@example.org\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/signed; boundary=b; protocol=\"application/pkcs7-signature\"\n\n"
                + "--b\n\npay Eve\n--b\nContent-Type: application/pkcs7-signature\n"
                + "Content-Transfer-Encoding: base64\n\n" + base64.replace("\r\n", "\n") + "\n--b--\n");
        Opened opened = Smime.open(mixed, Keys.none(), trust);
        assertThat(opened.isTrusted()).isFalse();
        assertThat(opened.verdict().has(Reason.Code.BAD_MULTIPART_SIGNED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\0.evil.example",
                "ada@example.org.evil.example",
                "evil@ada@example.org",
                "ada@example.org,eve@example.com",
                "<ada@example.org>",
                " ada@example.org",
                "ada@example.org ",
                "Ada <ada@example.org>",
                "@example.org",
                "example.org",
                ""
            })
    void aNameInACertificateIsOneAddressAndNothingElse(String name) {
        Identity eve = People.WORLD.person("RSA", named(name));
        Judged.refused(Letters.plain().with(Smime.sign(eve)), Reason.Code.AUTHOR_MISMATCH);
    }

    private static People.Options named(String name) {
        People.Options ada = People.mail("ada@example.org");
        return new People.Options(name, ada.usage(), ada.purpose(), ada.life());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: =?utf-8?q?ada=40example=2Eorg?= <eve@example.com>\n",
                "From: =?utf-8?q?Ada_=3Cada=40example=2Eorg=3E?= <eve@example.com>\n",
                "From: \"Ada <ada@example.org>\" <eve@example.com>\n",
                "From: ada@example.org\u202e <eve@example.com>\n",
                "From: \u0430da@example.org\n",
                "From: ada@ex\u0430mple.org\n",
                "From: <ada@example.org> <eve@example.com>\n",
                "From: <ada@example.org> eve@example.com\n",
                "From: <ada@example.org> Eve\n",
                "From: ada@example.org> <eve@example.com\n",
                "From: <ada@example.org> \"unfinished\n",
                "From: ada@example.org;eve@example.com\n",
                "From: ada@example.org eve@example.com\n",
                "From: @example.org,@evil.example:eve@example.com\n",
                "From: eve@example.com\nResent-From: ada@example.org\n",
                "From: eve@example.com\nX-From: ada@example.org\nfrom : ada@example.org\n",
                "From : ada@example.org\nFrom: eve@example.com\n",
                "From: ada@example.org\n\tFrom: eve@example.com\n"
            })
    void noTrickOfWritingMakesAnotherAuthorTheSigner(String fields) {
        Opened opened = Judged.open(from(fields));
        assertThat(opened.verdict().mark(Axis.IDENTITY)).isEqualTo(Mark.BAD);
        assertThat(opened.isTrusted()).isFalse();
    }

    @Test
    void fieldsInsideTheSignedPartDoNotReplaceTheOnesOutside() throws Exception {
        byte[] part = "From: manager@example.org\r\nSubject: pay\r\nContent-Type: text/plain\r\n\r\npay Eve\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        Forged forged =
                Forged.honest(People.ADA).over(part).by(Forged.signer(People.ADA, Forged.attributes(People.ADA, part)));
        Opened opened = Judged.open(forged.message());
        assertThat(opened.message().from()).extracting(Object::toString).containsExactly("ada@example.org");
        assertThat(opened.message().subject()).isEmpty();
    }

    @Test
    void textBeforeAndBehindTheSignedPartIsNeverShown() {
        String text = new String(SIGNED.toBytes(), StandardCharsets.UTF_8);
        int boundary = text.indexOf("\r\n\r\n") + 4;
        Message message = Message.parse(
                (text.substring(0, boundary) + "pay Eve\r\n" + text.substring(boundary) + "\r\npay Eve\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        Judged.trusted(message);
        assertThat(new String(Judged.open(message).message().toBytes(), StandardCharsets.UTF_8))
                .doesNotContain("pay Eve");
    }

    @Test
    void aThirdPartIsNotCovered() {
        String text = new String(SIGNED.toBytes(), StandardCharsets.UTF_8);
        int last = text.lastIndexOf("\r\n--");
        String boundary = text.substring(last + 2, text.lastIndexOf("--"));
        Message message = Message.parse((text.substring(0, last) + "\r\n" + boundary
                        + "\r\nContent-Type: text/html\r\n\r\n<p>pay Eve</p>" + text.substring(last))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(message.root().parts()).hasSize(3);
        Judged.refused(message, Reason.Code.BAD_MULTIPART_SIGNED);
    }

    @Test
    void oneBadSignerBesideAGoodOneIsNotTrusted() throws Exception {
        Forged honest = Forged.honest(People.ADA);
        Forged both = honest.by(honest.signers().get(0), Forged.broken(People.ADA));
        assertThat(Judged.open(both.message()).signers()).hasSize(2);
        Judged.refused(both.message(), Reason.Code.SIGNATURE_WRONG);
    }

    @Test
    void noSignersIsNoSignature() {
        // SignedData of nothing, by nobody
        String nobody = "MCUGCSqGSIb3DQEHAqAYMBYCAQExADALBgkqhkiG9w0BBwGgADEAAA==";
        Message message = Letters.raw("From: ada@example.org\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/signed; boundary=b; protocol=\"application/pkcs7-signature\"\n\n"
                + "--b\n\npay Eve\n--b\nContent-Type: application/pkcs7-signature\n"
                + "Content-Transfer-Encoding: base64\n\n" + nobody + "\n--b--\n");
        Opened opened = Smime.open(message, Keys.none(), trust);
        assertThat(opened.isTrusted()).isFalse();
        assertThat(opened.verdict().mark(Axis.INTEGRITY)).isEqualTo(Mark.BAD);
    }
}
