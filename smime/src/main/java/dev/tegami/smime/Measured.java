package dev.tegami.smime;

import dev.tegami.mime.Source;
import dev.tegami.smime.internal.DigestAlgorithm;
import dev.tegami.smime.internal.Frozen;
import dev.tegami.smime.internal.Retained;
import dev.tegami.smime.internal.SignedDataWriter;
import dev.tegami.smime.internal.SignerSpec;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Content that was read once to be signed or packed, and cannot change unseen any more. */
record Measured(Source source, Map<DigestAlgorithm, byte[]> digests) {
    static Measured of(Source content, List<SignerSpec> signers, int copied) throws IOException {
        Map<DigestAlgorithm, MessageDigest> running = SignedDataWriter.digests(signers);
        if (running.isEmpty()) {
            running.put(DigestAlgorithm.SHA256, DigestAlgorithm.SHA256.start());
        }
        Retained retained = new Retained(content.size(), copied);
        try (InputStream in = content.open()) {
            for (int n = retained.read(in); n >= 0; n = retained.read(in)) {
                for (MessageDigest digest : running.values()) {
                    digest.update(retained.piece(), retained.start(), n);
                }
            }
        }
        Map<DigestAlgorithm, byte[]> digests = new EnumMap<>(DigestAlgorithm.class);
        running.forEach((algorithm, digest) -> digests.put(algorithm, digest.digest()));
        Source frozen = retained.isWhole() ? Source.of(retained.toArray()) : frozen(content, retained.size(), digests);
        return new Measured(frozen, digests);
    }

    /** What is too long to be copied is known again by one of the digests that were signed. */
    private static Source frozen(Source content, long size, Map<DigestAlgorithm, byte[]> digests) {
        DigestAlgorithm known = digests.keySet().iterator().next();
        return new Frozen(content, size, known, Objects.requireNonNull(digests.get(known)));
    }
}
