package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.CompressedData;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;

/** A few octets that would fill the memory. Compressed layers are either left closed or opened within a bound. */
class CompressedBombTest {
    private static final int CLAIMED = 256 << 20;

    private static byte[] zeros(int length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            byte[] piece = new byte[1 << 20];
            for (int done = 0; done < length; done += piece.length) {
                deflater.write(piece);
            }
        }
        return out.toByteArray();
    }

    private static byte[] compressed(byte[] deflated) throws IOException {
        CompressedData data = new CompressedData(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_zlibCompress, DERNull.INSTANCE),
                new ContentInfo(CMSObjectIdentifiers.data, new BEROctetString(deflated)));
        return new ContentInfo(CMSObjectIdentifiers.compressedData, data).getEncoded(ASN1Encoding.BER);
    }

    private static void staysSmall(Message message) {
        long size;
        try {
            Opened opened = Judged.open(message);
            size = opened.message().size();
            assertThat(opened.verdict().has(Reason.Code.MALFORMED)
                            || opened.verdict().has(Reason.Code.NOT_SIGNED)
                            || opened.isTrusted())
                    .isTrue();
        } catch (LimitExceeded e) {
            size = 0;
        }
        assertThat(size).isLessThan(4 << 20);
    }

    @Test
    void aBombIsNotSetOff() throws IOException {
        byte[] bomb = compressed(zeros(CLAIMED));
        assertThat(bomb.length).isLessThan(1 << 20);
        staysSmall(Raw.opaque("ada@example.org", bomb));
    }

    @Test
    void aBombUnderASignatureOrInCiphertextIsNotSetOff() throws IOException {
        Message bomb = Raw.opaque("ada@example.org", compressed(zeros(CLAIMED)));
        staysSmall(Letters.arrived(bomb.with(Smime.sign(People.ADA))));
        staysSmall(Letters.arrived(bomb.with(Smime.encrypt(People.BOB.certificate()))));
    }

    @Test
    void aBombInABombIsNotSetOff() throws IOException {
        Message inner = Raw.opaque("ada@example.org", compressed(zeros(CLAIMED)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(inner.toBytes());
        }
        staysSmall(Raw.opaque("ada@example.org", compressed(out.toByteArray())));
    }
}
