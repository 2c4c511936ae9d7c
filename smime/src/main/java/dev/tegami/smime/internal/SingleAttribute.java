package dev.tegami.smime.internal;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.jspecify.annotations.Nullable;

/** Attributes each of which may be there once and with one value. */
public final class SingleAttribute {
    private SingleAttribute() {}

    /** The only value of the only attribute of a type; null if there is none. */
    public static @Nullable ASN1Encodable of(ASN1Set set, ASN1ObjectIdentifier type) {
        List<Attribute> found = Arrays.stream(set.toArray())
                .map(Attribute::getInstance)
                .filter(attribute -> attribute.getAttrType().equals(type))
                .toList();
        if (found.isEmpty()) {
            return null;
        }
        if (found.size() > 1 || found.get(0).getAttrValues().size() != 1) {
            throw new IllegalArgumentException("an attribute is there more than once");
        }
        return found.get(0).getAttrValues().getObjectAt(0);
    }
}
