package dev.tegami.smime.internal;

import java.util.Optional;
import org.bouncycastle.asn1.cms.RecipientInfo;

/** What sender and reader both know, in place of a key pair. */
public interface Secret extends Recipient {
    /** The content key, if this recipient is one for the secret; of another length if the message was spoilt. */
    Optional<byte[]> unwrap(RecipientInfo info, Rounds rounds) throws MalformedCms;
}
