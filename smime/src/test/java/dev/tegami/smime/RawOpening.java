package dev.tegami.smime;

import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.smime.internal.Crypto;
import java.io.IOException;
import java.io.InputStream;
import java.security.PrivateKey;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;

/** What another library finds inside of an envelope. */
final class RawOpening {
    private RawOpening() {}

    static Message inside(Message sealed, PrivateKey key) {
        Source cms = sealed.root().content().orElseThrow().decoded();
        try (InputStream in = cms.open()) {
            CMSAuthEnvelopedData data = new CMSAuthEnvelopedData(in.readAllBytes());
            RecipientInformation recipient =
                    data.getRecipientInfos().getRecipients().iterator().next();
            return Message.parse(
                    recipient.getContent(new JceKeyTransAuthEnvelopedRecipient(key).setProvider(Crypto.BC)));
        } catch (IOException | CMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
