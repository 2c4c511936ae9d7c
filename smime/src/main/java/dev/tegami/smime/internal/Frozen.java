package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import dev.tegami.mime.SourceChanged;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** A source whose octets were signed: every read hashes it again, and fails at its last octet if it has changed. */
public final class Frozen implements Source {
    private final Source source;
    private final long size;
    private final DigestAlgorithm algorithm;
    private final byte[] hash;

    public Frozen(Source source, long size, DigestAlgorithm algorithm, byte[] hash) {
        this.source = source;
        this.size = size;
        this.algorithm = algorithm;
        this.hash = hash.clone();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        return new Hashing(source.open(), algorithm.start());
    }

    private final class Hashing extends FilterInputStream {
        private final MessageDigest digest;
        private final byte[] one = new byte[1];
        private long seen;
        private boolean checked;
        private boolean same;

        Hashing(InputStream in, MessageDigest digest) {
            super(in);
            this.digest = digest;
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
            int n = in.read(to, offset, length);
            if (n > 0) {
                digest.update(to, offset, n);
                seen += n;
            }
            // at the last octet, not after it: who knows the size reads no further
            if (seen > size || ((n < 0 || seen == size) && !(seen == size && matches()))) {
                throw new SourceChanged("the source of a signed part gave other octets than when it was signed");
            }
            return n;
        }

        /** Asked at every end: reading on there asks again, and the digest has only one answer. */
        private boolean matches() {
            if (!checked) {
                checked = true;
                same = Arrays.equals(digest.digest(), hash);
            }
            return same;
        }

        /** Slices skip; what is skipped is hashed all the same. */
        @Override
        public long skip(long count) throws IOException {
            byte[] piece = new byte[(int) Math.max(0, Math.min(count, 8192))];
            long left = count;
            while (left > 0) {
                int n = read(piece, 0, (int) Math.min(piece.length, left));
                if (n < 0) {
                    break;
                }
                left -= n;
            }
            return count - left;
        }
    }
}
