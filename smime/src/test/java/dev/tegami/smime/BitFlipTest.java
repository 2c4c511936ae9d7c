package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every bit of a message is turned once. Either that is noticed, or the bit is one that no signature of S/MIME covers:
 * other header fields, the letter case of a media type, another encoding of the same structure. What is then shown, and
 * as whose, must be what it was.
 */
class BitFlipTest {
    /** Turns every bit, and gives those that went unnoticed, as octet positions. */
    private static List<Integer> unnoticed(byte[] octets, Identity ada, Function<byte[], Message> mail) {
        Opened whole = Small.open(mail.apply(octets), ada);
        assertThat(whole.isTrusted()).as(whole.verdict().toString()).isTrue();
        Small.Shown shown = Small.Shown.of(whole);
        return IntStream.range(0, octets.length * 8)
                .parallel()
                .filter(bit -> {
                    byte[] flipped = octets.clone();
                    flipped[bit / 8] ^= (byte) (1 << bit % 8);
                    Opened opened = Small.open(mail.apply(flipped), ada);
                    if (opened.isTrusted()) {
                        assertThat(Small.Shown.of(opened)).as("bit " + bit).isEqualTo(shown);
                    }
                    return opened.isTrusted();
                })
                .mapToObj(bit -> bit / 8)
                .distinct()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "P-256", "Ed25519"})
    void everyBitOfASignatureCounts(String kind) throws Exception {
        Identity ada = Small.ada(kind);
        Message opaque = Small.NOTE.with(Smime.sign(ada).opaque());
        byte[] cms = Small.bare(opaque.root().content().orElseThrow().bytes());
        List<Integer> left = unnoticed(cms, ada, octets -> Small.around(opaque, octets));
        // versions, a tag, the letter case of the issuer's name
        assertThat(left).hasSizeLessThan(20);
        assertNothingSignedIsAmong(left, cms);
    }

    private static void assertNothingSignedIsAmong(List<Integer> left, byte[] cms) throws IOException {
        SignedData data = SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        ASN1Set attributes = signer.getAuthenticatedAttributes();
        byte[] inside = attributes.getEncoded(ASN1Encoding.DER);
        for (byte[] each : List.of(
                Arrays.copyOfRange(inside, 1, inside.length),
                signer.getEncryptedDigest().getEncoded(),
                data.getEncapContentInfo().getContent().toASN1Primitive().getEncoded())) {
            int start = indexOf(cms, each);
            assertThat(left).noneMatch(at -> at >= start && at < start + each.length);
        }
    }

    private static int indexOf(byte[] octets, byte[] wanted) {
        for (int i = 0; i + wanted.length <= octets.length; i++) {
            if (Arrays.equals(octets, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void everyBitOfAMessageCounts() throws IOException {
        Identity ada = Small.ada("P-256");
        Message signed = Small.NOTE.with(Smime.sign(ada));
        byte[] part = signed.root().parts().get(0).raw().open().readAllBytes();
        byte[] cms = signed.root().parts().get(1).content().orElseThrow().bytes();
        byte[] octets = Raw.detached("ada@example.org", part, Small.bare(cms)).toBytes();
        int start = indexOf(octets, part);
        assertThat(unnoticed(octets, ada, Message::parse)).noneMatch(at -> at >= start && at < start + part.length);
    }

    @Test
    void everyBitOfAProtectedHeaderCounts() throws IOException {
        Identity ada = Small.ada("P-256");
        Message signed = Small.NOTE.with(Smime.sign(ada).protectingHeaders());
        byte[] part = signed.root().parts().get(0).raw().open().readAllBytes();
        assertThat(new String(part, StandardCharsets.US_ASCII)).contains("From: ada@example.org");
        byte[] cms = signed.root().parts().get(1).content().orElseThrow().bytes();
        byte[] octets = Raw.detached("ada@example.org", part, Small.bare(cms)).toBytes();
        int start = indexOf(octets, part);
        List<Integer> left = unnoticed(octets, ada, Message::parse);
        assertThat(left).noneMatch(at -> at >= start && at < start + part.length);
        // outside, From may say anything
        assertThat(left).contains(indexOf(octets, "ada@example.org".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void everyBitOfAuthenticatedCiphertextCounts() throws IOException {
        Identity ada = Small.ada("P-256");
        Message opaque = Small.NOTE.with(Smime.sign(ada).opaque());
        byte[] bare = Small.bare(opaque.root().content().orElseThrow().bytes());
        Message sealed = Small.around(opaque, bare).with(Smime.encrypt(Small.CURVE.certificate()));
        byte[] cms = sealed.root().content().orElseThrow().bytes();
        List<Integer> left = unnoticed(cms, ada, octets -> Small.around(sealed, octets));
        // whose the recipient's key is, and of what kind, is in no cipher; the rest is
        int content = indexOf(cms, CMSObjectIdentifiers.data.getEncoded());
        assertThat(left).hasSizeLessThan(40).allMatch(at -> at < content);
        byte[] wrapped = {4, 40};
        int key = indexOf(cms, wrapped);
        assertThat(left).noneMatch(at -> at >= key && at < key + 42);
    }
}
