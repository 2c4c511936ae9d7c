package dev.tegami.imap;

import java.util.Optional;

/**
 * What is noted on a message (RFC 5257). Immutable.
 *
 * <pre>{@code
 * inbox.annotate(UidSet.of(7), Annotation.own("/comment", "call back"));
 * }</pre>
 *
 * @param name such as {@code /comment} or {@code /altsubject}
 * @param own the value that this user alone sees
 * @param shared the value that everybody sees
 */
public record Annotation(String name, Optional<String> own, Optional<String> shared) {
    /**
     * Notes something that this user alone sees.
     *
     * @param name the name
     * @param value the value
     * @return the annotation
     */
    public static Annotation own(String name, String value) {
        return new Annotation(name, Optional.of(value), Optional.empty());
    }

    /**
     * Notes something that everybody sees.
     *
     * @param name the name
     * @param value the value
     * @return the annotation
     */
    public static Annotation shared(String name, String value) {
        return new Annotation(name, Optional.empty(), Optional.of(value));
    }

    /**
     * Removes both values.
     *
     * @param name the name
     * @return the annotation
     */
    public static Annotation absent(String name) {
        return new Annotation(name, Optional.empty(), Optional.empty());
    }
}
