package dev.tegami.smime.internal;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * CompressedData (RFC 3274).
 *
 * @param algorithm how it is compressed
 * @param content what it holds, expanded whenever it is read; empty if the algorithm is not zlib
 * @param octets how many octets that are
 */
public record CmsCompressed(String algorithm, Optional<Source> content, long octets) {
    private static final ASN1ObjectIdentifier ZLIB = PKCSObjectIdentifiers.id_alg_zlibCompress;

    /**
     * How far content may expand.
     *
     * @param octets so many octets it may become
     * @param times so many times as long as it is, it may become
     * @param memory up to here it is kept in memory, and the times do not count
     */
    public record Bounds(long octets, int times, int memory) {
        void check(long read, long expanded) {
            if (expanded > octets) {
                throw new LimitExceeded("Bounds.expanded", octets, "raise the limit if the message can be trusted");
            }
            if (expanded > memory && expanded / times > read) {
                throw new LimitExceeded("Bounds.expansion", times, "raise the limit if the message can be trusted");
            }
        }
    }

    /** Expands all of it once, so that what is wrong with it shows before anything is given out. */
    public static CmsCompressed read(Source cms, CmsBounds cmsBounds, Bounds bounds) throws IOException {
        try (InputStream stream = cms.open()) {
            BerReader in = new BerReader(stream, cmsBounds.structure());
            ASN1ObjectIdentifier algorithm = start(in);
            if (!algorithm.equals(ZLIB)) {
                return new CmsCompressed(algorithm.getId(), Optional.empty(), 0);
            }
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            byte[] piece = new byte[16 * 1024];
            long octets = 0;
            try (InputStream expanded = new Expanding(in.octets(BerReader.OCTETS), bounds)) {
                for (int n = expanded.read(piece); n >= 0; n = expanded.read(piece)) {
                    octets += n;
                    if (octets <= bounds.memory()) {
                        kept.write(piece, 0, n);
                    }
                }
            }
            for (int i = 0; i < 5; i++) {
                in.leave();
            }
            Source content = octets <= bounds.memory()
                    ? Source.of(kept.toByteArray())
                    : Source.of(() -> again(cms, cmsBounds, bounds));
            return new CmsCompressed(algorithm.getId(), Optional.of(content), octets);
        }
    }

    private static InputStream again(Source cms, CmsBounds cmsBounds, Bounds bounds) throws IOException {
        InputStream stream = cms.open();
        BerReader in = new BerReader(stream, cmsBounds.structure());
        start(in);
        return new Expanding(in.octets(BerReader.OCTETS), bounds) {
            @Override
            public void close() throws IOException {
                super.close();
                stream.close();
            }
        };
    }

    private static ASN1ObjectIdentifier start(BerReader in) throws IOException {
        in.enter(BerReader.SEQUENCE);
        Structure.oid(in);
        in.enter(Der.CONTEXT_0);
        in.enter(BerReader.SEQUENCE);
        Structure.next(in, ASN1Integer::getInstance);
        AlgorithmIdentifier algorithm = Structure.next(in, AlgorithmIdentifier::getInstance);
        in.enter(BerReader.SEQUENCE);
        if (!Structure.oid(in).equals(CMSObjectIdentifiers.data)) {
            throw new MalformedCms("there is no mail inside");
        }
        in.enter(Der.CONTEXT_0);
        return algorithm.getAlgorithm();
    }

    /** Compresses content, which stays where it is and is compressed again whenever the result is read. */
    public static Source of(Source content) throws IOException {
        Source data = Der.element(
                BerReader.SEQUENCE,
                CMSObjectIdentifiers.data,
                Der.element(Der.CONTEXT_0, Der.element(BerReader.OCTETS, Compressed.of(content))));
        Source body = Der.element(BerReader.SEQUENCE, new ASN1Integer(0), new AlgorithmIdentifier(ZLIB), data);
        return Der.element(BerReader.SEQUENCE, CMSObjectIdentifiers.compressedData, Der.element(Der.CONTEXT_0, body));
    }
}
