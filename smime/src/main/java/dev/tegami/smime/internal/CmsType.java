package dev.tegami.smime.internal;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;

/** What a ContentInfo holds. */
public enum CmsType {
    SIGNED,
    ENVELOPED,
    COMPRESSED,
    OTHER;

    public static CmsType of(Source cms) throws IOException {
        try (InputStream in = cms.open()) {
            BerReader reader = new BerReader(in, 1024);
            reader.enter(BerReader.SEQUENCE);
            ASN1ObjectIdentifier type = Structure.oid(reader);
            if (type.equals(CMSObjectIdentifiers.signedData)) {
                return SIGNED;
            }
            if (type.equals(CMSObjectIdentifiers.compressedData)) {
                return COMPRESSED;
            }
            return type.equals(CMSObjectIdentifiers.envelopedData)
                            || type.equals(CMSObjectIdentifiers.authEnvelopedData)
                    ? ENVELOPED
                    : OTHER;
        } catch (LimitExceeded e) {
            throw new MalformedCms("not a content type", e);
        }
    }
}
