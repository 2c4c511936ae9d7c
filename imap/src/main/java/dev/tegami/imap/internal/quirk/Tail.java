package dev.tegami.imap.internal.quirk;

import dev.tegami.net.Receive;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Mends the end of what goes to a receiver, of which no more than that end is held. */
final class Tail {
    private Tail() {}

    /**
     * Wraps a receiver.
     *
     * @param length how many of the last octets are needed to know what is wrong
     * @param mend makes the right end of the wrong one
     */
    static <T> Receive<T> mended(Receive<T> receive, int length, UnaryOperator<byte[]> mend) {
        return announced -> {
            Receive.Sink<T> sink = receive.open(announced);
            Held held = new Held(sink.stream(), length);
            return new Receive.Sink<>() {
                @Override
                public OutputStream stream() {
                    return held;
                }

                @Override
                public T commit() throws IOException {
                    sink.stream().write(mend.apply(held.octets()));
                    return sink.commit();
                }

                @Override
                public void abandon() {
                    sink.abandon();
                }
            };
        };
    }

    /** Lets all octets but the last few through. */
    private static final class Held extends OutputStream {
        private final OutputStream out;
        private final byte[] last;
        private int count;

        Held(OutputStream out, int length) {
            this.out = out;
            this.last = new byte[length];
        }

        byte[] octets() {
            return Arrays.copyOf(last, count);
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            int older = Math.min(count, Math.max(0, count + length - last.length));
            out.write(last, 0, older);
            System.arraycopy(last, older, last, 0, count - older);
            count -= older;
            int through = length - Math.min(length, last.length - count);
            out.write(octets, from, through);
            System.arraycopy(octets, from + through, last, count, length - through);
            count += length - through;
        }
    }
}
