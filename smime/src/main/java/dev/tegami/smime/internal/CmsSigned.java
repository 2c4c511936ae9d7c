package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * SignedData as read: one pass, in which the content was hashed with the digests that the structure declares.
 *
 * @param declared the digests declared that we know, at most as many as the bounds allow
 * @param digests what they gave; empty where there is no content
 */
public record CmsSigned(
        ASN1ObjectIdentifier contentType,
        @Nullable Source content,
        List<DigestAlgorithm> declared,
        Map<DigestAlgorithm, byte[]> digests,
        List<byte[]> certificates,
        List<byte[]> crls,
        List<SignerInfo> signers) {

    public static CmsSigned read(Source cms, CmsBounds bounds) throws IOException {
        try (InputStream stream = cms.open()) {
            BerReader in = new BerReader(stream, bounds.structure());
            List<DigestAlgorithm> declared = start(in, bounds);
            ASN1ObjectIdentifier type = Structure.oid(in);
            Map<DigestAlgorithm, byte[]> digests = Map.of();
            Source content = null;
            if (in.next() == Der.CONTEXT_0) {
                in.enter(Der.CONTEXT_0);
                digests = hash(in.octets(BerReader.OCTETS), declared);
                in.leave();
                content = Source.of(() -> open(cms, bounds));
            }
            in.leave();
            List<byte[]> certificates = optional(in, 0xA0, bounds.certificates(), "Bounds.certificates");
            List<byte[]> crls = optional(in, 0xA1, bounds.certificates(), "Bounds.certificates");
            List<SignerInfo> signers = Structure.all(
                    Structure.set(in, BerReader.SET, bounds.signers(), "Bounds.signers"), SignerInfo::getInstance);
            in.leave();
            in.leave();
            in.leave();
            return new CmsSigned(type, content, declared, digests, certificates, crls, signers);
        }
    }

    private static List<DigestAlgorithm> start(BerReader in, CmsBounds bounds) throws IOException {
        in.enter(BerReader.SEQUENCE);
        Structure.oid(in);
        in.enter(Der.CONTEXT_0);
        in.enter(BerReader.SEQUENCE);
        Structure.next(in, ASN1Integer::getInstance);
        List<AlgorithmIdentifier> algorithms = Structure.all(
                Structure.set(in, BerReader.SET, bounds.signers(), "Bounds.signers"), AlgorithmIdentifier::getInstance);
        List<DigestAlgorithm> declared = algorithms.stream()
                .flatMap(each -> DigestAlgorithm.of(each).stream())
                .distinct()
                .limit(bounds.digests())
                .toList();
        in.enter(BerReader.SEQUENCE);
        return declared;
    }

    private static List<byte[]> optional(BerReader in, int tag, int most, String limit) throws IOException {
        return in.next() == tag ? Structure.set(in, tag, most, limit) : List.of();
    }

    private static InputStream open(Source cms, CmsBounds bounds) throws IOException {
        InputStream stream = cms.open();
        BerReader in = new BerReader(stream, bounds.structure());
        start(in, bounds);
        Structure.oid(in);
        in.enter(Der.CONTEXT_0);
        return new FilterInputStream(in.octets(BerReader.OCTETS)) {
            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    /** Hashes octets with several digests at once. */
    public static Map<DigestAlgorithm, byte[]> hash(InputStream octets, List<DigestAlgorithm> algorithms)
            throws IOException {
        Map<DigestAlgorithm, MessageDigest> running = new EnumMap<>(DigestAlgorithm.class);
        algorithms.forEach(each -> running.put(each, each.start()));
        byte[] piece = new byte[16 * 1024];
        for (int n = octets.read(piece); n >= 0; n = octets.read(piece)) {
            for (MessageDigest digest : running.values()) {
                digest.update(piece, 0, n);
            }
        }
        Map<DigestAlgorithm, byte[]> digests = new EnumMap<>(DigestAlgorithm.class);
        running.forEach((algorithm, digest) -> digests.put(algorithm, digest.digest()));
        return digests;
    }
}
