package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every octet of what the new algorithms make is changed once: it is noticed, or was never covered by anything. */
class NewKindsTamperedTest {
    @ParameterizedTest
    // all octets of SLH-DSA take a minute: every 29th of them here
    @CsvSource({"Ed448, 1", "ML-DSA-44, 1", "SLH-DSA-SHA2-128S, 29"})
    void everyOctetOfASignatureCounts(String kind, int step) throws IOException {
        Identity ada = Small.ada(kind);
        Message opaque = Small.NOTE.with(Smime.sign(ada).opaque());
        byte[] cms = Small.bare(opaque.root().content().orElseThrow().bytes());
        List<Integer> left = EveryOctet.unnoticed(
                cms, step, octets -> Small.around(opaque, octets), message -> Small.open(message, ada));
        // versions, a tag, the letter case of the issuer's name
        assertThat(left).hasSizeLessThan(10);
        SignedData data = SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        byte[] attributes = signer.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER);
        int start = EveryOctet.indexOf(cms, Arrays.copyOfRange(attributes, 1, attributes.length));
        assertThat(left).noneMatch(at -> at >= start);
    }

    @ParameterizedTest
    @CsvSource({
        "ML-KEM-512, 2.16.840.1.101.3.4.4.1, 850",
        "RSA, 1.0.18033.2.2.4, 340",
        // up to the recipient's name
        "X448, 1.2.840.113549.1.9.16.3.21, 26"
    })
    void everyOctetOfACapsuleCounts(String kind, String mechanism, int covered) throws IOException {
        Identity ada = Small.ada("P-256");
        Identity bob = People.WORLD.person("bob@example.net", kind);
        Message opaque = Small.NOTE.with(Smime.sign(ada).opaque());
        byte[] bare = Small.bare(opaque.root().content().orElseThrow().bytes());
        Message sealed = Small.around(opaque, bare)
                .with(Smime.encrypt(bob.certificate()).rsaKem().derivedKeys());
        byte[] cms = sealed.root().content().orElseThrow().bytes();
        Trust trust = People.WORLD.trust().knowing(ada.certificate());
        List<Integer> left = EveryOctet.unnoticed(
                cms,
                1,
                octets -> Small.around(sealed, octets),
                message -> Smime.open(message, Keys.of(bob), trust, Judged.POLICY));
        // versions, the letter case of the issuer's name
        int content = EveryOctet.indexOf(cms, CMSObjectIdentifiers.data.getEncoded());
        int capsule = EveryOctet.indexOf(cms, new ASN1ObjectIdentifier(mechanism).getEncoded());
        assertThat(left).hasSizeLessThan(20).allMatch(at -> at < content);
        assertThat(left).noneMatch(at -> at >= capsule && at < capsule + covered);
    }
}
