package dev.tegami.mime;

import dev.tegami.internal.mime.Boundary;
import dev.tegami.internal.mime.FieldEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The verbs that make a message and end in {@link #build}. A draft is for one thread; what it builds is immutable.
 * Everything a header cannot carry (CR, LF, NUL) is refused by the verb that is given it.
 *
 * <pre>{@code
 * Message note = Message.compose()
 *         .from("Ada <ada@example.org>").to("bob@example.net", "eve@example.com")
 *         .subject("議事録").text("Hello").html("<p>Hello</p>")
 *         .attach(Path.of("minutes.pdf"))
 *         .build();
 * }</pre>
 */
public final class Draft extends DraftAttachments {
    private final @Nullable Message seed;
    private final List<Function<Part, Part>> changes = new ArrayList<>();
    private FieldEncoder encoder = FieldEncoder.of(StandardCharsets.UTF_8);
    private Boundaries boundaries = Boundaries.RANDOM;
    private Supplier<String> idLeft = () -> Boundary.letters(26);
    private boolean deterministic;

    private Draft(@Nullable Message seed) {
        this.seed = seed;
    }

    @Override
    Draft self() {
        return this;
    }

    @Override
    @Nullable
    Message seed() {
        return seed;
    }

    static Draft blank() {
        return new Draft(null);
    }

    static Draft of(Message seed) {
        return new Draft(seed);
    }

    /**
     * Sets the plain text. Line ends may be any; they become CRLF.
     *
     * @param text the text
     * @return this draft
     */
    public Draft text(String text) {
        composition.text(text);
        return this;
    }

    /**
     * Sets the HTML text; beside plain text it becomes the better alternative.
     *
     * @param html the HTML
     * @return this draft
     */
    public Draft html(String html) {
        composition.html(html);
        return this;
    }

    /**
     * Makes the plain text of the HTML, by {@link PlainText#ofHtml}, where no text is given.
     *
     * @return this draft
     */
    public Draft textFromHtml() {
        return textFromHtml(PlainText::ofHtml);
    }

    /**
     * Makes the plain text of the HTML, by a function of the caller's, where no text is given.
     *
     * @param conversion makes text of HTML; called by {@link #build}
     * @return this draft
     */
    public Draft textFromHtml(UnaryOperator<String> conversion) {
        composition.textOfHtml(conversion);
        return this;
    }

    /**
     * Adds a further form of the text, between the plain text and the HTML. Programs show the last form they know (RFC
     * 2046 section 5.1.4), so most readers still see the HTML; others look for a type of their own, such as AMP.
     *
     * <pre>{@code
     * Message.compose().text("Hello").html("<p>Hello</p>").alternative(ContentType.of("text", "markdown"), "# Hello")
     * }</pre>
     *
     * @param type what it is; its charset is set
     * @param text the text; line ends may be any
     * @return this draft
     * @throws MimeException if it is no type of text; later, by {@link #build}, if the draft is an edit
     */
    public Draft alternative(ContentType type, String text) {
        composition.alternative(type, text);
        return this;
    }

    /**
     * Adds a calendar object, such as an invitation or the answer to one (RFC 6047), as the last alternative to the text:
     * the programs of most readers show it so. Nothing of it is read but its METHOD, which the part has to state too.
     *
     * <pre>{@code
     * Message.compose().to("bob@example.net").subject("Lunch").text("Lunch on Friday?").calendar(ics)
     * }</pre>
     *
     * @param ics the object, from BEGIN:VCALENDAR to END:VCALENDAR; line ends may be any
     * @return this draft
     * @throws MimeException if it is no such object, or has not one METHOD; later, by {@link #build}, if the draft is an edit
     */
    public Draft calendar(String ics) {
        composition.calendar(Calendar.of(ics));
        return this;
    }

    /**
     * Adds a calendar object, and attaches it as a file too, for programs that look for one.
     *
     * @param ics the object
     * @param fileName such as {@code invite.ics}
     * @return this draft
     * @throws MimeException as {@link #calendar(String)} does, or if the name holds what no header may carry
     */
    public Draft calendar(String ics, String fileName) {
        calendar(ics);
        byte[] octets = TextContent.withCrlf(ics).getBytes(StandardCharsets.UTF_8);
        return attach(fileName, ContentType.of("application", "ics"), Source.of(octets));
    }

    /**
     * Makes the message a report (multipart/report, RFC 6522): its text comes first, and these parts follow.
     *
     * @param type the kind of report, such as {@code delivery-status}
     * @param parts the part for programs, and what is returned of the message that the report is about
     * @return this draft
     * @throws MimeException if there is no part, or the kind holds what no header may carry; later, by {@link #build}, if the draft is an edit,
     *     or has attachments as well
     */
    public Draft report(String type, Part... parts) {
        composition.report(ContentType.of("multipart", "report").with("report-type", type), parts);
        return this;
    }

    /**
     * Puts a part in the place of one of the edited message.
     *
     * @param old a part of the message, this very one
     * @param replacement what comes in its place
     * @return this draft
     */
    public Draft replace(Part old, Part replacement) {
        changes.add(root -> TreeEdit.replace(root, old, replacement));
        return this;
    }

    /**
     * Takes a part out of the edited message.
     *
     * @param part a part of one of the message's multiparts, this very one
     * @return this draft
     */
    public Draft remove(Part part) {
        changes.add(root -> TreeEdit.remove(root, part));
        return this;
    }

    /**
     * Writes text beyond US-ASCII in this charset where it can express it, and in UTF-8 where not: for readers that
     * know only a legacy charset such as ISO-2022-JP.
     *
     * @param charset the charset; UTF-8 without this verb
     * @return this draft
     */
    public Draft charset(Charset charset) {
        composition.charset(charset);
        encoder = FieldEncoder.of(charset);
        return this;
    }

    /**
     * Writes header fields in raw UTF-8 (RFC 6532): only for transports with SMTPUTF8.
     *
     * @return this draft
     */
    public Draft utf8Header() {
        encoder = FieldEncoder.utf8();
        return this;
    }

    /**
     * Lets text stand unencoded where this transport carries it, and attachments where it is binary (RFC 3030); 7bit
     * without this verb. Attachments are base64 for any other transport, since nothing else keeps every octet of a file.
     *
     * @param transport {@link TransferEncoding#SEVEN_BIT}, {@link TransferEncoding#EIGHT_BIT} or {@link
     *     TransferEncoding#BINARY}
     * @return this draft
     */
    public Draft transport(TransferEncoding transport) {
        composition.transport(transport);
        return this;
    }

    /**
     * Lets the lines of the plain text flow (RFC 3676), so that narrow and wide screens both show it well: each line
     * given is a paragraph, and loses blanks at its end. One that begins with {@code >} is quoted and flows inside its
     * quotation. Long paragraphs in scripts without blanks are written with the parameter DelSp.
     *
     * @return this draft
     */
    public Draft flowed() {
        composition.flowed();
        return this;
    }

    /**
     * Makes the same octets from the same verbs: ids and boundaries follow from the seed. A new message must be given
     * its date, or {@link #build} refuses. Not for mail that travels, whose boundaries nobody should guess.
     *
     * @param number any number
     * @return this draft
     */
    public Draft deterministic(long number) {
        SplittableRandom random = new SplittableRandom(number);
        boundaries = Boundaries.following(random);
        idLeft = () -> Long.toString(random.nextLong() >>> 1, 36);
        deterministic = true;
        return this;
    }

    /**
     * Makes the message.
     *
     * @return the message
     * @throws UncheckedIOException if an attached file cannot be reached
     * @throws MimeException if a part to change is none of the edited message's, or the draft is deterministic and new
     *     and has no date
     */
    public Message build() {
        try {
            return seed == null ? fresh() : changed(seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Message fresh() throws IOException {
        if (deterministic && !fields.containsKey("Date")) {
            throw new MimeException("a deterministic draft has no date", "give it one with date(...)");
        }
        List<Address> authors = addresses.getOrDefault("From", List.of());
        Header header = Assembly.fresh(fields, encoder, authors, idLeft);
        return Message.of(Assembly.joined(header, composition.fresh(boundaries, idLeft)));
    }

    private Message changed(Message before) throws IOException {
        Part root = before.root();
        for (Function<Part, Part> change : changes) {
            root = change.apply(root);
        }
        root = composition.changed(root, boundaries, idLeft);
        Header header = Assembly.changed(root.header(), fields, encoder);
        return root == before.root() && header.equals(root.header())
                ? before
                : new Message(root.with(header), List.of(), before.options());
    }
}
