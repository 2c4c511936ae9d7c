package dev.tegami.smime;

import dev.tegami.mime.Content;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.mime.TransferEncoding;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;

/** Messages so small that every bit and every octet of them can be tried. */
final class Small {
    static final Message NOTE =
            Message.compose().from("ada@example.org").text("pay Bob\n").build();
    static final Identity CURVE = People.WORLD.person("bob@example.net", "P-256");

    private Small() {}

    /** Ada, who sends no more than her own certificate. */
    static Identity ada(String kind) {
        Identity full = People.WORLD.person("ada@example.org", kind);
        return Identity.of(full.key(), full.certificate());
    }

    static Opened open(Message message, Identity ada) {
        Trust trust = People.WORLD.trust().knowing(ada.certificate());
        return Smime.open(message, Keys.of(People.BOB, CURVE), trust, Judged.POLICY);
    }

    /** Without its certificates, which the reader knows already. */
    static byte[] bare(byte[] cms) throws IOException {
        ContentInfo info = ContentInfo.getInstance(cms);
        SignedData data = SignedData.getInstance(info.getContent());
        SignedData bare = new SignedData(
                data.getDigestAlgorithms(), data.getEncapContentInfo(), null, null, data.getSignerInfos());
        return new ContentInfo(info.getContentType(), bare).getEncoded(ASN1Encoding.DER);
    }

    /** The message with another structure in it, octet by octet. */
    static Message around(Message message, byte[] cms) {
        Content old = message.root().content().orElseThrow();
        Content changed = Content.of(Source.of(cms), old.contentType(), TransferEncoding.BINARY);
        return Message.of(message.root().with(changed));
    }

    /** What a reader gets to see, and as whose; a display name is nobody's word. */
    record Shown(List<String> from, String type, String text, List<List<Object>> signers) {
        static Shown of(Opened opened) {
            List<List<Object>> signers = opened.signers().stream()
                    .map(signer -> List.<Object>of(signer.certificate(), signer.claimedTime(), signer.algorithm()))
                    .toList();
            Part root = opened.message().root();
            return new Shown(
                    opened.message().from().stream()
                            .flatMap(each -> each.mailboxes().stream())
                            .map(each -> each.address().toLowerCase(Locale.ROOT))
                            .toList(),
                    root.contentType().toString(),
                    root.content().orElseThrow().text(),
                    signers);
        }
    }
}
