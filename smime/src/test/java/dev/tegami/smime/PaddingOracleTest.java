package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Content;
import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Blocks that were made to learn from how they fail (RFC 3218). Whatever is wrong, the answer is the same, and so is the
 * work: one operation with the private key, and all of the ciphertext.
 */
class PaddingOracleTest {
    private static final Reason UNIFORM = new Reason(Reason.Code.DECRYPTION_FAILED, "the content cannot be decrypted");

    /** What the sender of a block can see or measure of its failure. */
    private record Failure(List<Reason> reasons, int operations, long passes, boolean shown) {}

    static Stream<Encryption> transports() {
        Encryption oaep = Smime.encrypt(People.BOB.certificate());
        return Stream.of(oaep, oaep.rsaPkcs1());
    }

    @ParameterizedTest
    @MethodSource("transports")
    void everyBadBlockFailsAlike(Encryption encryption) throws Exception {
        byte[] cms = cms(Letters.plain().with(encryption));
        byte[] block = block(cms);
        Failure first = failure(with(cms, padded(new byte[32])));
        assertThat(first.reasons()).containsExactly(UNIFORM);
        assertThat(first.operations()).isEqualTo(1);
        assertThat(first.passes()).isGreaterThan(1);
        assertThat(first.shown()).isFalse();
        List<byte[]> blocks = List.of(
                changed(block, 0),
                changed(block, 100),
                changed(block, 255),
                padded(new byte[16]),
                padded(new byte[31]),
                padded(new byte[33]),
                padded(new byte[0]),
                padded(new byte[200]),
                raw(new byte[256]),
                raw(startingWith(0, 2)),
                raw(startingWith(0, 1, 5, 5)),
                raw(startingWith(0, 2, 7, 0)),
                new byte[0],
                new byte[1],
                new byte[255],
                new byte[257],
                ones(256),
                ones(4096));
        for (byte[] each : blocks) {
            assertThat(failure(with(cms, each))).as(each.length + " octets").isEqualTo(first);
        }
    }

    @Test
    void aBlockForAnotherKeyOrOfAnotherKindFailsAlike() throws Exception {
        byte[] oaep = cms(Letters.plain().with(Smime.encrypt(People.BOB.certificate())));
        byte[] pkcs1 =
                cms(Letters.plain().with(Smime.encrypt(People.BOB.certificate()).rsaPkcs1()));
        Failure expected = failure(with(oaep, changed(block(oaep), 7)));
        assertThat(failure(with(oaep, block(pkcs1)))).isEqualTo(expected);
        assertThat(failure(with(pkcs1, block(oaep))).reasons()).isEqualTo(expected.reasons());
    }

    @Test
    void aTagThatDoesNotFitFailsLikeABlock() throws Exception {
        byte[] cms = cms(Letters.plain().with(Smime.encrypt(People.BOB.certificate())));
        Failure expected = failure(with(cms, changed(block(cms), 7)));
        for (int back = 1; back < 60; back++) {
            byte[] changed = cms.clone();
            changed[cms.length - back] ^= 1;
            Failure failure = failure(changed);
            if (!failure.reasons().contains(new Reason(Reason.Code.MALFORMED, "not a CMS structure"))) {
                assertThat(failure).isEqualTo(expected);
            }
        }
    }

    @Test
    void theWrapOfAnAgreedKeyFailsAlike() throws Exception {
        Identity curve = People.WORLD.person("bob@example.net", "P-256");
        for (Identity bob : new Identity[] {curve, People.X25519}) {
            byte[] cms = cms(Letters.plain().with(Smime.encrypt(bob.certificate())));
            int at = indexOf(cms, new byte[] {4, 40});
            assertThat(at).isPositive();
            for (int i = at + 2; i < at + 42; i++) {
                byte[] changed = cms.clone();
                changed[i] ^= 1;
                assertThat(failure(changed, bob).reasons()).containsExactly(UNIFORM);
            }
        }
    }

    @Test
    void anAgreedKeyOfAnotherLengthThanTheCiphersFailsAlike() {
        Encryption shorter = Smime.encrypt(Small.CURVE.certificate()).cipher(ContentCipher.AES_128_GCM);
        byte[] cms = cms(Letters.plain().with(shorter));
        // 2.16.840.1.101.3.4.1.6 is AES-128-GCM, .46 is AES-256-GCM
        int at = indexOf(cms, new byte[] {6, 9, 0x60, (byte) 0x86, 0x48, 1, 0x65, 3, 4, 1, 6});
        assertThat(at).isPositive();
        cms[at + 10] = 46;
        assertThat(failure(cms, Small.CURVE).reasons()).containsExactly(UNIFORM);
    }

    @Test
    void pointsThatAreOnNoCurveOrOfNoUseFailAlike() {
        for (Identity bob : new Identity[] {Small.CURVE, People.X25519}) {
            byte[] cms = cms(Letters.plain().with(Smime.encrypt(bob.certificate())));
            int length = bob == Small.CURVE ? 65 : 32;
            int at = indexOf(cms, new byte[] {3, (byte) (length + 1), 0}) + 3;
            for (int fill : new int[] {0, 1, 255}) {
                byte[] changed = cms.clone();
                java.util.Arrays.fill(changed, at + 1, at + length, (byte) fill);
                changed[at] = (byte) (length == 65 ? 4 : fill);
                assertThat(failure(changed, bob).reasons()).containsExactly(UNIFORM);
            }
        }
    }

