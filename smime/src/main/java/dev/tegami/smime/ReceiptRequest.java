package dev.tegami.smime;

import dev.tegami.mime.Mailbox;
import java.util.List;

/**
 * Asks readers to sign that they got and verified a letter (RFC 2634 section 2). Nobody has to answer, and nothing answers
 * by itself. Immutable.
 *
 * <pre>{@code
 * Message sent = note.with(Smime.sign(ada).requesting(ReceiptRequest.to(adaMailbox)));
 * SignedClaims original = Smime.open(sent, Keys.none(), trust).signers().get(0).claims(); // kept with the letter sent
 * ReceiptReport report = ReceiptReport.of(Smime.open(received, keys, trust), original);
 * }</pre>
 *
 * @param identifier what names the letter in hexadecimal; empty until it is signed, and then another one for each letter
 * @param from of whom receipts are wanted
 * @param listed of whom they are wanted, if {@code from} is {@link From#LISTED}
 * @param to where to send them
 */
public record ReceiptRequest(String identifier, From from, List<Mailbox> listed, List<Mailbox> to) {
    /** Of whom receipts are wanted. */
    public enum From {
        /** Of everyone. */
        EVERYONE,
        /** Of everyone who got it directly, not by way of a mailing list. */
        FIRST_TIER,
        /** Of some, who are named. */
        LISTED
    }

    /**
     * Takes copies of the collections.
     *
     * @param identifier what names the letter in hexadecimal; empty until it is signed
     * @param from of whom receipts are wanted
     * @param listed of whom they are wanted, if {@code from} is {@link From#LISTED}
     * @param to where to send them
     */
    public ReceiptRequest {
        listed = List.copyOf(listed);
        to = List.copyOf(to);
        if (to.isEmpty()) {
            throw new SmimeException("nobody would get the receipts", "say where to send them");
        }
    }

    /**
     * Asks everyone.
     *
     * @param to where to send receipts
     * @return the request
     */
    public static ReceiptRequest to(Mailbox... to) {
        return new ReceiptRequest("", From.EVERYONE, List.of(), List.of(to));
    }

    /**
     * Asks some only.
     *
     * @param readers whom to ask
     * @return a new request
     */
    public ReceiptRequest from(Mailbox... readers) {
        return new ReceiptRequest(identifier, From.LISTED, List.of(readers), to);
    }

    /**
     * Asks those only who do not get it by way of a mailing list.
     *
     * @return a new request
     */
    public ReceiptRequest firstTier() {
        return new ReceiptRequest(identifier, From.FIRST_TIER, List.of(), to);
    }

    boolean isAsked(Mailbox reader) {
        return from != From.LISTED
                || listed.stream().anyMatch(each -> MemoryStore.name(each).equals(MemoryStore.name(reader)));
    }
}
