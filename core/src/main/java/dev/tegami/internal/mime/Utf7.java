package dev.tegami.internal.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** UTF-7 (RFC 2152), for reading only. */
final class Utf7 extends Charset {
    static final Charset CHARSET = new Utf7();

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Utf7() {
        super("UTF-7", new String[0]);
    }

    @Override
    public boolean contains(Charset other) {
        return true;
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException("UTF-7 is read, never written");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new Decoder(this);
    }

    private static final class Decoder extends CharsetDecoder {
        private boolean shifted;
        private boolean justShifted;
        private int bits;
        private int count;

        Decoder(Charset charset) {
            super(charset, 1f, 1f);
        }

        @Override
        protected void implReset() {
            shifted = false;
            justShifted = false;
            bits = 0;
            count = 0;
        }

        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
            while (in.hasRemaining()) {
                if (!out.hasRemaining()) {
                    return CoderResult.OVERFLOW;
                }
                int c = in.get() & 0xFF;
                if (shifted) {
                    inside(c, out);
                } else if (c == '+') {
                    implReset();
                    shifted = true;
                    justShifted = true;
                } else {
                    out.put((char) c);
                }
            }
            return CoderResult.UNDERFLOW;
        }

        private void inside(int c, CharBuffer out) {
            int sextet = ALPHABET.indexOf(c);
            if (sextet >= 0) {
                justShifted = false;
                bits = bits << 6 | sextet;
                count += 6;
                if (count >= 16) {
                    count -= 16;
                    out.put((char) (bits >> count));
                    bits &= (1 << count) - 1;
                }
                return;
            }
            boolean plus = justShifted && c == '-';
            implReset();
            if (plus) {
                out.put('+');
            } else if (c != '-') {
                out.put((char) c);
            }
        }
    }
}
