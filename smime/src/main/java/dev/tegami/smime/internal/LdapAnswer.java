package dev.tegami.smime.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERTags;

/** One message of a directory (RFC 4511 section 4.1.1). Whatever is wrong in it is an exception of these readers. */
record LdapAnswer(int id, int operation, ASN1Sequence fields) {
    static final int BOUND = 1;
    static final int ENTRY = 4;
    static final int DONE = 5;
    static final int REFERENCE = 19;
    static final int EXTENDED = 24;
    static final int INTERMEDIATE = 25;

    private static final List<String> CERTIFICATES = List.of("usercertificate", "usersmimecertificate");

    /** Reads what is inside of the outermost sequence. */
    static LdapAnswer read(byte[] content) throws IOException {
        try (ASN1InputStream in = new ASN1InputStream(content)) {
            int id = ASN1Integer.getInstance(in.readObject()).intValueExact();
            ASN1TaggedObject operation = ASN1TaggedObject.getInstance(in.readObject(), BERTags.APPLICATION);
            return new LdapAnswer(
                    id, operation.getTagNo(), (ASN1Sequence) operation.getBaseUniversal(false, BERTags.SEQUENCE));
        }
    }

    /** What became of an operation. */
    int code() {
        return ASN1Enumerated.getInstance(fields.getObjectAt(0)).intValueExact();
    }

    /** What the directory says to that, of which nothing is to be trusted; at most so many characters. */
    String words(int most) {
        StringBuilder words = new StringBuilder();
        text(fields.getObjectAt(2))
                .codePoints()
                .limit(most)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(words::appendCodePoint);
        return words.toString();
    }

    /** The certificates of an entry, as octets. */
    List<byte[]> certificates() {
        List<byte[]> values = new ArrayList<>();
        for (ASN1Encodable each : ASN1Sequence.getInstance(fields.getObjectAt(1))) {
            ASN1Sequence attribute = ASN1Sequence.getInstance(each);
            String name = text(attribute.getObjectAt(0)).toLowerCase(Locale.ROOT);
            if (CERTIFICATES.contains(name.split(";", 2)[0])) {
                for (ASN1Encodable value : ASN1Set.getInstance(attribute.getObjectAt(1))) {
                    values.add(ASN1OctetString.getInstance(value).getOctets());
                }
            }
        }
        return values;
    }

    private static String text(ASN1Encodable octets) {
        return new String(ASN1OctetString.getInstance(octets).getOctets(), StandardCharsets.UTF_8);
    }
}
