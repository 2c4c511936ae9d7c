package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.jspecify.annotations.Nullable;

/**
 * Decrypts the content of an envelope. Nothing is given out before the whole of it was checked: once through to verify,
 * then again for every read, unless the plaintext fits into memory.
 *
 * <p>GCM is done as CTR, with the plaintext encrypted again only to get the tag: the JDK's own GCM decryption keeps all
 * octets until the last one.
 */
public final class Decryption {
    private final CmsEnveloped envelope;
    private final CipherSuite suite;
    private final SecretKeySpec key;
    private final byte[] nonce;

    public Decryption(CmsEnveloped envelope, CipherSuite suite, byte[] key) throws GeneralSecurityException {
        this.envelope = envelope;
        this.suite = suite;
        this.key = new SecretKeySpec(envelope.contentKey(key), suite.keyAlgorithm());
        this.nonce = nonce(envelope, suite);
    }

    private static byte[] nonce(CmsEnveloped envelope, CipherSuite suite) throws GeneralSecurityException {
        try {
            byte[] nonce = suite.nonce(envelope.cipher());
            if (nonce.length != suite.nonceLength()) {
                throw new GeneralSecurityException("a nonce of " + nonce.length + " octets");
            }
            return nonce;
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the cipher's parameters are none", e);
        }
    }

    /** Checks all of it, then gives the plaintext: from memory if it is short enough, else by decrypting again. */
    public Source open(int memory) throws IOException, GeneralSecurityException {
        Source ciphertext = envelope.ciphertext();
        long size = ciphertext.size();
        boolean kept = size >= 0 && size <= memory;
        if (kept) {
            Room room = new Room((int) size);
            check(ciphertext, room);
            return Source.of(room.toByteArray());
        }
        return new Again(check(ciphertext, OutputStream.nullOutputStream()));
    }

    private long check(Source ciphertext, OutputStream out) throws IOException, GeneralSecurityException {
        try (InputStream in = ciphertext.open()) {
            return pump(in, out);
        }
    }

    /** Decrypts; returns how long the plaintext is, if it is what was encrypted. */
    private long pump(InputStream in, OutputStream out) throws IOException, GeneralSecurityException {
        Cipher plain = decrypting();
        Cipher check = suite.isGcm() ? tagging() : null;
        byte[] from = new byte[CipherOutput.PIECE];
        byte[] to = new byte[CipherOutput.PIECE + 64];
        byte[] dropped = new byte[CipherOutput.PIECE + 64];
        long size = 0;
        for (int n = in.readNBytes(from, 0, from.length); n > 0; n = in.readNBytes(from, 0, from.length)) {
            int made = plain.update(from, 0, n, to, 0);
            if (check != null) {
                check.update(to, 0, made, dropped, 0);
            }
            out.write(to, 0, made);
            size += made;
        }
        byte[] tag = envelope.tag();
        if (check != null) {
            verify(
                    check.doFinal(),
                    tag,
                    GCMParameters.getInstance(envelope.cipher().getParameters()).getIcvLen());
            return size;
        }
        byte[] rest = tag == null ? plain.doFinal() : plain.doFinal(tag);
        out.write(rest);
        return size + rest.length;
    }

    private static void verify(byte[] last, byte @Nullable [] tag, int length) throws GeneralSecurityException {
        byte[] computed = Arrays.copyOfRange(last, last.length - 16, last.length);
        if (tag == null
                || tag.length != length
                || tag.length < 12
                || tag.length > 16
                || !MessageDigest.isEqual(Arrays.copyOf(computed, tag.length), tag)) {
            throw new GeneralSecurityException("the tag does not fit");
        }
    }

    private Cipher decrypting() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(suite.isGcm() ? "AES/CTR/NoPadding" : suite.transformation());
        if (suite.isGcm()) {
            byte[] counter = Arrays.copyOf(nonce, 16);
            counter[15] = 2;
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(counter));
        } else {
            cipher.init(Cipher.DECRYPT_MODE, key, suite.spec(nonce));
            if (envelope.attributes() != null && suite.isAuthenticated()) {
                cipher.updateAAD(envelope.attributes());
            }
        }
        return cipher;
    }

    private Cipher tagging() throws GeneralSecurityException {
        Cipher cipher = suite.cipher(envelope.length());
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
        if (envelope.attributes() != null) {
            cipher.updateAAD(envelope.attributes());
        }
        return cipher;
    }

    /** The plaintext once more for every read; that it is right is known already. */
    private final class Again implements Source {
        private final long size;

        Again(long size) {
            this.size = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public InputStream open() throws IOException {
            try {
                return new CipherInput(envelope.ciphertext().open(), decrypting(), envelope.tag(), suite.isGcm());
            } catch (GeneralSecurityException e) {
                throw new IOException("the cipher worked before", e);
            }
        }
    }

    /** As many octets as there are of ciphertext, which plaintext never exceeds. */
    private static final class Room extends OutputStream {
        private final byte[] octets;
        private int held;

        Room(int size) {
            this.octets = new byte[size];
        }

        @Override
        public void write(int octet) {
            octets[held++] = (byte) octet;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            System.arraycopy(from, offset, octets, held, length);
            held += length;
        }

        byte[] toByteArray() {
            return held == octets.length ? octets : Arrays.copyOf(octets, held);
        }
    }
}