    @Test
    void paddingOfTheContentFailsLikeABlock() throws Exception {
        Encryption compatible = Smime.encrypt(People.BOB.certificate()).compatible();
        byte[] cms = cms(Letters.plain().with(compatible));
        int failed = 0;
        for (int bit = 0; bit < 8; bit++) {
            // the block before the last one decides the padding
            byte[] changed = cms.clone();
            changed[cms.length - 17] ^= (byte) (1 << bit);
            List<Reason> reasons = failure(changed).reasons();
            if (reasons.size() > 1) {
                failed++;
                assertThat(reasons).containsExactly(new Reason(Reason.Code.MALLEABLE, "AES_128_CBC"), UNIFORM);
            }
        }
        assertThat(failed).isGreaterThan(5);
    }

    private static byte[] cms(Message sealed) {
        return sealed.root().content().orElseThrow().bytes();
    }

    private static KeyTransRecipientInfo transport(AuthEnvelopedData data) {
        return (KeyTransRecipientInfo)
                RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0))
                        .getInfo();
    }

    private static AuthEnvelopedData data(byte[] cms) {
        return AuthEnvelopedData.getInstance(ContentInfo.getInstance(cms).getContent());
    }

    private static byte[] block(byte[] cms) {
        return transport(data(cms)).getEncryptedKey().getOctets();
    }

    private static byte[] with(byte[] cms, byte[] block) throws IOException {
        KeyTransRecipientInfo old = transport(data(cms));
        RecipientInfo changed = new RecipientInfo(new KeyTransRecipientInfo(
                old.getRecipientIdentifier(), old.getKeyEncryptionAlgorithm(), new DEROctetString(block)));
        ASN1Sequence outer = ASN1Sequence.getInstance(cms);
        ASN1Sequence inner = ASN1Sequence.getInstance((ASN1TaggedObject) outer.getObjectAt(1), true);
        ASN1EncodableVector vector = new ASN1EncodableVector();
        for (ASN1Encodable each : inner) {
            vector.add(each instanceof org.bouncycastle.asn1.ASN1Set ? new DERSet(changed) : each);
        }
        return new ContentInfo(ContentInfo.getInstance(cms).getContentType(), new DERSequence(vector))
                .getEncoded(ASN1Encoding.DL);
    }

    private static byte[] changed(byte[] block, int at) {
        byte[] changed = block.clone();
        changed[at] ^= 1;
        return changed;
    }

    /** A block with good padding of the first kind. */
    private static byte[] padded(byte[] key) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, People.BOB.certificate().getPublicKey());
        return cipher.doFinal(key);
    }

    /** A block with whatever is in it. */
    private static byte[] raw(byte[] plain) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, People.BOB.certificate().getPublicKey());
        return cipher.doFinal(plain);
    }

    private static byte[] startingWith(int... octets) {
        byte[] block = ones(256);
        for (int i = 0; i < octets.length; i++) {
            block[i] = (byte) octets[i];
        }
        return block;
    }

    private static byte[] ones(int length) {
        byte[] block = new byte[length];
        java.util.Arrays.fill(block, (byte) 0xFF);
        return block;
    }

    private static int indexOf(byte[] octets, byte[] wanted) {
        for (int i = 0; i + wanted.length <= octets.length; i++) {
            if (java.util.Arrays.equals(octets, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static Failure failure(byte[] cms) {
        return failure(cms, People.BOB);
    }

    private static Failure failure(byte[] cms, Identity bob) {
        AtomicLong octets = new AtomicLong();
        Source counted = Source.of(() -> counting(Source.of(cms).open(), octets));
        Message template = Letters.plain().with(Smime.encrypt(bob.certificate()));
        Content content =
                Content.of(counted, template.root().content().orElseThrow().contentType(), TransferEncoding.BINARY);
        CountingKey key = new CountingKey(bob.key());
        Keys keys = Keys.of(Identity.of(key, bob.certificate()));
        Opened opened = Smime.open(Message.of(template.root().with(content)), keys, People.WORLD.trust());
        assertThat(opened.isTrusted()).isFalse();
        List<Reason> reasons = opened.layers().isEmpty()
                ? opened.verdict().reasons().subList(0, 1)
                : opened.layers().get(0).reasons();
        boolean shown = opened.message().text().orElse("").contains("second line");
        return new Failure(reasons, key.operations(), octets.get() / cms.length, shown);
    }

    private static InputStream counting(InputStream in, AtomicLong octets) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int octet = super.read();
                octets.addAndGet(octet < 0 ? 0 : 1);
                return octet;
            }

            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                int n = super.read(to, offset, length);
                octets.addAndGet(Math.max(0, n));
                return n;
            }
        };
    }
}
