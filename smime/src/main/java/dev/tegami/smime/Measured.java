package dev.tegami.smime;

import dev.tegami.mime.Source;
import dev.tegami.smime.internal.DigestAlgorithm;
import dev.tegami.smime.internal.Frozen;
import dev.tegami.smime.internal.SignedDataWriter;
import dev.tegami.smime.internal.SignerSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Content that was read once to be signed, and cannot change unseen any more. */
record Measured(Source source, Map<DigestAlgorithm, byte[]> digests) {
    static Measured of(Source content, List<SignerSpec> signers, int copied) throws IOException {
        Map<DigestAlgorithm, MessageDigest> running = SignedDataWriter.digests(signers);
        MessageDigest own = DigestAlgorithm.SHA256.start();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        long size = 0;
        byte[] piece = new byte[16 * 1024];
        try (InputStream in = content.open()) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                for (MessageDigest digest : running.values()) {
                    digest.update(piece, 0, n);
                }
                if (size + n <= copied) {
                    copy.write(piece, 0, n);
                } else if (size <= copied) {
                    own.update(copy.toByteArray());
                    own.update(piece, 0, n);
                    copy = new ByteArrayOutputStream();
                } else {
                    own.update(piece, 0, n);
                }
                size += n;
            }
        }
        Map<DigestAlgorithm, byte[]> digests = new EnumMap<>(DigestAlgorithm.class);
        running.forEach((algorithm, digest) -> digests.put(algorithm, digest.digest()));
        Source frozen = size <= copied ? Source.of(copy.toByteArray()) : new Frozen(content, size, own.digest());
        return new Measured(frozen, digests);
    }
}
