package dev.tegami.imap;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of rights (RFC 4314 §2). Immutable. Letters that are not in {@link Right} are kept.
 *
 * <pre>{@code
 * imap.access("Projects").grant("bob", Rights.of(Right.LOOKUP, Right.READ));
 * }</pre>
 */
public final class Rights {
    /** No rights. */
    public static final Rights NONE = new Rights("");

    private final String letters;

    private Rights(String letters) {
        this.letters = letters;
    }

    /**
     * Takes rights.
     *
     * @param rights the rights
     * @return the set
     */
    public static Rights of(Right... rights) {
        return parse(Stream.of(rights).map(right -> "" + right.letter()).collect(Collectors.joining()));
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param letters one lower-case letter or digit for each right
     * @return the set
     * @throws IllegalArgumentException for anything else
     */
    public static Rights parse(String letters) {
        Set<Character> sorted = new TreeSet<>();
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if ((letter < 'a' || letter > 'z') && (letter < '0' || letter > '9')) {
                throw new IllegalArgumentException("not a right: U+" + Integer.toHexString(letter));
            }
            sorted.add(letter);
        }
        return new Rights(sorted.stream().map(String::valueOf).collect(Collectors.joining()));
    }

    /**
     * Tells whether a right is in the set. The old rights {@code c} and {@code d} count as all that they may stand for
     * where the server says nothing finer (RFC 4314 §2.1.1).
     *
     * @param right the right
     * @return true if so
     */
    public boolean has(Right right) {
        return letters.indexOf(right.letter()) >= 0 || meant().contains(right);
    }

    /** What the old rights stand for, where they come alone. */
    private Set<Right> meant() {
        Set<Right> meant = EnumSet.noneOf(Right.class);
        if (letters.indexOf('c') >= 0 && !hasAny("kx")) {
            meant.addAll(Set.of(Right.CREATE, Right.DELETE_FOLDER));
        }
        if (letters.indexOf('d') >= 0 && !hasAny("tex")) {
            meant.addAll(Set.of(Right.DELETE_MESSAGES, Right.EXPUNGE));
        }
        return meant;
    }

    private boolean hasAny(String some) {
        return some.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
    }

    /**
     * Tells whether there is no right in the set.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return letters.isEmpty();
    }

    /**
     * Gives the rights that have names, those the old ones stand for included.
     *
     * @return the rights
     */
    public Set<Right> named() {
        return Stream.of(Right.values()).filter(this::has).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Adds rights.
     *
     * @param other the other rights
     * @return the rights in either
     */
    public Rights and(Rights other) {
        return parse(letters + other.letters);
    }

    /**
     * Takes rights away.
     *
     * @param other the other rights
     * @return the rights that are left
     */
    public Rights without(Rights other) {
        return new Rights(letters.chars()
                .filter(letter -> other.letters.indexOf(letter) < 0)
                .mapToObj(letter -> "" + (char) letter)
                .collect(Collectors.joining()));
    }

    /**
     * Writes rights for a server that knows those of RFC 2086 only, where they mean the same there.
     *
     * @throws UnsupportedOperationException where they do not: nobody gets more than was meant, or less
     */
    Rights old() {
        Rights fine = parse("kte");
        if (!hasAny("kxte")) {
            return this;
        }
        boolean some = letters.indexOf('t') >= 0;
        boolean all = some == (letters.indexOf('e') >= 0) && letters.indexOf('x') < 0;
        if (!all) {
            throw new UnsupportedOperationException("the server has no RIGHTS=texk: say c (for k) and d (for t and e)");
        }
        return without(fine).and(parse((letters.indexOf('k') >= 0 ? "c" : "") + (some ? "d" : "")));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rights rights && rights.letters.equals(letters);
    }

    @Override
    public int hashCode() {
        return letters.hashCode();
    }

    /** Gives the letters in alphabetical order. */
    @Override
    public String toString() {
        return letters;
    }
}
