package dev.tegami.mime;

import dev.tegami.LimitExceeded;
import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.FileOctets;
import dev.tegami.internal.bytes.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A message (RFC 5322 with MIME, RFC 2045 to 2049): a root part and a reader's view of it. Immutable and safe to share.
 * What is not touched is written back octet for octet.
 *
 * <pre>{@code
 * Message note = Message.compose()
 *         .from("Ada <ada@example.org>").to("bob@example.net")
 *         .subject("議事録").text("Hello Bob").attach(Path.of("minutes.pdf"))
 *         .build();
 * Message read = Message.parse(note.toBytes());
 * }</pre>
 */
public final class Message extends Correspondence {
    private final Part root;
    private final List<Finding> scanned;
    private final ParseOptions options;
    /** Looked for once: whoever sends a message again need not read all of it again. Threads may both look. */
    private @Nullable TransferEncoding needs;
    /** What {@link #findings} found; several threads may find the same. */
    private @Nullable List<Finding> found;

    Message(Part root, List<Finding> scanned, ParseOptions options) {
        this.root = root;
        this.scanned = scanned;
        this.options = options;
    }

    /**
     * Starts a new message.
     *
     * @return the verbs that end in {@link Draft#build}
     */
    public static Draft compose() {
        return Draft.blank();
    }

    /**
     * Makes a message of a part.
     *
     * @param root its root
     * @return the message
     */
    public static Message of(Part root) {
        return new Message(root, List.of(), ParseOptions.OWN);
    }

    /**
     * Reads a message; every array is one. Nothing is copied: the caller gives the array away.
     *
     * @param octets the message
     * @return the message
     */
    public static Message parse(byte[] octets) {
        try {
            return parse(ArrayOctets.of(octets), ParseOptions.lenient());
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail", e);
        }
    }

    /**
     * Reads a message from a file. Bodies stay in the file, and are read from it again whenever they are needed; once
     * it was changed that fails with {@link SourceChanged}.
     *
     * @param file a regular file
     * @return the message
     * @throws IOException if the file cannot be read
     */
    public static Message parse(Path file) throws IOException {
        return parse(FileOctets.of(file, SourceChanged::of), ParseOptions.lenient());
    }

    /**
     * Reads a message from a stream into memory.
     *
     * @param in the message; it is read to its end and not closed
     * @param limits the bounds, of which {@link Limits#memory} bounds the whole message
     * @return the message
     * @throws IOException if the stream cannot be read
     * @throws LimitExceeded if the message is longer than {@link Limits#memory}
     */
    public static Message parse(InputStream in, Limits limits) throws IOException {
        byte[] octets = in.readNBytes(limits.memory());
        if (octets.length == limits.memory() && in.read() >= 0) {
            throw new LimitExceeded(
                    "Limits.memory", limits.memory(), "store the message in a file and parse that, or raise the limit");
        }
        return parse(ArrayOctets.of(octets), ParseOptions.lenient().limits(limits));
    }

    /**
     * Reads a message from a source. Bodies are read from it again whenever they are needed.
     *
     * @param source the message
     * @return the message
     * @throws IOException if the source cannot be read
     */
    public static Message parse(Source source) throws IOException {
        return parse(source, ParseOptions.lenient());
    }

    /**
     * Reads a message from a source, as the options say.
     *
     * @param source the message
     * @param options how to read it
     * @return the message
     * @throws IOException if the source cannot be read
     * @throws MimeException if the options are strict and there is a finding
     */
    public static Message parse(Source source, ParseOptions options) throws IOException {
        return parse(OctetSource.octets(source), options);
    }

    private static Message parse(Octets octets, ParseOptions options) throws IOException {
        Message message = TreeBuilder.parse(octets, options);
        if (options.conformance() == ParseOptions.Conformance.STRICT) {
            for (Finding finding : message.findings()) {
                if (finding.kind() != Finding.Kind.LF_LINES) {
                    throw new MimeException(
                            finding.kind() + " at octet " + finding.offset() + ": " + finding.detail(),
                            "parse leniently");
                }
            }
        }
        return message;
    }

    /**
     * Gives the root part.
     *
     * @return the root
     */
    public Part root() {
        return root;
    }

    @Override
    public Header header() {
        return root.header();
    }

    /**
     * Gives what a reader of plain text sees: the text bodies by the algorithm of RFC 8621 section 4.1.4, one below the
     * other.
     *
     * @return the text; empty if there is none
     * @throws LimitExceeded if it would be longer than the {@link Limits#memory} the message was read with
     */
    @Override
    public Optional<String> text() {
        return BodyView.text(view().textBody(), options.limits().memory());
    }

    /**
     * Gives what a reader of HTML sees, by the same algorithm.
     *
     * @return the HTML; empty if there is no HTML in the message
     * @throws LimitExceeded if it would be longer than the {@link Limits#memory} the message was read with
     */
    @Override
    public Optional<String> html() {
        return BodyView.html(view().htmlBody(), options.limits().memory());
    }

    /**
     * Gives the first words, as lists of messages show them: at most 256 characters of one line, without quotations and
     * the signature; of HTML where there is no text. Of each part no more than 64 KiB are read.
     *
     * @return the words; empty if there are none
     */
    public String preview() {
        return Preview.of(this);
    }

