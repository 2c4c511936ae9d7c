package dev.tegami.interop;

import dev.tegami.mime.Message;
import dev.tegami.peers.Bcjmail;
import dev.tegami.smime.ContentCipher;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;

/** Bouncy Castle's S/MIME for Jakarta Mail, on this JVM. */
final class BcjmailPeer implements SmimePeer {
    private static final Map<ContentCipher, ASN1ObjectIdentifier> CIPHERS = Map.of(
            ContentCipher.AES_128_CBC, CMSAlgorithm.AES128_CBC,
            ContentCipher.AES_192_CBC, CMSAlgorithm.AES192_CBC,
            ContentCipher.AES_256_CBC, CMSAlgorithm.AES256_CBC,
            ContentCipher.AES_128_GCM, CMSAlgorithm.AES128_GCM,
            ContentCipher.AES_192_GCM, CMSAlgorithm.AES192_GCM,
            ContentCipher.AES_256_GCM, CMSAlgorithm.AES256_GCM,
            ContentCipher.CHACHA20_POLY1305, PKCSObjectIdentifiers.id_alg_AEADChaCha20Poly1305);

    @Override
    public String title() {
        return Versions.title("bcjmail", Bcjmail.jar());
    }

    @Override
    public void verify(Message signed) throws Bcjmail.Refused {
        Bcjmail.verify(signed.toBytes());
    }

    @Override
    public Optional<byte[]> sign(SignedCase how, SignedCase.Form form, SmimePerson by) throws Bcjmail.Refused {
        return Optional.of(
                form == SignedCase.Form.DETACHED
                        ? Bcjmail.sign(SmimeMail.PART, by.key(), by.certificate(), how.jca)
                        : Bcjmail.signOpaque(SmimeMail.PART, by.key(), by.certificate(), how.jca));
    }

    @Override
    public Optional<byte[]> decrypt(Message sealed, SmimePerson by) throws Bcjmail.Refused {
        return Optional.of(Bcjmail.decrypt(sealed.toBytes(), by.key(), by.certificate()));
    }

    @Override
    public Optional<byte[]> encrypt(SealedCase how, SmimePerson to) throws Bcjmail.Refused {
        Bcjmail.Transport transport =
                switch (how.transport) {
                    case OAEP ->
                        how.isDerived() ? Bcjmail.Transport.OAEP_SHA256_DERIVED : Bcjmail.Transport.OAEP_SHA256;
                    case KEM -> Bcjmail.Transport.KEM;
                    case PKCS1, AGREED -> how.isDerived() ? Bcjmail.Transport.PKCS1_DERIVED : Bcjmail.Transport.PKCS1;
                };
        return Optional.of(Bcjmail.encrypt(
                SmimeMail.PART,
                to.certificate(),
                Optional.ofNullable(CIPHERS.get(how.cipher)).orElseThrow(),
                transport));
    }
}
