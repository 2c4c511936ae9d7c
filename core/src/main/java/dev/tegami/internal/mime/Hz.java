package dev.tegami.internal.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** HZ (RFC 1843): GB 2312 in 7 bits, for reading only. */
final class Hz extends Charset {
    static final Charset CHARSET = new Hz();

    private Hz() {
        super("HZ-GB-2312", new String[0]);
    }

    @Override
    public boolean contains(Charset other) {
        return other.equals(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException("HZ is read, never written");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new Decoder(this);
    }

    private static final class Decoder extends CharsetDecoder {
        private final Charset gb = Charset.forName("GB18030");
        private boolean shifted;
        private boolean broken;

        Decoder(Charset charset) {
            super(charset, 1f, 1f);
        }

        @Override
        protected void implReset() {
            shifted = false;
            broken = false;
        }

        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
            while (in.hasRemaining()) {
                if (!out.hasRemaining()) {
                    return CoderResult.OVERFLOW;
                }
                byte c = in.get(in.position());
                if (broken && c == '\n') {
                    in.get();
                    broken = false;
                    continue;
                }
                broken = false;
                if (c != '~' && !(shifted && c > ' ')) {
                    in.get();
                    shifted &= c != '\n';
                    out.put((char) (c & 0xFF));
                    continue;
                }
                if (in.remaining() < 2) {
                    return CoderResult.UNDERFLOW;
                }
                in.get();
                pair(c, in.get(), out);
            }
            return CoderResult.UNDERFLOW;
        }

        private void pair(byte first, byte second, CharBuffer out) {
            if (first != '~') {
                String character = new String(new byte[] {(byte) (first | 0x80), (byte) (second | 0x80)}, gb);
                out.put(character.charAt(0));
            } else if (second == '{' || second == '}') {
                shifted = second == '{';
            } else if (second == '~') {
                out.put('~');
            } else if (second == '\r') {
                broken = true;
            } else if (second != '\n') {
                out.put('\uFFFD');
            }
        }
    }
}
