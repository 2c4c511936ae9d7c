package dev.tegami.smime.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;

/** Encrypts what is written, in pieces of 2 kB: the JIT takes up the cipher's intrinsics only after many calls. */
final class CipherOutput extends OutputStream {
    static final int PIECE = 2048;

    private final Cipher cipher;
    private final OutputStream out;
    private final int tagLength;
    private final byte[] scratch = new byte[PIECE + 64];
    private final byte[] collected = new byte[64 * 1024];
    private int held;

    CipherOutput(Cipher cipher, OutputStream out, int tagLength) {
        this.cipher = cipher;
        this.out = out;
        this.tagLength = tagLength;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        try {
            for (int at = offset; at < offset + length; at += PIECE) {
                collect(cipher.update(from, at, Math.min(PIECE, offset + length - at), scratch, 0));
            }
        } catch (ShortBufferException e) {
            throw new IOException("the cipher gave more than it took", e);
        }
    }

    private void collect(int count) throws IOException {
        if (held + count > collected.length) {
            out.write(collected, 0, held);
            held = 0;
        }
        System.arraycopy(scratch, 0, collected, held, count);
        held += count;
    }

    /** Ends the ciphertext and gives the tag, which is not written. */
    byte[] finish() throws IOException, GeneralSecurityException {
        byte[] last = cipher.doFinal();
        out.write(collected, 0, held);
        out.write(last, 0, last.length - tagLength);
        return Arrays.copyOfRange(last, last.length - tagLength, last.length);
    }
}
