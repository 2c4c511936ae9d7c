package dev.tegami.mime;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.HtmlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link Message} becomes when somebody answers it or passes it on. Each verb gives a draft to go on with.
 *
 * <pre>{@code
 * Message answer = letter.reply()
 *         .from("bob@example.net")
 *         .text("Yes.\r\n\r\nAda wrote:\r\n" + letter.quoted())
 *         .build();
 * }</pre>
 */
public abstract sealed class Correspondence extends Letterhead permits Message {
    Correspondence() {}

    /**
     * Gives the plain text.
     *
     * @return the text; empty if there is none
     */
    public abstract Optional<String> text();

    /**
     * Gives the HTML.
     *
     * @return the HTML; empty if there is none
     */
    public abstract Optional<String> html();

    abstract Message self();

    /**
     * Lists attachments like {@link Message#attachments()}, and looks for files that are packed in other ways. A {@code
     * winmail.dat} in which anything is found is replaced by what it holds; what is damaged in it, {@link Tnef} and
     * {@link TextFiles} tell.
     *
     * <pre>{@code
     * for (Part file : message.attachments(Packed.TNEF, Packed.TEXT)) { … }
     * }</pre>
     *
     * @param ways which ways
     * @return the files in the text first, then the attachments in their order
     * @throws dev.tegami.LimitExceeded if a {@code winmail.dat} is longer than the {@link Limits#memory} the message was
     *     read with
     * @throws java.io.UncheckedIOException if a source cannot be read
     */
    public List<Part> attachments(Packed... ways) {
        return Packed.attachments(self(), ways);
    }

    /**
     * Begins an answer to the author, or to whom Reply-To names: with the thread's ids (RFC 5322 section 3.6.4) and the
     * subject behind {@code Re:}. From is left to the caller.
     *
     * @return a draft
     */
    public Draft reply() {
        return answer().to(sendable(answerTo()));
    }

    /**
     * Begins an answer to the author and everybody the message went to, but for oneself. An answer to a message of one's
     * own goes to its recipients.
     *
     * @param self addresses of whoever answers, as written in a header
     * @return a draft
     * @throws MimeException if a string holds no complete address
     */
    public Draft replyAll(String... self) {
        Map<String, Mailbox> own = new LinkedHashMap<>();
        Arrays.stream(self).map(Mailbox::parse).forEach(mailbox -> own.put(key(mailbox), mailbox));
        boolean mine = mailboxes(from()).stream().anyMatch(mailbox -> own.containsKey(key(mailbox)));
        Map<String, Mailbox> known = new LinkedHashMap<>(own);
        List<Mailbox> to = others(mine ? to() : answerTo(), known);
        List<Mailbox> cc = others(mine ? cc() : joined(to(), cc()), known);
        return answer().to(to.toArray(new Address[0])).cc(cc.toArray(new Address[0]));
    }

    /**
     * Begins a message that has this one attached, whole and unchanged but for its Bcc, with the subject behind
     * {@code Fwd:}. From and recipients are left to the caller.
     *
     * @return a draft
     */
    public Draft forward() {
        return Message.compose().subject(prefixed("Fwd: ", "fwd:", "fw:")).attach(self().withoutBcc());
    }

    /**
     * Gives the text as an answer quotes it: {@code >} before each line, the signature left out. HTML alone becomes plain
     * text.
     *
     * @return lines that end in CRLF, as {@link Draft#flowed} understands them; empty without a text
     */
    public String quoted() {
        String text = text().filter(found -> !found.isBlank())
                .or(() -> html().map(HtmlText::of))
                .orElse("");
        StringBuilder quoted = new StringBuilder(text.length() + 64);
        for (String line : TextContent.withCrlf(text.stripTrailing()).split("\r\n", -1)) {
            if (line.equals("-- ") || text.isBlank()) {
                break;
            }
            quoted.append(line.startsWith(">") || line.isEmpty() ? ">" : "> ")
                    .append(line)
                    .append("\r\n");
        }
        return quoted.toString();
    }

    private Draft answer() {
        return Message.compose().subject(prefixed("Re: ", "re:")).inReplyTo(self());
    }

    private List<Address> answerTo() {
        return replyTo().isEmpty() ? from() : replyTo();
    }

    private String prefixed(String prefix, String... known) {
        String subject = Harmless.text(subject().orElse("")).strip();
        String lower = Ascii.lower(subject);
        return Arrays.stream(known).anyMatch(lower::startsWith) ? subject : (prefix + subject).strip();
    }

    private static List<Mailbox> others(List<Address> addresses, Map<String, Mailbox> known) {
        List<Mailbox> others = new ArrayList<>();
        for (Mailbox mailbox : mailboxes(addresses)) {
            if (known.putIfAbsent(key(mailbox), mailbox) == null) {
                others.add(mailbox);
            }
        }
        return others;
    }

    private static Address[] sendable(List<Address> addresses) {
        return mailboxes(addresses).toArray(new Address[0]);
    }

    /** Only what mail can be sent to. */
    private static List<Mailbox> mailboxes(List<Address> addresses) {
        return addresses.stream()
                .flatMap(address -> address.mailboxes().stream())
                .filter(mailbox ->
                        !mailbox.localPart().isEmpty() && !mailbox.domain().isEmpty())
                .toList();
    }

    private static List<Address> joined(List<Address> first, List<Address> second) {
        List<Address> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static String key(Mailbox mailbox) {
        return Ascii.lower(mailbox.address());
    }
}