    /**
     * Lists the parts that {@link #text} is made of, by the same algorithm; pictures that stand among them are there too.
     *
     * @return the parts in their order
     */
    public List<Part> textBody() {
        return view().textBody();
    }

    /**
     * Lists the parts that {@link #html} is made of, by the same algorithm; pictures that stand among them are there too.
     *
     * @return the parts in their order
     */
    public List<Part> htmlBody() {
        return view().htmlBody();
    }

    /**
     * Lists what is neither text nor HTML of the message itself, by the same algorithm: attached files and messages,
     * and the pictures that HTML refers to.
     *
     * @return the parts in their order
     */
    public List<Part> attachments() {
        return view().attachments();
    }

    /**
     * Finds the part that a {@code cid:} URL names.
     *
     * @param contentId the id without angle brackets
     * @return the first such part
     */
    public Optional<Part> inline(String contentId) {
        return BodyView.find(
                root,
                BodyView.PARTS,
                part -> part.contentId().filter(contentId::equals).isPresent());
    }

    private BodyView<Part> view() {
        return BodyView.of(root, BodyView.PARTS);
    }

    /**
     * Lists what is not as the RFCs want it: in the message's shape, its addresses and dates, the charsets and encodings
     * it names, and in the octets of its bodies. The first call reads all octets; what stands inside an encoded message
     * is told by that message.
     *
     * @return the findings, those of the shape first
     * @throws UncheckedIOException if a source cannot be read
     * @throws SourceChanged if a source is not what it was
     */
    public List<Finding> findings() {
        List<Finding> known = found;
        if (known == null) {
            known = Inspection.of(this, scanned);
            found = known;
        }
        return known;
    }

    @Override
    Message self() {
        return this;
    }

    ParseOptions options() {
        return options;
    }

    /**
     * Starts a change: a draft that holds this message. Every octet that no verb touches stays.
     *
     * @return the verbs that end in {@link Draft#build}
     */
    public Draft edit() {
        return Draft.of(this);
    }

    /**
     * Applies a function, such as signing or encrypting.
     *
     * @param function what to do
     * @return what it gives
     */
    public Message with(UnaryOperator<Message> function) {
        return function.apply(this);
    }

    /**
     * Changes the header of the root; the body keeps its octets.
     *
     * @param changed the new header
     * @return a new message
     * @throws MimeException if the header contradicts the body
     */
    public Message withHeader(Header changed) {
        return new Message(root.with(changed), List.of(), options);
    }

    /**
     * Removes Bcc and its resent form, as sending does.
     *
     * @return a message without them
     */
    public Message withoutBcc() {
        Header before = header();
        if (before.find("Bcc") == null && before.find("Resent-Bcc") == null) {
            return this;
        }
        return withHeader(before.without("Bcc").without("Resent-Bcc"));
    }

    /**
     * Tells what the written octets demand of a transport: {@link TransferEncoding#SEVEN_BIT}, {@link
     * TransferEncoding#EIGHT_BIT} or {@link TransferEncoding#BINARY}. All octets are looked at, the first time.
     *
     * @return the least transport that carries them unharmed
     * @throws UncheckedIOException if a source cannot be read
     */
    public TransferEncoding needs() {
        TransferEncoding known = needs;
        if (known == null) {
            known = Demands.of(root.octets());
            needs = known;
        }
        return known;
    }

    /**
     * Tells whether a header holds more than US-ASCII, so that the message can be sent only over SMTPUTF8 (RFC 6531).
     *
     * @return true if a header field of the message or a part does
     */
    public boolean needsSmtpUtf8() {
        return Demands.inHeaders(root);
    }

    /**
     * Encodes what a transport would not carry unharmed: contents of 8bit or binary become quoted-printable or base64.
     * What fits already keeps its octets.
     *
     * @param transport {@link TransferEncoding#SEVEN_BIT}, {@link TransferEncoding#EIGHT_BIT} or {@link
     *     TransferEncoding#BINARY}
     * @return a message that fits
     * @throws MimeException if a signed part would have to change (RFC 1847), or a header itself does not fit
     */
    public Message fitFor(TransferEncoding transport) {
        if (needs().fits(transport)) {
            return this;
        }
        return new Message(Refit.to(transport, root), List.of(), options);
    }

    /**
     * Gives all octets exactly as they were received or will be written.
     *
     * @return the octets
     */
    public Source raw() {
        return root.raw();
    }

    /**
     * Writes all octets.
     *
     * @param out where to; it is neither flushed nor closed
     * @throws IOException if reading a source or writing fails
     * @throws SourceChanged if a source is not what it was
     */
    public void writeTo(OutputStream out) throws IOException {
        root.octets().writeTo(out);
    }

    /**
     * Gives all octets in an array of their own.
     *
     * @return a copy
     * @throws UncheckedIOException if a source cannot be read
     */
    public byte[] toBytes() {
        return OctetSource.bytes(root.octets());
    }

    /**
     * Tells how many octets the message has.
     *
     * @return the number, or -1 if only writing shows it
     */
    public long size() {
        return root.octets().size();
    }
}
