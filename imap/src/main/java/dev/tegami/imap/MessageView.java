package dev.tegami.imap;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.BodyView;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.net.Receive;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees of a message on a server, sorted by its description into text, HTML and attachments (RFC 8621
 * section 4.1.4): only what is asked for is fetched, and it is what a parse of the whole message gives. Where the
 * description is of no use, the whole message is fetched and parsed, up to the limit {@code literal} of the session;
 * {@link #findings} tells. Nothing here marks a message as read. Used by the thread of its session while its folder is
 * selected.
 *
 * <pre>{@code
 * MessageView view = inbox.view(uid).orElseThrow();
 * System.out.println(view.text().orElse(""));
 * view.attachment("minutes.pdf").orElseThrow().toFile(Path.of("minutes.pdf"));
 * }</pre>
 */
public final class MessageView {
    private final ReadableFolder folder;
    private final long uid;
    private final Findings findings = new Findings();
    private final PartFetch fetch;
    private final @Nullable Described root;
    private final @Nullable BodyView<Described> described;
    private @Nullable Message whole;

    MessageView(ReadableFolder folder, long uid, @Nullable Structure structure) {
        this.folder = folder;
        this.uid = uid;
        this.fetch = new PartFetch(folder, uid, findings);
        this.root = structure == null || isHollow(structure) ? null : Described.of(structure);
        this.described = root == null ? null : BodyView.of(root, Described.SHAPE);
        if (root == null) {
            findings.add(
                    Discrepancy.Kind.STRUCTURE_UNREADABLE,
                    "",
                    structure == null ? "there is no BODYSTRUCTURE that can be read" : "nothing but empty parts");
        }
    }

    /** What servers tell of a multipart in which they find no part. */
    private static boolean isHollow(Structure structure) {
        Structure inner = structure;
        while (inner.isMultipart() && inner.children().size() == 1) {
            inner = inner.children().get(0);
        }
        return structure.isMultipart() && inner.size() == 0;
    }

    /**
     * Names the message.
     *
     * @return the UID
     */
    public long uid() {
        return uid;
    }

    /**
     * Lists what a reader of plain text sees; pictures that stand among the texts are there too.
     *
     * @return the parts in their order
     */
    public List<PartView> textBody() {
        return parts(BodyView::textBody, BodyView::textBody);
    }

    /**
     * Lists what a reader of HTML sees; pictures that stand among the texts are there too.
     *
     * @return the parts in their order
     */
    public List<PartView> htmlBody() {
        return parts(BodyView::htmlBody, BodyView::htmlBody);
    }

    /**
     * Lists what is neither text nor HTML of the message itself: attached files and messages, and the pictures that HTML
     * refers to.
     *
     * @return the parts in their order
     */
    public List<PartView> attachments() {
        return parts(BodyView::attachments, BodyView::attachments);
    }

    /**
     * Finds an attachment by its file name.
     *
     * @param fileName the decoded name, as {@link PartView#fileName} gives it
     * @return the first such attachment
     */
    public Optional<PartView> attachment(String fileName) {
        return attachments().stream()
                .filter(part -> part.fileName().filter(fileName::equals).isPresent())
                .findFirst();
    }

    /**
     * Finds the part that a {@code cid:} URL names.
     *
     * @param contentId the id without angle brackets
     * @return the first such part
     */
    public Optional<PartView> inline(String contentId) {
        Described top = root;
        if (whole == null && top != null) {
            return BodyView.find(top, Described.SHAPE, part -> named(part.header(), contentId))
                    .map(part -> new RemotePart(this, part));
        }
        return BodyView.find(message().root(), BodyView.PARTS, part -> named(part, contentId))
                .map(LocalPart::new);
    }

    private static boolean named(Part part, String contentId) {
        return part.contentId().filter(contentId::equals).isPresent();
    }

    /**
     * Fetches and gives what a reader of plain text sees, one below the other.
     *
     * @return the text; empty if there is none
     * @throws LimitExceeded if it is longer than the limit {@code literal} of the session
     * @throws MessageGone if the message was removed
     */
    public Optional<String> text() {
        return read(
                BodyView::textBody,
                part -> part.header().contentType().is("text/plain"),
                BodyView::text,
                Message::text);
    }

    /**
     * Fetches and gives what a reader of HTML sees.
     *
     * @return the HTML; empty if there is no HTML in the message
     * @throws LimitExceeded if it is longer than the limit {@code literal} of the session
     * @throws MessageGone if the message was removed
     */
    public Optional<String> html() {
        return read(
                BodyView::htmlBody,
                part -> part.header().contentType().type().equals("text"),
                BodyView::html,
                Message::html);
    }

    /**
     * Fetches the whole message into memory, once.
     *
     * @return the message
     * @throws LimitExceeded if it is longer than the limit {@code literal} of the session
     * @throws MessageGone if the message was removed
     */
    public Message message() {
        Message known = whole;
        if (known == null) {
            known = fetch.whole();
            whole = known;
        }
        return known;
    }

    /**
     * Lists where the server's description and the message were found to differ so far.
     *
     * @return the findings, in the order they were made
     */
    public List<Discrepancy> findings() {
        return findings.all();
    }

    private interface Reading {
        Optional<String> read(List<Part> parts, int limit);
    }

    private Optional<String> read(
            Function<BodyView<Described>, List<Described>> body,
            java.util.function.Predicate<Described> wanted,
            Reading reading,
            Function<Message, Optional<String>> local) {
        BodyView<Described> view = described;
        if (whole == null && view != null) {
            List<Optional<Part>> parts =
                    fetch.parts(body.apply(view).stream().filter(wanted).toList());
            if (parts.stream().allMatch(Optional::isPresent)) {
                return reading.read(parts.stream().flatMap(Optional::stream).toList(), fetch.limit());
            }
        }
        return local.apply(message());
    }

    private List<PartView> parts(
            Function<BodyView<Described>, List<Described>> remote, Function<BodyView<Part>, List<Part>> local) {
        BodyView<Described> view = described;
        if (whole == null && view != null) {
            return remote.apply(view).stream()
                    .map(part -> (PartView) new RemotePart(this, part))
                    .toList();
        }
        BodyView<Part> parsed = BodyView.of(message().root(), BodyView.PARTS);
        return local.apply(parsed).stream()
                .map(part -> (PartView) new LocalPart(part))
                .toList();
    }

    /** Fetches parts; those of which the server told wrong come out of the whole message. */
    List<Part> parts(List<Described> wanted) {
        List<Optional<Part>> fetched = fetch.parts(wanted);
        return Stream.iterate(0, i -> i < wanted.size(), i -> i + 1)
                .map(i -> fetched.get(i).orElseGet(() -> inTheWhole(wanted.get(i))))
                .toList();
    }

    <T> T receive(Described part, Receive<T> receive) {
        Optional<T> received = new PartTransfer(folder, findings, uid, part).to(receive);
        return received.orElseGet(() -> {
            findings.missing(part);
            return new LocalPart(inTheWhole(part)).receive(receive);
        });
    }

    private Part inTheWhole(Described part) {
        return fetch.inside(message(), part);
    }
}
