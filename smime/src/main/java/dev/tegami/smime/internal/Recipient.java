package dev.tegami.smime.internal;

import java.security.GeneralSecurityException;
import org.bouncycastle.asn1.cms.RecipientInfo;

/** One way for the content key to reach somebody. */
public interface Recipient {
    /** Encrypts the content key. */
    RecipientInfo wrap(byte[] key, CipherSuite suite) throws GeneralSecurityException;
}
