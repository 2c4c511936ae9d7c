package dev.tegami.smime;

import dev.tegami.mime.Address;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.smime.internal.Der;
import dev.tegami.smime.internal.DigestAlgorithm;
import dev.tegami.smime.internal.SignedDataWriter;
import dev.tegami.smime.internal.SignerSpec;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;

/**
 * A receipt that the author of a letter wants (RFC 2634 section 2), after what mailing lists on its way said of that.
 * Nothing is sent unless the reader says so: a receipt tells that a mailbox is read. Immutable.
 *
 * <pre>{@code
 * RequestedReceipt.in(letter)
 *         .filter(wanted -> wanted.isAsked(bobMailbox) && bobAgrees())
 *         .ifPresent(wanted -> smtp.send(wanted.signedBy(bob, bobMailbox)));
 * }</pre>
 *
 * @param request what the author asked for
 * @param original the signature that the receipt is for
 * @param to where to send it
 */
public record RequestedReceipt(ReceiptRequest request, SignedOriginal original, List<Mailbox> to) {
    /**
     * Takes a copy of the list.
     *
     * @param request what the author asked for
     * @param original the signature that the receipt is for
     * @param to where to send it
     */
    public RequestedReceipt {
        to = List.copyOf(to);
    }

    /**
     * Sees whether a letter asks for a receipt. One that was changed on its way does not, nor does a receipt, nor one of
     * several signers who ask for different things.
     *
     * @param opened the letter
     * @return the receipt wanted; empty if there is none, or a mailing list says so
     */
    public static Optional<RequestedReceipt> in(Opened opened) {
        List<Layer.Signed> layers = opened.layers().stream()
                .filter(Layer.Signed.class::isInstance)
                .map(Layer.Signed.class::cast)
                .toList();
        if (layers.isEmpty()
                || opened.verdict().mark(Axis.INTEGRITY) != Mark.GOOD
                || layers.stream().anyMatch(each -> each.receipt().isPresent())) {
            return Optional.empty();
        }
        List<SignedClaims> claims = layers.get(layers.size() - 1).signers().stream()
                .map(SignerReport::claims)
                .filter(each ->
                        each.receiptRequest().isPresent() && each.original().isPresent())
                .toList();
        Set<ReceiptRequest> asked = new LinkedHashSet<>();
        claims.forEach(each -> each.receiptRequest().ifPresent(asked::add));
        if (asked.size() != 1) {
            return Optional.empty();
        }
        ReceiptRequest request = asked.iterator().next();
        SignedOriginal original = claims.get(0).original().orElseThrow();
        return addressees(request, last(layers)).map(to -> new RequestedReceipt(request, original, to));
    }

    /** The list that sent it on last, which signed the outermost layer that tells of lists. */
    private static Optional<ListExpansion> last(List<Layer.Signed> layers) {
        return layers.stream()
                .flatMap(each -> each.signers().stream())
                .map(each -> each.claims().expansions())
                .filter(each -> !each.isEmpty())
                .map(each -> each.get(each.size() - 1))
                .findFirst();
    }

    /** Where receipts go; empty if none are wanted any more. */
    private static Optional<List<Mailbox>> addressees(ReceiptRequest request, Optional<ListExpansion> list) {
        ListExpansion.Receipts said = list.map(ListExpansion::receipts).orElse(ListExpansion.Receipts.AS_ASKED);
        boolean direct = request.from() == ReceiptRequest.From.FIRST_TIER;
        if (said == ListExpansion.Receipts.NONE
                || (direct && list.isPresent() && said == ListExpansion.Receipts.AS_ASKED)) {
            return Optional.empty();
        }
        Set<Mailbox> to = new LinkedHashSet<>();
        if (said != ListExpansion.Receipts.INSTEAD && !(direct && list.isPresent())) {
            to.addAll(request.to());
        }
        list.filter(each -> said != ListExpansion.Receipts.AS_ASKED).ifPresent(each -> to.addAll(each.to()));
        return to.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(to));
    }

    /**
     * Tells whether somebody is asked.
     *
     * @param reader who
     * @return whether the author wants a receipt of this reader
     */
    public boolean isAsked(Mailbox reader) {
        return request.isAsked(reader);
    }

    /**
     * Writes the receipt. Encrypt it if the letter was encrypted.
     *
     * @param by who signs it
     * @param reader whose receipt it is: an address of the identity's certificate
     * @return a message to all who want it, application/pkcs7-mime with the smime-type signed-receipt
     * @throws SmimeException if the reader is not asked, or is somebody else, or the key does not sign
     */
    public Message signedBy(Identity by, Mailbox reader) {
        if (!isAsked(reader) || !AuthorCheck.isNamed(reader, by.certificate())) {
            throw new SmimeException(
                    reader.address() + " gives no receipt",
                    "a receipt is for those who are asked, signed with a certificate for their address");
        }
        byte[] receipt = Der.of(EssAttributes.encoded(
                new SignedReceipt(CMSObjectIdentifiers.data.getId(), request.identifier(), original.signature())));
        SignerSpec signer = Signing.spec(by, by.signatureAlgorithm());
        DigestAlgorithm digest = signer.scheme().digest();
        Attribute basis = new Attribute(
                EssAttributes.SIGNATURE_DIGEST,
                new DERSet(new DEROctetString(HexFormat.of().parseHex(original.attributes()))));
        Map<DigestAlgorithm, byte[]> digests = new EnumMap<>(DigestAlgorithm.class);
        digests.put(digest, digest.of(receipt));
        try {
            Source cms = new SignedDataWriter(List.of(signer), Clock.systemUTC().instant(), null)
                    .of(EssAttributes.RECEIPT)
                    .stating(List.of(basis))
                    .opaque(digests, Source.of(receipt));
            Message empty = Message.compose()
                    .from(new Address[] {reader})
                    .to(new ArrayList<Address>(to).toArray(Address[]::new))
                    .subject("Receipt")
                    .text("")
                    .build();
            return Cms.message(Inner.outside(empty), Cms.part(cms, "pkcs7-mime", "signed-receipt", "smime.p7m"));
        } catch (GeneralSecurityException e) {
            throw new SmimeException("the receipt cannot be signed", "see whether the key fits the algorithm", e);
        }
    }
}
