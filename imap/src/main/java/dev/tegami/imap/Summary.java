package dev.tegami.imap;

import dev.tegami.mime.Address;
import dev.tegami.mime.Message;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What was fetched of one message: as much as was asked for. Immutable.
 *
 * <pre>{@code
 * for (Summary s : inbox.fetch(inbox.search(Search.unseen()), Fetch.ENVELOPE, Fetch.FLAGS)) {
 *     System.out.println(s.uid() + " " + s.subject().orElse("(none)"));
 * }
 * }</pre>
 */
public interface Summary {
    /**
     * Gives the sequence number, valid until the next EXPUNGE.
     *
     * @return 1 or more
     */
    long number();

    /**
     * Gives the UID.
     *
     * @return the UID
     * @throws IllegalStateException if it was not fetched
     */
    long uid();

    /**
     * Gives the flags.
     *
     * @return the flags, empty also if they were not fetched
     */
    Set<Flag> flags();

    /**
     * Gives the octets of the message.
     *
     * @return the size, if fetched
     */
    OptionalLong size();

    /**
     * Gives the number of the last change (RFC 7162).
     *
     * @return the number, if the server gave it
     */
    OptionalLong modSeq();

    /**
     * Tells when the message came to the server.
     *
     * @return the moment, if fetched
     */
    Optional<OffsetDateTime> internalDate();

    /**
     * Gives the subject, decoded.
     *
     * @return the subject, if fetched and there is one
     */
    Optional<String> subject();

    /**
     * Gives the date of the header.
     *
     * @return the date, if fetched and readable
     */
    Optional<OffsetDateTime> date();

    /**
     * Gives the message id without its angle brackets, as a local parse does.
     *
     * @return the id, if fetched and there is one
     */
    Optional<String> messageId();

    /**
     * Gives the id of the message this one answers, without its angle brackets.
     *
     * @return the id, if fetched and there is one
     */
    Optional<String> inReplyTo();

    /**
     * Gives the authors.
     *
     * @return the addresses, empty also if not fetched
     */
    List<Address> from();

    /**
     * Gives the first recipients.
     *
     * @return the addresses, empty also if not fetched
     */
    List<Address> to();

    /**
     * Gives the recipients of copies.
     *
     * @return the addresses, empty also if not fetched
     */
    List<Address> cc();

    /**
     * Gives the shape.
     *
     * @return the shape, if fetched and readable
     */
    Optional<Structure> structure();

    /**
     * Gives a stretch that was fetched into memory.
     *
     * @param section which
     * @return the octets, if fetched and the server has it
     */
    Optional<byte[]> section(Section section);

    /**
     * Gives the whole message, if it was fetched into memory by {@link Section#ALL}. Its octets are not copied.
     *
     * @return the message, if fetched
     */
    Optional<Message> message();

    /**
     * Tells what was wrong with an item that the server sent and that could not be read: it counts as not fetched.
     *
     * @return what was wrong, if anything was
     */
    Optional<String> damage();

    /**
     * Gives a few words of the text (RFC 8970).
     *
     * @return the words, if fetched and the server has them
     */
    Optional<String> preview();

    /**
     * Tells when the message came to this folder (RFC 8514).
     *
     * @return the moment, if fetched and the server keeps it
     */
    Optional<OffsetDateTime> saveDate();

    /**
     * Gives the id that the message keeps in every folder (RFC 8474).
     *
     * @return the id, if fetched
     */
    Optional<String> emailId();

    /**
     * Gives the id of the conversation (RFC 8474).
     *
     * @return the id, if fetched and the server has one
     */
    Optional<String> threadId();

    /**
     * Gives the content of a part that was fetched by {@link Fetch#binary}.
     *
     * @param section which
     * @return the octets as decoded by the server, if fetched and the server could
     */
    Optional<byte[]> binary(Section section);

    /**
     * Gives the lasting id of the message at Gmail.
     *
     * @return the id, an unsigned number of 64 bits, if it was fetched
     */
    OptionalLong gmailMessageId();

    /**
     * Gives the lasting id of the conversation at Gmail.
     *
     * @return the id, an unsigned number of 64 bits, if it was fetched
     */
    OptionalLong gmailThreadId();

    /**
     * Gives the labels at Gmail: its own, such as {@code \\Important}, and the user's.
     *
     * @return the labels, empty if they were not fetched
     */
    List<String> gmailLabels();

    /**
     * Gives what is noted on the message (RFC 5257).
     *
     * @return the annotations, empty if none were fetched
     */
    List<Annotation> annotations();
}
