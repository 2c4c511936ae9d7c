package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.PasswordRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Writes EnvelopedData (RFC 5652 section 6) and AuthEnvelopedData (RFC 5083), all of it DER. */
public final class Envelope {
    private static final int TAG_LENGTH = 16;

    private final CipherSuite suite;
    private final Keys keys;
    private final List<Recipient> recipients;

    /** How the content's key comes from the one that recipients get. */
    public enum Keys {
        /** It is that one. */
        SAME,
        /** It is derived from that one, for one cipher (RFC 9709). */
        DERIVED
    }

    public Envelope(CipherSuite suite, Keys keys, List<? extends Recipient> recipients) {
        this.suite = suite;
        this.keys = keys;
        this.recipients = List.copyOf(recipients);
    }

    /** Encrypts once, into the spool; the result can be read again and again. */
    public Source seal(Source plaintext, Spool spool) throws IOException, GeneralSecurityException {
        byte[] key = Crypto.random(suite.keyLength());
        byte[] nonce = Crypto.random(suite.nonceLength());
        ASN1EncodableVector infos = new ASN1EncodableVector();
        int version = 0;
        for (Recipient recipient : recipients) {
            RecipientInfo info = recipient.wrap(key, suite);
            infos.add(info);
            version = Math.max(version, version(info));
        }
        AlgorithmIdentifier cipher = suite.identifier(nonce);
        boolean derived = keys == Keys.DERIVED;
        byte[] tag = encrypt(plaintext, derived ? DerivedKey.of(key, cipher) : key, nonce, spool);
        Source ciphertext = spool.finish();
        Source encrypted = Der.element(
                BerReader.SEQUENCE,
                CMSObjectIdentifiers.data,
                derived ? DerivedKey.stating(cipher) : cipher,
                Der.element(0x80, ciphertext));
        if (!suite.isAuthenticated()) {
            Source body = Der.element(BerReader.SEQUENCE, new ASN1Integer(version), new DERSet(infos), encrypted);
            return Der.element(BerReader.SEQUENCE, CMSObjectIdentifiers.envelopedData, Der.element(0xA0, body));
        }
        Source body = Der.element(
                BerReader.SEQUENCE, new ASN1Integer(0), new DERSet(infos), encrypted, new DEROctetString(tag));
        return Der.element(BerReader.SEQUENCE, CMSObjectIdentifiers.authEnvelopedData, Der.element(0xA0, body));
    }

    /** What a recipient makes of the envelope (RFC 5652 section 6.1). */
    private static int version(RecipientInfo info) {
        if (info.getInfo() instanceof KeyTransRecipientInfo transport) {
            return transport.getVersion().intValueExact() == 0 ? 0 : 2;
        }
        boolean other = info.getInfo() instanceof PasswordRecipientInfo || info.getInfo() instanceof OtherRecipientInfo;
        return other ? 3 : 2;
    }

    private byte[] encrypt(Source plaintext, byte[] key, byte[] nonce, OutputStream out)
            throws IOException, GeneralSecurityException {
        Cipher cipher = suite.cipher(length(plaintext));
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, suite.keyAlgorithm()),
                suite.isGcm() ? new GCMParameterSpec(TAG_LENGTH * 8, nonce) : new IvParameterSpec(nonce));
        boolean tagged = suite.isAuthenticated();
        CipherOutput sink = new CipherOutput(cipher, out, tagged ? TAG_LENGTH : 0);
        plaintext.writeTo(sink);
        return sink.finish();
    }

    /** Which cipher to take depends on it, so it is counted where it is not known. */
    private static long length(Source plaintext) throws IOException {
        if (plaintext.size() >= 0) {
            return plaintext.size();
        }
        try (InputStream in = plaintext.open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
