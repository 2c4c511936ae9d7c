package dev.tegami.mime.trace;

import dev.tegami.internal.mime.Texts;
import dev.tegami.internal.mime.TraceLine;
import dev.tegami.mime.Address;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Mailbox;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One step of a message on its way (RFC 5321 section 4.4), in whatever form its server wrote it. Immutable. Only what one's
 * own servers wrote can be believed; the rest may have been made up by the sender.
 *
 * <pre>{@code
 * Received last = Received.of(message.header()).get(0);
 * Optional<String> client = last.address();
 * }</pre>
 */
public final class Received {
    private final TraceLine line;

    private Received(TraceLine line) {
        this.line = line;
    }

    /**
     * Reads the steps of a message.
     *
     * @param header its header
     * @return the steps, the last one first
     */
    public static List<Received> of(Header header) {
        return header.all("Received").stream()
                .map(Field::value)
                .map(Received::parse)
                .toList();
    }

    /**
     * Reads one step; total.
     *
     * @param value the value of a Received field
     * @return the step
     */
    public static Received parse(String value) {
        return new Received(TraceLine.of(value));
    }

    /**
     * Gives the name that the sending host gave itself.
     *
     * @return a domain or an address in brackets
     */
    public Optional<String> from() {
        return line.word("from");
    }

    /**
     * Gives the IP address that the receiving server saw.
     *
     * @return the address without brackets and port
     */
    public Optional<String> address() {
        return line.address();
    }

    /**
     * Names the receiving server.
     *
     * @return its domain
     */
    public Optional<String> by() {
        return line.word("by");
    }

    /**
     * Names the kind of link.
     *
     * @return such as {@code TCP}
     */
    public Optional<String> via() {
        return line.text("via");
    }

    /**
     * Names the protocol.
     *
     * @return such as {@code ESMTPS} (RFC 3848), or other words of the server
     */
    public Optional<String> with() {
        return line.text("with");
    }

    /**
     * Gives the mark by which the server logged the message.
     *
     * @return the mark without brackets
     */
    public Optional<String> id() {
        return line.word("id");
    }

    /**
     * Gives the recipient that the server wrote down.
     *
     * @return the address
     */
    public Optional<Mailbox> recipient() {
        return line.word("for").filter(text -> Texts.trouble(text).isEmpty()).stream()
                .flatMap(text -> Address.parseList(text).stream())
                .flatMap(address -> address.mailboxes().stream())
                .filter(mailbox ->
                        !mailbox.localPart().isEmpty() && !mailbox.domain().isEmpty())
                .findFirst();
    }

    /**
     * Tells when the server took the message.
     *
     * @return the date; empty if there is none that can be read
     */
    public Optional<OffsetDateTime> date() {
        return line.date();
    }

    /** Gives the text as it stands. */
    @Override
    public String toString() {
        return line.toString();
    }
}
