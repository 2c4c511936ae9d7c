package dev.tegami.smime.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;

/** What a directory is asked (RFC 4511). A value is octets with a length, and never grammar. */
final class LdapQuestion {
    /** Entries that a search may have. */
    static final int MOST_ENTRIES = 16;

    private static final int VERSION = 3;
    private static final int SUBTREE = 2;
    private static final int NEVER = 0;
    private static final int EQUALITY = 3;
    private static final String START_TLS = "1.3.6.1.4.1.1466.20037";
    private static final List<String> ATTRIBUTES =
            List.of("userCertificate;binary", "userCertificate", "userSMIMECertificate;binary", "userSMIMECertificate");

    private LdapQuestion() {}

    static byte[] startTls(int id) {
        return message(id, 23, new DERTaggedObject(false, 0, text(START_TLS)));
    }

    /** A simple bind. */
    static byte[] bind(int id, String name, String password) {
        return message(id, 0, new ASN1Integer(VERSION), text(name), new DERTaggedObject(false, 0, text(password)));
    }

    /** A search for certificates of entries below a base that have an attribute with a value. */
    static byte[] search(int id, String base, String attribute, String value, Duration limit) {
        ASN1Encodable[] wanted = ATTRIBUTES.stream().map(LdapQuestion::text).toArray(ASN1Encodable[]::new);
        return message(
                id,
                3,
                text(base),
                new ASN1Enumerated(SUBTREE),
                new ASN1Enumerated(NEVER),
                new ASN1Integer(MOST_ENTRIES),
                new ASN1Integer(Math.max(1, limit.toSeconds())),
                ASN1Boolean.FALSE,
                new DERTaggedObject(
                        false, EQUALITY, new DERSequence(new ASN1Encodable[] {text(attribute), text(value)})),
                new DERSequence(wanted));
    }

    private static byte[] message(int id, int operation, ASN1Encodable... fields) {
        return Der.of(new DERSequence(new ASN1Encodable[] {
            new ASN1Integer(id), new DERTaggedObject(false, BERTags.APPLICATION, operation, new DERSequence(fields))
        }));
    }

    private static DEROctetString text(String text) {
        return new DEROctetString(text.getBytes(StandardCharsets.UTF_8));
    }
}
