package dev.tegami.smime;

import dev.tegami.smime.internal.Der;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;

/** The structures of RFC 2634, which Bouncy Castle has not. Its module has implicit tags. */
final class EssAttributes {
    static final ASN1ObjectIdentifier RECEIPT = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.1.1");
    static final ASN1ObjectIdentifier RECEIPT_REQUEST = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.1");
    static final ASN1ObjectIdentifier SECURITY_LABEL = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.2");
    static final ASN1ObjectIdentifier EXPANSION_HISTORY = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.3");
    static final ASN1ObjectIdentifier SIGNATURE_DIGEST = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.5");
    static final ASN1ObjectIdentifier EQUIVALENT_LABELS = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.9");

    private static final HexFormat HEX = HexFormat.of();

    /** Equivalent labels that are read; nobody needs more. */
    private static final int MOST_LABELS = 16;

    private EssAttributes() {}

    static ASN1Encodable encoded(ReceiptRequest request) {
        DERTaggedObject from =
                switch (request.from()) {
                    case EVERYONE -> new DERTaggedObject(false, 0, new ASN1Integer(0));
                    case FIRST_TIER -> new DERTaggedObject(false, 0, new ASN1Integer(1));
                    case LISTED -> new DERTaggedObject(false, 1, MailboxNames.encoded(request.listed()));
                };
        return sequence(
                new DEROctetString(HEX.parseHex(request.identifier())), from, MailboxNames.encoded(request.to()));
    }

    private static DERSequence sequence(ASN1Encodable... elements) {
        return new DERSequence(elements);
    }

    static ReceiptRequest request(ASN1Encodable value) {
        ASN1Sequence fields = ASN1Sequence.getInstance(value);
        ASN1TaggedObject from = ASN1TaggedObject.getInstance(fields.getObjectAt(1));
        boolean listed = from.getTagNo() == 1;
        ReceiptRequest.From whom = ReceiptRequest.From.LISTED;
        if (!listed) {
            whom = ASN1Integer.getInstance(from, false).intValueExact() == 0
                    ? ReceiptRequest.From.EVERYONE
                    : ReceiptRequest.From.FIRST_TIER;
        }
        return new ReceiptRequest(
                hex(fields.getObjectAt(0)),
                whom,
                listed ? MailboxNames.of(ASN1Sequence.getInstance(from, false)) : List.of(),
                MailboxNames.of(ASN1Sequence.getInstance(fields.getObjectAt(2))));
    }

    static String hex(ASN1Encodable octets) {
        return HEX.formatHex(ASN1OctetString.getInstance(octets).getOctets());
    }

    static ASN1Encodable encoded(SignedReceipt receipt) {
        return sequence(
                new ASN1Integer(1),
                new ASN1ObjectIdentifier(receipt.contentType()),
                new DEROctetString(HEX.parseHex(receipt.identifier())),
                new DEROctetString(HEX.parseHex(receipt.signature())));
    }

    static SignedReceipt receipt(byte[] octets) {
        ASN1Sequence fields = ASN1Sequence.getInstance(octets);
        if (fields.size() != 4
                || !ASN1Integer.getInstance(fields.getObjectAt(0)).hasValue(1)) {
            throw new IllegalArgumentException("not a receipt");
        }
        return new SignedReceipt(
                ASN1ObjectIdentifier.getInstance(fields.getObjectAt(1)).getId(),
                hex(fields.getObjectAt(2)),
                hex(fields.getObjectAt(3)));
    }

    static ASN1Encodable encoded(SecurityLabel label) {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new ASN1ObjectIdentifier(label.policy()));
        label.classification().ifPresent(each -> fields.add(new ASN1Integer(each)));
        label.privacyMark().ifPresent(each -> fields.add(new DERUTF8String(each)));
        if (!label.categories().isEmpty()) {
            fields.add(new DERSet(label.categories().stream()
                    .map(each -> sequence(
                            new DERTaggedObject(false, 0, new ASN1ObjectIdentifier(each.type())),
                            new DERTaggedObject(true, 1, Der.parsed(HEX.parseHex(each.value())))))
                    .toArray(ASN1Encodable[]::new)));
        }
        return new DERSet(fields);
    }

    static SecurityLabel label(ASN1Encodable value) {
        String policy = "";
        Optional<Integer> classification = Optional.empty();
        Optional<String> mark = Optional.empty();
        List<SecurityLabel.Category> categories = new ArrayList<>();
        for (ASN1Encodable each : ASN1Set.getInstance(value).toArray()) {
            if (each instanceof ASN1ObjectIdentifier identifier) {
                policy = identifier.getId();
            } else if (each instanceof ASN1Integer number) {
                classification = Optional.of(number.intValueExact());
            } else if (each instanceof ASN1String text) {
                mark = Optional.of(text.getString());
            } else {
                Arrays.stream(ASN1Set.getInstance(each).toArray())
                        .map(EssAttributes::category)
                        .forEach(categories::add);
            }
        }
        if (policy.isEmpty()) {
            throw new IllegalArgumentException("a label by nobody's rules");
        }
        return new SecurityLabel(policy, classification, mark, categories);
    }

    private static SecurityLabel.Category category(ASN1Encodable value) {
        ASN1Sequence fields = ASN1Sequence.getInstance(value);
        ASN1TaggedObject type = ASN1TaggedObject.getInstance(fields.getObjectAt(0));
        ASN1TaggedObject content = ASN1TaggedObject.getInstance(fields.getObjectAt(1));
        return new SecurityLabel.Category(
                ASN1ObjectIdentifier.getInstance(type, false).getId(),
                HEX.formatHex(Der.of(content.getExplicitBaseObject())));
    }

    static List<SecurityLabel> labels(ASN1Encodable value) {
        return Arrays.stream(ASN1Sequence.getInstance(value).toArray())
                .limit(MOST_LABELS)
                .map(EssAttributes::label)
                .toList();
    }

    static List<ListExpansion> expansions(ASN1Encodable value) {
        return Arrays.stream(ASN1Sequence.getInstance(value).toArray())
                .limit(ListHistory.MOST + 1)
                .map(each -> expansion(ASN1Sequence.getInstance(each)))
                .toList();
    }

    private static ListExpansion expansion(ASN1Sequence fields) {
        ASN1Encodable name = fields.getObjectAt(0);
        Date time = date(ASN1GeneralizedTime.getInstance(fields.getObjectAt(1)));
        ListExpansion.Receipts receipts = ListExpansion.Receipts.AS_ASKED;
        ASN1Sequence to = new DERSequence();
        if (fields.size() > 2) {
            ASN1TaggedObject policy = ASN1TaggedObject.getInstance(fields.getObjectAt(2));
            receipts = switch (policy.getTagNo()) {
                case 0 -> ListExpansion.Receipts.NONE;
                case 1 -> ListExpansion.Receipts.INSTEAD;
                default -> ListExpansion.Receipts.IN_ADDITION;
            };
            to = policy.getTagNo() == 0 ? to : ASN1Sequence.getInstance(policy, false);
        }
        return new ListExpansion(list(name), time.toInstant(), receipts, MailboxNames.of(to));
    }

    private static String list(ASN1Encodable name) {
        if (name instanceof ASN1OctetString key) {
            return hex(key);
        }
        IssuerAndSerialNumber issued = IssuerAndSerialNumber.getInstance(name);
        return issued.getName() + ", number " + issued.getSerialNumber().getValue();
    }

    private static Date date(ASN1GeneralizedTime time) {
        try {
            return time.getDate();
        } catch (java.text.ParseException e) {
            throw new IllegalArgumentException("not a time", e);
        }
    }
}
