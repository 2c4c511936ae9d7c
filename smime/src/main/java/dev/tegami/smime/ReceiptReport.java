package dev.tegami.smime;

import dev.tegami.mime.Address;
import dev.tegami.mime.Mailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;

/**
 * What is to be thought of a receipt: whether somebody who was asked signed that the very letter arrived. Immutable.
 *
 * @param by whose receipt it is; empty if its From is not one mailbox
 * @param verdict the judgement on the receipt, and of its signature
 */
public record ReceiptReport(Optional<Mailbox> by, Verdict verdict) {
    /**
     * Judges a receipt.
     *
     * @param receipt what was received, opened
     * @param original what was signed in the letter sent: the claims of its signer, by {@link Smime#open}
     * @return the report
     */
    public static ReceiptReport of(Opened receipt, SignedClaims original) {
        List<Address> from = receipt.message().from();
        Optional<Mailbox> by =
                from.size() == 1 && from.get(0) instanceof Mailbox one ? Optional.of(one) : Optional.empty();
        List<Reason> more = new ArrayList<>();
        Layer.Signed layer = receipt.layers().stream()
                .filter(Layer.Signed.class::isInstance)
                .map(Layer.Signed.class::cast)
                .filter(each -> each.receipt().isPresent())
                .findFirst()
                .orElse(null);
        if (layer == null) {
            more.add(new Reason(Reason.Code.NO_RECEIPT, "the message is no receipt"));
        } else {
            check(layer, original, more);
        }
        if (original.receiptRequest()
                .filter(asked -> by.filter(asked::isAsked).isPresent())
                .isEmpty()) {
            more.add(new Reason(Reason.Code.RECEIPT_NOT_ASKED, "nobody asked its signer for a receipt"));
        }
        return new ReceiptReport(by, receipt.verdict().and(more));
    }

    private static void check(Layer.Signed layer, SignedClaims original, List<Reason> more) {
        SignedReceipt receipt = layer.receipt().orElseThrow();
        boolean same = original.receiptRequest()
                        .filter(each -> each.identifier().equals(receipt.identifier()))
                        .isPresent()
                && original.original()
                        .filter(each -> each.signature().equals(receipt.signature()))
                        .isPresent()
                && receipt.contentType().equals(CMSObjectIdentifiers.data.getId());
        boolean digested = !layer.signers().isEmpty()
                && layer.signers().stream()
                        .allMatch(signer -> signer.claims()
                                .receiptDigest()
                                .equals(original.original().map(SignedOriginal::attributes)));
        if (!same || !digested) {
            more.add(new Reason(Reason.Code.RECEIPT_OF_ANOTHER, "it is for another letter"));
        }
    }

    /**
     * Tells whether everything is well.
     *
     * @return {@link Verdict#isTrusted}
     */
    public boolean isTrusted() {
        return verdict.isTrusted();
    }
}
