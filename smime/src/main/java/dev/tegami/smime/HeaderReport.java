package dev.tegami.smime;

import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import java.util.List;
import java.util.Optional;

/**
 * What a message says of its header inside of the layers (RFC 9788), and how that compares with the header outside.
 * Immutable.
 *
 * <pre>{@code
 * boolean secret = letter.headers().field("Subject")
 *         .filter(subject -> subject.outside() == FieldReport.Outside.HIDDEN)
 *         .isPresent();
 * }</pre>
 *
 * @param scheme how the header came inside
 * @param fields the fields inside, in their order; none without a scheme
 * @param author what {@link Opened#message} shows as From
 * @param stated what stood outside when the message was written: by its author's word, if that came along
 * @param outside what stands outside
 * @param added what readers are shown and stands only outside, where its author put nothing of that name
 */
public record HeaderReport(
        Scheme scheme, List<FieldReport> fields, Author author, Header stated, Header outside, List<Field> added) {
    /**
     * Takes copies of the collections.
     *
     * @param scheme how the header came inside
     * @param fields the fields inside, in their order; none without a scheme
     * @param author what {@link Opened#message} shows as From
     * @param stated what stood outside when the message was written: by its author's word, if that came along
     * @param outside what stands outside
     * @param added what readers are shown and stands only outside, where its author put nothing of that name
     */
    public HeaderReport {
        fields = List.copyOf(fields);
        added = List.copyOf(added);
    }

    /** How a header came inside. */
    public enum Scheme {
        /** It did not: what is shown stands outside, and is anybody's. */
        NONE,
        /** RFC 9788. */
        RFC_9788,
        /** What came before it: {@code protected-headers="v1"}. What is hidden is guessed from what stands outside. */
        PROTECTED_HEADERS_V1,
        /** A whole message inside (RFC 8551 section 3.1). What is hidden is guessed from what stands outside. */
        WHOLE_MESSAGE
    }

    /** Which author is shown (RFC 9788 section 4.4). */
    public enum Author {
        /** There is but one: both are the same, or only one From exists. */
        SAME,
        /** The one inside; the one outside differs. A trusted signature is the author's own. */
        INSIDE,
        /** The one outside: the one inside differs, and nobody to be trusted signed it. */
        OUTSIDE
    }

    /**
     * Finds a field that stands inside.
     *
     * @param name its name in any case
     * @return the first one
     */
    public Optional<FieldReport> field(String name) {
        return fields.stream().filter(each -> each.field().isNamed(name)).findFirst();
    }
}
