package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.Message;
import java.io.IOException;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.junit.jupiter.api.Test;

/** Revocation lists and OCSP responses inside the signature itself (RFC 5652 section 10.2.1, RFC 5940). */
class RevocationSentAlongTest {
    private static final Authority ROOT = Authority.root("CN=Root of all");
    private static final Authority MIDDLE = ROOT.below("CN=In the middle");
    private static final Identity ADA = MIDDLE.person("ada@example.org", ROOT);
    private static final Responder ISSUER = Responder.itself(MIDDLE);
    private static final Message LETTER = Letters.plain().with(Smime.sign(ADA).opaque());

    private static Opened with(ASN1Encodable... sentAlong) throws IOException {
        ContentInfo info =
                ContentInfo.getInstance(LETTER.root().content().orElseThrow().bytes());
        SignedData data = SignedData.getInstance(info.getContent());
        SignedData changed = new SignedData(
                data.getDigestAlgorithms(),
                data.getEncapContentInfo(),
                data.getCertificates(),
                new DLSet(sentAlong),
                data.getSignerInfos());
        byte[] cms = new ContentInfo(info.getContentType(), changed).getEncoded(ASN1Encoding.DL);
        return Smime.open(Raw.opaque("ada@example.org", cms), Keys.none(), Trust.of(ROOT.certificate()));
    }

    private static ASN1Encodable list(X509CRL list) throws Exception {
        return ASN1Primitive.fromByteArray(list.getEncoded());
    }

    private static ASN1Encodable other(ASN1ObjectIdentifier format, byte[] encoded) throws IOException {
        return new DERTaggedObject(
                false, 1, new OtherRevocationInfoFormat(format, ASN1Primitive.fromByteArray(encoded)));
    }

    private static ASN1Encodable answer(CertificateStatus status) throws IOException {
        return other(
                CMSObjectIdentifiers.id_ri_ocsp_response,
                ISSUER.of(ADA.certificate(), status).encoded());
    }

    @Test
    void listsAndAnswersTogetherMakeThePathGood() throws Exception {
        Opened opened = with(list(ROOT.revoking()), answer(CertificateStatus.GOOD));
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
        assertThat(with(list(ROOT.revoking())).verdict().mark(Axis.REVOCATION)).isEqualTo(Mark.UNKNOWN);
        assertThat(with(answer(CertificateStatus.GOOD)).verdict().mark(Axis.REVOCATION))
                .isEqualTo(Mark.UNKNOWN);
    }

    @Test
    void anAnswerThatRevokesIsBelievedThoughTheSignerSentIt() throws Exception {
        assertThat(with(list(ROOT.revoking()), answer(Responder.REVOKED))
                        .verdict()
                        .mark(Axis.REVOCATION))
                .isEqualTo(Mark.BAD);
        assertThat(with(list(ROOT.revoking()), answer(CertificateStatus.GOOD), answer(Responder.REVOKED))
                        .verdict()
                        .mark(Axis.REVOCATION))
                .isEqualTo(Mark.BAD);
    }

    @Test
    void whatIsOfAnotherKindOrNoneIsPassedOver() throws Exception {
        byte[] octets = new DEROctetString(new byte[3]).getEncoded();
        Opened opened = with(
                other(CMSObjectIdentifiers.id_ri_scvp, octets),
                other(CMSObjectIdentifiers.id_ri_ocsp_response, octets),
                new DEROctetString(new byte[9]),
                list(ROOT.revoking()),
                answer(CertificateStatus.GOOD));
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
    }

    @Test
    void theirNumberIsBounded() {
        List<ASN1Encodable> many =
                new ArrayList<>(Collections.nCopies(Bounds.standard().certificates() + 1, new DEROctetString(octet())));
        assertThatThrownBy(() -> with(many.toArray(ASN1Encodable[]::new)))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining("Bounds.certificates");
    }

    private static byte[] octet() {
        return new byte[1];
    }
}
