package dev.tegami.mime;

import dev.tegami.internal.mime.Dates;
import dev.tegami.internal.mime.MessageIds;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What the header of a {@link Message} tells its reader: who wrote it to whom, when, and about what. */
public abstract sealed class Letterhead permits Correspondence {
    Letterhead() {}

    /**
     * Gives the root's header.
     *
     * @return the header
     */
    public abstract Header header();

    /**
     * Gives the subject, decoded.
     *
     * @return the subject
     */
    public Optional<String> subject() {
        return header().first("Subject").map(Field::value);
    }

    /**
     * Lists the authors.
     *
     * @return the addresses in From
     */
    public List<Address> from() {
        return addresses("From");
    }

    /**
     * Lists the recipients.
     *
     * @return the addresses in To
     */
    public List<Address> to() {
        return addresses("To");
    }

    /**
     * Lists those who get a copy.
     *
     * @return the addresses in Cc
     */
    public List<Address> cc() {
        return addresses("Cc");
    }

    /**
     * Lists those who get a copy the others do not know of.
     *
     * @return the addresses in Bcc
     */
    public List<Address> bcc() {
        return addresses("Bcc");
    }

    /**
     * Lists where replies shall go.
     *
     * @return the addresses in Reply-To
     */
    public List<Address> replyTo() {
        return addresses("Reply-To");
    }

    /**
     * Gives who sent the message for its authors.
     *
     * @return the address in Sender
     */
    public Optional<Mailbox> sender() {
        return addresses("Sender").stream()
                .flatMap(address -> address.mailboxes().stream())
                .findFirst();
    }

    private List<Address> addresses(String field) {
        return AddressReader.of(header(), field);
    }

    /**
     * Gives the date; without a zone that can be understood it counts as UTC.
     *
     * @return the date; empty if there is none that can be read
     */
    public Optional<OffsetDateTime> date() {
        return header().first("Date").map(field -> Dates.parse(field.unfolded()));
    }

    /**
     * Gives the message id without its angle brackets.
     *
     * @return the id
     */
    public Optional<String> messageId() {
        return header().first("Message-ID")
                .map(Field::value)
                .map(PartHeader::bare)
                .filter(id -> !id.isEmpty());
    }

    /**
     * Gives the subject without marks of answers, forwards and lists, as servers sort and thread by it (RFC 5256 section
     * 2.1). Letters keep their case; compare without regard to it.
     *
     * @return the base subject; empty if nothing else is there
     */
    public String baseSubject() {
        return BaseSubject.of(subject().orElse("")).text();
    }

    /**
     * Lists the ids of the messages that this one answers, without angle brackets.
     *
     * @return the ids in In-Reply-To
     */
    public List<String> inReplyTo() {
        return ids("In-Reply-To");
    }

    /**
     * Lists the ids of the messages before this one in its thread, the first one first: those in References, or else the
     * first one in In-Reply-To (RFC 5256 section 3).
     *
     * @return the ids without angle brackets
     */
    public List<String> references() {
        List<String> ids = ids("References");
        return ids.isEmpty() ? inReplyTo().stream().limit(1).toList() : ids;
    }

    private List<String> ids(String name) {
        return header().all(name).stream()
                .flatMap(field -> MessageIds.of(field.value()).stream())
                .toList();
    }
}
