package dev.tegami.mime;

import dev.tegami.internal.mime.Dates;
import dev.tegami.internal.mime.FieldEncoder;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of a {@link Draft} that fill the header. Everything a header cannot carry (CR, LF, NUL) is refused by the
 * verb that is given it.
 */
public abstract sealed class DraftHeader permits DraftNotices {
    final Map<String, List<Address>> addresses = new LinkedHashMap<>();
    final Map<String, Function<FieldEncoder, Field>> fields = new LinkedHashMap<>();

    DraftHeader() {}

    abstract Draft self();

    abstract @Nullable Message seed();

    /**
     * Adds authors.
     *
     * @param authors addresses as written in a header; each string may be a list
     * @return this draft
     * @throws MimeException if a string holds no complete address
     */
    public Draft from(String... authors) {
        return addressees("From", authors);
    }

    /**
     * Adds authors.
     *
     * @param authors addresses
     * @return this draft
     */
    public Draft from(Address... authors) {
        return addressees("From", authors);
    }

    /**
     * Names who sends for the authors.
     *
     * @param sender one address
     * @return this draft
     * @throws MimeException if the string is not one complete address
     */
    public Draft sender(String sender) {
        addresses.remove("Sender");
        return addressees("Sender", Mailbox.parse(sender));
    }

    /**
     * Adds addresses that replies shall go to.
     *
     * @param recipients addresses as written in a header
     * @return this draft
     * @throws MimeException if a string holds no complete address
     */
    public Draft replyTo(String... recipients) {
        return addressees("Reply-To", recipients);
    }

    /**
     * Adds recipients.
     *
     * @param recipients addresses as written in a header; each string may be a list
     * @return this draft
     * @throws MimeException if a string holds no complete address
     */
    public Draft to(String... recipients) {
        return addressees("To", recipients);
    }

    /**
     * Adds recipients.
     *
     * @param recipients addresses
     * @return this draft
     */
    public Draft to(Address... recipients) {
        return addressees("To", recipients);
    }

    /**
     * Adds recipients of a copy.
     *
     * @param recipients addresses as written in a header
     * @return this draft
     * @throws MimeException if a string holds no complete address
     */
    public Draft cc(String... recipients) {
        return addressees("Cc", recipients);
    }

    /**
     * Adds recipients of a copy.
     *
     * @param recipients addresses
     * @return this draft
     */
    public Draft cc(Address... recipients) {
        return addressees("Cc", recipients);
    }

    /**
     * Adds recipients the others do not see: the field is written with the message and removed when it is sent.
     *
     * @param recipients addresses as written in a header
     * @return this draft
     * @throws MimeException if a string holds no complete address
     */
    public Draft bcc(String... recipients) {
        return addressees("Bcc", recipients);
    }

    /**
     * Adds recipients the others do not see.
     *
     * @param recipients addresses
     * @return this draft
     */
    public Draft bcc(Address... recipients) {
        return addressees("Bcc", recipients);
    }

    private Draft addressees(String field, String... lists) {
        for (String list : lists) {
            List<Address> read = Address.parseList(list);
            if (read.isEmpty()) {
                throw new MimeException("no address in \"" + list + "\"", "write it as: Name <local@domain>");
            }
            addressees(field, read.toArray(new Address[0]));
        }
        return self();
    }

    private Draft addressees(String field, Address... more) {
        List<Address> all = addresses.computeIfAbsent(field, this::before);
        Field.addresses(field, Arrays.asList(more));
        all.addAll(Arrays.asList(more));
        List<Address> snapshot = all;
        fields.put(field, chosen -> Field.addresses(field, snapshot, chosen));
        return self();
    }

    private List<Address> before(String field) {
        Message known = seed();
        return known == null ? new ArrayList<>() : new ArrayList<>(AddressReader.of(known.header(), field));
    }

    /**
     * Sets the subject.
     *
     * @param subject any text of one line
     * @return this draft
     * @throws MimeException if it holds CR, LF or NUL
     */
    public Draft subject(String subject) {
        return text("Subject", subject);
    }

    /**
     * Sets the date; without this verb it is the time of {@link Draft#build}.
     *
     * @param date the date, written to the second
     * @return this draft
     */
    public Draft date(OffsetDateTime date) {
        OffsetDateTime seconds = date.truncatedTo(ChronoUnit.SECONDS);
        fields.put("Date", chosen -> Field.structured("Date", Dates.write(seconds)));
        return self();
    }

    /**
     * Sets the message id; without this verb it is random, in the author's domain.
     *
     * @param id the id, with or without angle brackets
     * @return this draft
     * @throws MimeException if it is no id: US-ASCII without blanks, with one at sign
     */
    public Draft messageId(String id) {
        String bare = PartHeader.bare(id);
        Field field = Ids.field("Message-ID", bare);
        fields.put("Message-ID", chosen -> field);
        return self();
    }

    /**
     * Makes the message an answer: sets In-Reply-To and References.
     *
     * @param original what is answered
     * @return this draft
     */
    public Draft inReplyTo(Message original) {
        Ids.reply(original).forEach(field -> fields.put(field.name(), chosen -> field));
        return self();
    }

    /**
     * Sets a field of unstructured text; other fields of that name go.
     *
     * @param name its name
     * @param value its value
     * @return this draft
     * @throws MimeException if either cannot stand in a header
     */
    public Draft header(String name, String value) {
        return text(name, value);
    }

    /**
     * Sets a field as it is: the way out for what no other verb expresses.
     *
     * @param field the field
     * @return this draft
     */
    public Draft header(Field field) {
        fields.put(field.name(), chosen -> field);
        return self();
    }

    private Draft text(String name, String value) {
        Field.of(name, value);
        fields.put(name, chosen -> Field.text(name, value, chosen));
        return self();
    }
}
