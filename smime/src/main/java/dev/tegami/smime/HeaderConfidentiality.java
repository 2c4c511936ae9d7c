package dev.tegami.smime;

import dev.tegami.mime.Field;
import java.util.Optional;

/**
 * What an encrypted message shows of its header outside of the encryption (RFC 9788 section 3). Inside is always the whole
 * header, but for Bcc.
 *
 * <pre>{@code
 * HeaderConfidentiality noAgent = field -> field.isNamed("User-Agent")
 *         ? Optional.empty()
 *         : HeaderConfidentiality.baseline().outside(field);
 * Message sealed = note.with(Smime.encrypt(bob).signedBy(Smime.sign(ada)).protectingHeaders(noAgent));
 * }</pre>
 */
@FunctionalInterface
public interface HeaderConfidentiality {
    /**
     * Decides about one field. The addresses in From stay what they are: a reader takes another author outside for a
     * forger's.
     *
     * @param field a field of the message
     * @return what stands outside in its place, under the same name; empty to show nothing of it
     */
    Optional<Field> outside(Field field);

    /**
     * Hides the subject behind {@code [...]} and leaves Keywords and Comments out: {@code hcp_baseline}.
     *
     * @return the policy that is usual
     */
    static HeaderConfidentiality baseline() {
        return Confidentialities::baseline;
    }

    /**
     * Hides what the baseline hides, the display names in From, Sender, Reply-To, To and Cc, and the time zone of its
     * writer: {@code hcp_shy}.
     *
     * @return the policy
     */
    static HeaderConfidentiality shy() {
        return Confidentialities::shy;
    }

    /**
     * Hides nothing; the header is protected against changes only: {@code hcp_no_confidentiality}.
     *
     * @return the policy
     */
    static HeaderConfidentiality none() {
        return Optional::of;
    }

    /**
     * Hides in an answer also what the letter that it answers had hidden (RFC 9788 section 6): its subject, its
     * correspondents, their names, and the ids of messages.
     *
     * <pre>{@code
     * Message answer = letter.message().reply().from("bob@example.net").text("Yes.").build();
     * Message sealed = answer.with(Smime.encrypt(ada).signedBy(Smime.sign(bob))
     *         .protectingHeaders(HeaderConfidentiality.baseline().answering(letter)));
     * }</pre>
     *
     * @param letter the letter that is answered
     * @return a new policy
     */
    default HeaderConfidentiality answering(Opened letter) {
        return new AnsweringConfidentiality(this, letter.headers());
    }
}
