package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.cms.CMSCompressedData;
import org.bouncycastle.cms.CMSCompressedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;
import org.junit.jupiter.api.Test;

/** A layer that protects nothing and changes no verdict. */
class CompressionTest {
    private static Message repeated(int lines) {
        return Message.compose()
                .from("Ada <ada@example.org>")
                .to("bob@example.net")
                .subject("long")
                .text("the same line again and again\n".repeat(lines))
                .build();
    }

    @Test
    void whatWasCompressedComesBackAndIsStillNotSigned() {
        Message sent = Letters.plain().with(Smime.compress());
        Opened opened = Judged.open(Letters.arrived(sent));
        assertThat(opened.layers()).singleElement().isInstanceOf(Layer.Compressed.class);
        assertThat(opened.message().text().orElseThrow()).contains("Grüße, Bob");
        assertThat(opened.message().subject()).hasValue("議事録");
        assertThat(opened.verdict().has(Reason.Code.NOT_SIGNED)).isTrue();
        assertThat(opened.isTrusted()).isFalse();
    }

    @Test
    void aSignatureAroundOrInsideCoversTheWhole() {
        Judged.trusted(Letters.arrived(Letters.plain().with(Smime.compress()).with(Smime.sign(People.ADA))));
        Judged.trusted(
                Letters.arrived(Letters.plain().with(Smime.sign(People.ADA)).with(Smime.compress())));
        Judged.trusted(Letters.arrived(Letters.plain()
                .with(Smime.sign(People.ADA))
                .with(Smime.compress())
                .with(Smime.encrypt(People.BOB.certificate()))));
    }

    @Test
    void longContentIsShorterOnItsWayAndExpandedAgainForEveryRead() {
        Message sent = repeated(100_000);
        Message small = Letters.arrived(sent.with(Smime.compress()));
        assertThat(small.size()).isLessThan(sent.size() / 50);
        Policy policy = Judged.POLICY.bounds(Bounds.standard().memory(10_000).expansion(10 << 20, 1000));
        Opened opened = Judged.open(small, policy);
        assertThat(opened.message().text()).isEqualTo(sent.text());
        assertThat(opened.message().text()).isEqualTo(sent.text());
    }

    @Test
    void itIsWrittenTheSameEveryTime() {
        Message small = repeated(5000).with(Smime.compress());
        assertThat(small.toBytes()).isEqualTo(small.toBytes());
        assertThat(small.size()).isEqualTo(small.toBytes().length);
    }

    @Test
    void bouncyCastleExpandsWhatWeCompress() throws Exception {
        Message sent = Letters.arrived(Letters.plain().with(Smime.compress()));
        byte[] cms = sent.root().content().orElseThrow().bytes();
        byte[] content = new CMSCompressedData(new ByteArrayInputStream(cms)).getContent(new ZlibExpanderProvider());
        assertThat(Message.parse(content).text().orElseThrow()).contains("Grüße, Bob");
    }

    @Test
    void weExpandWhatBouncyCastleCompresses() throws Exception {
        byte[] part = "Content-Type: text/plain\r\n\r\nfrom the other side\r\n".getBytes(StandardCharsets.US_ASCII);
        CMSCompressedData made =
                new CMSCompressedDataGenerator().generate(new CMSProcessableByteArray(part), new ZlibCompressor());
        for (String encoding : List.of("BER", "DER")) {
            Opened opened = Judged.open(
                    Raw.opaque("ada@example.org", made.toASN1Structure().getEncoded(encoding)));
            assertThat(opened.message().text()).hasValue("from the other side\r\n");
        }
    }
}
