package dev.tegami.smime;

import dev.tegami.smime.internal.Crypto;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;

/** What a signer states beside the content. */
record Statements(
        Optional<Identity> answers,
        Optional<ReceiptRequest> receipt,
        Optional<SecurityLabel> label,
        Optional<Stamping> stamping) {
    private static final int IDENTIFIER = 24;

    static Statements none() {
        return new Statements(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Statements answers(Identity identity) {
        return new Statements(Optional.of(identity), receipt, label, stamping);
    }

    Statements receipt(ReceiptRequest request) {
        return new Statements(answers, Optional.of(request), label, stamping);
    }

    Statements label(SecurityLabel changed) {
        return new Statements(answers, receipt, Optional.of(changed), stamping);
    }

    Statements stamping(Stamping changed) {
        return new Statements(answers, receipt, label, Optional.of(changed));
    }

    /** Those that go around another signature: a receipt is asked for inside only (RFC 2634 section 2.3). */
    Statements around() {
        return new Statements(answers, Optional.empty(), label, stamping);
    }

    /** As signed attributes, with an identifier for the letter that no other one has. */
    List<Attribute> attributes() {
        List<Attribute> all = new ArrayList<>();
        receipt.ifPresent(wanted -> {
            String identifier = wanted.identifier().isEmpty()
                    ? HexFormat.of().formatHex(Crypto.random(IDENTIFIER))
                    : wanted.identifier();
            ReceiptRequest named = new ReceiptRequest(identifier, wanted.from(), wanted.listed(), wanted.to());
            all.add(attribute(EssAttributes.RECEIPT_REQUEST, EssAttributes.encoded(named)));
        });
        label.ifPresent(each -> all.add(attribute(EssAttributes.SECURITY_LABEL, EssAttributes.encoded(each))));
        return all;
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }
}
