package dev.tegami.smime;

import dev.tegami.mime.Message;
import dev.tegami.smime.internal.Crypto;
import java.security.PrivateKey;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;

/** What another library finds inside of an envelope. */
final class RawOpening {
    private RawOpening() {}

    static Message inside(Message sealed, PrivateKey key) {
        byte[] cms = sealed.root().content().orElseThrow().bytes();
        try {
            boolean tagged =
                    ContentInfo.getInstance(cms).getContentType().equals(CMSObjectIdentifiers.authEnvelopedData);
            return Message.parse(
                    tagged
                            ? first(new CMSAuthEnvelopedData(cms).getRecipientInfos())
                                    .getContent(new JceKeyTransAuthEnvelopedRecipient(key).setProvider(Crypto.BC))
                            : first(new CMSEnvelopedData(cms).getRecipientInfos())
                                    .getContent(new JceKeyTransEnvelopedRecipient(key).setProvider(Crypto.BC)));
        } catch (CMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecipientInformation first(RecipientInformationStore recipients) {
        return recipients.getRecipients().iterator().next();
    }
}
