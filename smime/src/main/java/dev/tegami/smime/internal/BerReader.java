package dev.tegami.smime.internal;

import dev.tegami.LimitExceeded;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads BER (X.690) in one pass: walks into constructed elements, takes small elements whole and long octet strings as
 * streams. What is outside of streams is counted against a budget, so that nothing a message declares is believed.
 */
public final class BerReader {
    public static final int SEQUENCE = 0x30;
    public static final int SET = 0x31;
    public static final int OCTETS = 0x04;
    private static final long PIECE = 4096;
    private static final int MAX_DEPTH = 64;

    private final BerInput in;
    private final long[] ends = new long[MAX_DEPTH];
    private final long budget;
    private int depth;
    private long spent;

    public BerReader(InputStream in, long budget) {
        this.in = new BerInput(in);
        this.budget = budget;
        ends[0] = Long.MAX_VALUE;
    }

    /** The identifier of the next element of the element walked into, or -1 after its last one. */
    public int next() throws IOException {
        if (ends[depth] >= 0 && in.position() >= ends[depth]) {
            return -1;
        }
        int tag = in.peek();
        if (tag < 0 && depth > 0) {
            throw new EOFException("the structure is cut off");
        }
        return ends[depth] < 0 && tag == 0 ? -1 : tag;
    }

    /** Walks into a constructed element. */
    public void enter(int tag) throws IOException {
        if (next() != tag) {
            throw new MalformedCms("expected tag " + tag + " at octet " + in.position());
        }
        long start = in.position();
        in.read();
        long length = length();
        spend(in.position() - start);
        push(length);
    }

    /** Leaves the element that was walked into last, at its end. */
    public void leave() throws IOException {
        if (next() != -1) {
            throw new MalformedCms("unexpected element at octet " + in.position());
        }
        pop();
    }

    private void push(long length) throws MalformedCms {
        if (depth + 1 >= MAX_DEPTH) {
            throw new MalformedCms("nested too deeply");
        }
        ends[depth + 1] = length < 0 ? -1 : in.position() + length;
        depth++;
    }

    private void pop() throws IOException {
        if (ends[depth] < 0) {
            int first = in.need();
            if ((first | in.need()) != 0) {
                throw new MalformedCms("end of contents expected");
            }
        }
        depth--;
    }

    private long length() throws IOException {
        long length = in.length();
        fits(length);
        return length;
    }

    private void fits(long length) throws MalformedCms {
        for (int i = depth; i > 0 && length >= 0; i--) {
            if (ends[i] >= 0 && in.position() + length > ends[i]) {
                throw new MalformedCms("an element is longer than the one around it");
            }
        }
    }

    private void spend(long octets) {
        spent += octets;
        if (spent > budget) {
            throw new LimitExceeded("Bounds.structure", budget, "raise the limit if the message can be trusted");
        }
    }

    /** Takes the next element whole, as it stands. */
    public byte[] element() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy(out, 0);
        return out.toByteArray();
    }

    /** Spends what is there, not what the element says: a length that is a lie is malformed, not big. */
    private void content(long length, ByteArrayOutputStream out) throws IOException {
        for (long left = length; left > 0; left -= Math.min(left, PIECE)) {
            spend(Math.min(left, PIECE));
            in.copy(Math.min(left, PIECE), out);
        }
    }

    private void copy(ByteArrayOutputStream out, int level) throws IOException {
        if (level > MAX_DEPTH) {
            throw new MalformedCms("nested too deeply");
        }
        int tag = in.copied(out);
        if ((tag & 0x1F) == 0x1F) {
            throw new MalformedCms("a tag number above 30");
        }
        int before = out.size();
        long length = in.length(out);
        fits(length);
        spend(out.size() - before + 1L);
        if (length >= 0) {
            content(length, out);
            return;
        }
        if ((tag & 0x20) == 0) {
            throw new MalformedCms("a primitive element without a length");
        }
        while (in.peek() != 0) {
            copy(out, level + 1);
        }
        in.copied(out);
        if (in.copied(out) != 0) {
            throw new MalformedCms("end of contents expected");
        }
    }

    /** Opens an octet string, whole or in pieces. It must be read to its end before anything else is. */
    public InputStream octets(int tag) throws IOException {
        int found = next();
        if (found != tag && found != (tag | 0x20)) {
            throw new MalformedCms("expected octets at octet " + in.position());
        }
        return new Octets();
    }

    private final class Octets extends InputStream {
        private final int base = depth;
        private final byte[] one = new byte[1];
        private long left;
        private boolean done;

        Octets() throws IOException {
            header();
        }

        private void header() throws IOException {
            int tag = in.need();
            long length = length();
            if ((tag & 0x20) != 0) {
                push(length);
            } else if (length < 0) {
                throw new MalformedCms("a primitive element without a length");
            } else {
                left = length;
            }
        }

        private boolean advance() throws IOException {
            while (left == 0 && !done) {
                if (depth == base) {
                    done = true;
                } else if (next() == -1) {
                    pop();
                } else if ((next() | 0x20) == 0x24) {
                    header();
                } else {
                    throw new MalformedCms("not an octet string inside an octet string");
                }
            }
            return !done;
        }

        @Override
        public int read() throws IOException {
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!advance()) {
                return -1;
            }
            int n = in.read(to, offset, (int) Math.min(length, left));
            if (n < 0) {
                throw new EOFException("the content is cut off");
            }
            left -= n;
            return n;
        }
    }
}
