package dev.tegami.smime.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** Decrypts while it is read, in small pieces; leaving early checks nothing. */
final class CipherInput extends InputStream {
    private final InputStream in;
    private final Cipher cipher;
    private final byte @Nullable [] last;
    private final byte[] from = new byte[CipherOutput.PIECE];
    private byte[] ready = new byte[CipherOutput.PIECE + 64];
    private int at;
    private int end;
    private boolean done;

    CipherInput(InputStream in, Cipher cipher, byte @Nullable [] tag, boolean counterMode) {
        this.in = in;
        this.cipher = cipher;
        this.last = counterMode ? null : tag;
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, end - at);
        System.arraycopy(ready, at, to, offset, n);
        at += n;
        return n;
    }

    private boolean fill() throws IOException {
        try {
            while (at == end && !done) {
                at = 0;
                int n = in.readNBytes(from, 0, from.length);
                if (n > 0) {
                    end = cipher.update(from, 0, n, ready, 0);
                } else {
                    done = true;
                    byte[] rest = last == null ? cipher.doFinal() : cipher.doFinal(last);
                    ready = rest == null ? new byte[0] : rest;
                    end = ready.length;
                }
            }
            return at < end;
        } catch (GeneralSecurityException e) {
            throw new IOException("the ciphertext is not what it was", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
