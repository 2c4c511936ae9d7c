package dev.tegami.smime.internal;

import dev.tegami.mime.Source;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/** EnvelopedData or AuthEnvelopedData as read: everything but the ciphertext, which stays where it is. */
public final class CmsEnveloped {
    private final boolean authenticated;
    private final boolean derived;
    private final Recipients recipients;
    private final AlgorithmIdentifier cipher;
    private final Source ciphertext;
    private final long length;
    private final byte @Nullable [] tag;
    private final byte @Nullable [] attributes;

    private CmsEnveloped(
            boolean authenticated,
            boolean derived,
            Recipients recipients,
            AlgorithmIdentifier cipher,
            Source ciphertext,
            long length,
            byte @Nullable [] tag,
            byte @Nullable [] attributes) {
        this.authenticated = authenticated;
        this.derived = derived;
        this.recipients = recipients;
        this.cipher = cipher;
        this.ciphertext = ciphertext;
        this.length = length;
        this.tag = tag;
        this.attributes = attributes;
    }

    /** Reads it; ciphertext that fits the memory allowed is kept, other is read again. */
    public static CmsEnveloped read(Source cms, CmsBounds bounds) throws IOException {
        try (InputStream stream = cms.open()) {
            BerReader in = new BerReader(stream, bounds.structure());
            in.enter(BerReader.SEQUENCE);
            boolean authenticated = Structure.oid(in).equals(CMSObjectIdentifiers.authEnvelopedData);
            Recipients recipients = start(in, bounds);
            AlgorithmIdentifier stated = Structure.next(in, AlgorithmIdentifier::getInstance);
            boolean derived = DerivedKey.isUsed(stated);
            AlgorithmIdentifier cipher = derived
                    ? Structure.parse(
                            Der.of(stated),
                            it -> AlgorithmIdentifier.getInstance(
                                    AlgorithmIdentifier.getInstance(it).getParameters()))
                    : stated;
            Chunks kept = new Chunks();
            long length = read(in.octets(0x80), kept, bounds.memory());
            Source ciphertext = length <= bounds.memory() ? kept : Source.of(() -> open(cms, bounds));
            in.leave();
            byte[] attributes = authenticated && in.next() == 0xA1 ? attributes(in.element()) : null;
            byte[] tag = authenticated
                    ? Structure.next(in, ASN1OctetString::getInstance).getOctets()
                    : null;
            while (in.next() >= 0) {
                in.element();
            }
            in.leave();
            in.leave();
            in.leave();
            return new CmsEnveloped(authenticated, derived, recipients, cipher, ciphertext, length, tag, attributes);
        }
    }

    private static Recipients start(BerReader in, CmsBounds bounds) throws IOException {
        in.enter(Der.CONTEXT_0);
        in.enter(BerReader.SEQUENCE);
        Structure.next(in, ASN1Integer::getInstance);
        if (in.next() == 0xA0) {
            in.element();
        }
        Recipients recipients = new Recipients(Structure.all(
                Structure.set(in, BerReader.SET, bounds.recipients(), "Bounds.recipients"),
                RecipientInfo::getInstance));
        in.enter(BerReader.SEQUENCE);
        if (!Structure.oid(in).equals(CMSObjectIdentifiers.data)) {
            throw new MalformedCms("there is no mail inside");
        }
        return recipients;
    }

    private static byte[] attributes(byte[] element) throws MalformedCms {
        return Structure.parse(element, it -> Der.of(ASN1Set.getInstance((ASN1TaggedObject) it, false)));
    }

    /** Reads the octets to their end, and keeps them unless they are too long to be kept. */
    private static long read(InputStream octets, Chunks kept, int memory) throws IOException {
        long size = 0;
        while (size <= memory) {
            int n = kept.append(octets);
            if (n < 0) {
                return size;
            }
            size += n;
        }
        return size + octets.transferTo(OutputStream.nullOutputStream());
    }

    private static InputStream open(Source cms, CmsBounds bounds) throws IOException {
        InputStream stream = cms.open();
        BerReader in = new BerReader(stream, bounds.structure());
        in.enter(BerReader.SEQUENCE);
        Structure.oid(in);
        start(in, bounds);
        in.element();
        return new FilterInputStream(in.octets(0x80)) {
            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    public boolean authenticated() {
        return authenticated;
    }

    public Recipients recipients() {
        return recipients;
    }

    /** The cipher of the content, also where its key is derived (RFC 9709). */
    public AlgorithmIdentifier cipher() {
        return cipher;
    }

    /** The key for the content, of the one that recipients got. */
    byte[] contentKey(byte[] key) {
        return derived ? DerivedKey.of(key, cipher) : key;
    }

    Source ciphertext() {
        return ciphertext;
    }

    /** How many octets of ciphertext there are. */
    long length() {
        return length;
    }

    /** What authenticates the ciphertext; null in EnvelopedData. */
    byte @Nullable [] tag() {
        return tag;
    }

    /** The authenticated attributes as their DER set; null where there are none. */
    byte @Nullable [] attributes() {
        return attributes;
    }

    /** The cipher, if it is one of ours. */
    public Optional<CipherSuite> suite() {
        return CipherSuite.of(cipher);
    }
}
