package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.CompressedData;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Test;

/** A few octets that would fill the memory: compressed layers are opened within bounds that have names. */
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
        return compressed(deflated, PKCSObjectIdentifiers.id_alg_zlibCompress);
    }

    private static byte[] compressed(byte[] deflated, ASN1ObjectIdentifier algorithm) throws IOException {
        CompressedData data = new CompressedData(
                new AlgorithmIdentifier(algorithm, DERNull.INSTANCE),
                new ContentInfo(CMSObjectIdentifiers.data, new BEROctetString(deflated)));
        return new ContentInfo(CMSObjectIdentifiers.compressedData, data).getEncoded(ASN1Encoding.BER);
    }

    private static void meets(String limit, Message bomb, Policy policy) {
        assertThatThrownBy(() -> Judged.open(bomb, policy))
                .isInstanceOf(LimitExceeded.class)
                .hasMessageContaining(limit);
    }

    private static void staysSmall(Message bomb) {
        meets("Bounds.expansion", bomb, Judged.POLICY);
        Policy patient = Judged.POLICY.bounds(Bounds.standard().expansion(64 << 20, 2000));
        meets("Bounds.expanded", bomb, patient);
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
        staysSmall(Raw.opaque("ada@example.org", compressed(deflated(inner.toBytes()))));
    }

    @Test
    void manyLayersShareOneBound() throws IOException {
        byte[] content = letter(1 << 20);
        Message twice =
                Raw.opaque("ada@example.org", compressed(deflated(content))).with(Smime.compress());
        Policy policy = Judged.POLICY.bounds(Bounds.standard().expansion(3 << 20, 2000));
        assertThat(Judged.open(Letters.arrived(twice), policy).layers()).hasSize(2);
        meets(
                "Bounds.expanded",
                Letters.arrived(twice),
                policy.bounds(Bounds.standard().expansion(3 << 19, 2000)));
    }

    /** A letter of noise that can be written down: it does not compress below three quarters. */
    private static byte[] letter(int length) {
        byte[] noise = new byte[length / 4 * 3];
        new Random(7).nextBytes(noise);
        return ("Content-Type: text/plain\r\n\r\n" + Base64.getMimeEncoder().encodeToString(noise))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        }
        return out.toByteArray();
    }

    private static void stays(Reason.Code because, byte[] cms) {
        Opened opened = Judged.open(Raw.opaque("ada@example.org", cms));
        assertThat(opened.verdict().reasons()).extracting(Reason::code).contains(because);
        assertThat(opened.message().attachments()).hasSize(1);
    }

    @Test
    void whatIsDamagedStaysClosed() throws IOException {
        byte[] whole = deflated(letter(1000));
        Optional<String> text = Message.parse(letter(1000)).text();
        stays(Reason.Code.MALFORMED, compressed(Arrays.copyOf(whole, whole.length - 1)));
        stays(Reason.Code.MALFORMED, compressed(Arrays.copyOf(whole, whole.length + 1)));
        stays(Reason.Code.MALFORMED, compressed(new byte[0]));
        stays(Reason.Code.MALFORMED, compressed(new byte[100]));
        int closed = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x20;
            Opened opened = Judged.open(Raw.opaque("ada@example.org", compressed(changed)));
            boolean malformed = opened.verdict().has(Reason.Code.MALFORMED);
            closed += malformed ? 1 : 0;
            // a few bits before the checksum only fill an octet
            assertThat(malformed || opened.message().text().equals(text)).isTrue();
        }
        assertThat(closed).isGreaterThanOrEqualTo(whole.length - 1);
        stays(Reason.Code.UNKNOWN_ALGORITHM, compressed(whole, PKCSObjectIdentifiers.id_alg_PWRI_KEK));
    }
}
