package dev.tegami.mime;

import dev.tegami.LimitExceeded;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The parts of a message sorted into text bodies, HTML bodies and attachments, by the algorithm of RFC 8621 section
 * 4.1.4: over the parts of a parsed message, or over whatever else describes a tree of parts. Immutable.
 *
 * <pre>{@code
 * BodyView<Part> view = BodyView.of(message.root(), BodyView.PARTS);
 * }</pre>
 *
 * @param <P> what stands for a part
 */
public final class BodyView<P> {
    /** How parsed and composed parts are looked at. */
    public static final Shape<Part> PARTS = new PartShape();

    private final List<P> textBody;
    private final List<P> htmlBody;
    private final List<P> attachments;

    private BodyView(BodySorting<P> sorted) {
        this.textBody = List.copyOf(sorted.textBody);
        this.htmlBody = List.copyOf(sorted.htmlBody);
        this.attachments = List.copyOf(sorted.attachments);
    }

    /**
     * Tells what the algorithm asks of a part.
     *
     * @param <P> what stands for a part
     */
    public interface Shape<P> {
        /**
         * Tells whether there are parts below.
         *
         * @param part the part
         * @return true for a multipart, false for an enclosed message, which the algorithm does not look into
         */
        boolean isMultipart(P part);

        /**
         * Lists the parts below.
         *
         * @param multipart a part that is a multipart
         * @return its parts in their order
         */
        List<P> parts(P multipart);

        /**
         * Gives the media type.
         *
         * @param part the part
         * @return its type
         */
        ContentType contentType(P part);

        /**
         * Tells whether the part is marked to be saved.
         *
         * @param part the part
         * @return true for the disposition {@code attachment}
         */
        boolean isAttachment(P part);

        /**
         * Tells whether the part has a file name.
         *
         * @param part the part
         * @return true if so
         */
        boolean isNamed(P part);
    }

    /**
     * Sorts the parts of a message. Nothing is read but what the shape tells.
     *
     * @param root the root of the message
     * @param shape tells about its parts
     * @param <P> what stands for a part
     * @return the view
     */
    public static <P> BodyView<P> of(P root, Shape<P> shape) {
        return new BodyView<>(new BodySorting<>(shape).sort(root));
    }

    /**
     * Finds the first part of a message, from the root in the order of the text, not looking into enclosed messages.
     *
     * @param root the root of the message
     * @param shape tells about its parts
     * @param wanted which part
     * @param <P> what stands for a part
     * @return the part, if there is one
     */
    public static <P> Optional<P> find(P root, Shape<P> shape, Predicate<? super P> wanted) {
        Deque<P> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            P part = waiting.pop();
            if (wanted.test(part)) {
                return Optional.of(part);
            }
            List<P> inner = shape.isMultipart(part) ? shape.parts(part) : List.of();
            for (int i = inner.size() - 1; i >= 0; i--) {
                waiting.push(inner.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * Lists what a reader of plain text sees; pictures that stand among the texts are there too.
     *
     * @return the parts in their order
     */
    public List<P> textBody() {
        return textBody;
    }

    /**
     * Lists what a reader of HTML sees; pictures that stand among the texts are there too.
     *
     * @return the parts in their order
     */
    public List<P> htmlBody() {
        return htmlBody;
    }

    /**
     * Lists what is neither text nor HTML of the message itself: attached files and messages, and the pictures that HTML
     * refers to.
     *
     * @return the parts in their order
     */
    public List<P> attachments() {
        return attachments;
    }

    /**
     * Puts the plain texts among some parts one below the other, as {@link Message#text} does.
     *
     * @param textBody the parts
     * @param limit the most characters
     * @return the text; empty if there is none
     * @throws LimitExceeded if it would be longer
     */
    public static Optional<String> text(List<Part> textBody, int limit) {
        return BodyText.text(textBody, limit);
    }

    /**
     * Puts the texts among some parts one below the other, as {@link Message#html} does.
     *
     * @param htmlBody the parts
     * @param limit the most characters
     * @return the HTML; empty if there is no HTML
     * @throws LimitExceeded if it would be longer
     */
    public static Optional<String> html(List<Part> htmlBody, int limit) {
        return BodyText.html(htmlBody, limit);
    }

    /** Parts themselves. */
    private static final class PartShape implements Shape<Part> {
        @Override
        public boolean isMultipart(Part part) {
            return part.body() instanceof Parts;
        }

        @Override
        public List<Part> parts(Part multipart) {
            return multipart.parts();
        }

        @Override
        public ContentType contentType(Part part) {
            return part.contentType();
        }

        @Override
        public boolean isAttachment(Part part) {
            return part.disposition().filter(d -> d.type().equals("attachment")).isPresent();
        }

        @Override
        public boolean isNamed(Part part) {
            return part.fileName().isPresent();
        }
    }
}
