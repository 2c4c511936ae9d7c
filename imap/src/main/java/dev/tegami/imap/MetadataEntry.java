package dev.tegami.imap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A note of the server or of a folder: a name and a value (RFC 5464 §3). Immutable.
 *
 * <pre>{@code
 * imap.metadata("Projects").set(MetadataEntry.text("/private/comment", "until spring"));
 * }</pre>
 */
public final class MetadataEntry {
    private final String name;
    private final byte @Nullable [] value;

    private MetadataEntry(String name, byte @Nullable [] value) {
        this.name = name;
        this.value = value;
    }

    /**
     * Makes an entry with a text.
     *
     * @param name such as {@code /private/comment} or {@code /shared/comment}
     * @param value the text, of any characters
     * @return the entry
     */
    public static MetadataEntry text(String name, String value) {
        return new MetadataEntry(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes an entry with octets.
     *
     * @param name such as {@code /shared/vendor/example/logo}
     * @param value the octets
     * @return the entry
     */
    public static MetadataEntry octets(String name, byte[] value) {
        return new MetadataEntry(name, value.clone());
    }

    /**
     * Makes an entry without a value, by which one is removed.
     *
     * @param name the name
     * @return the entry
     */
    public static MetadataEntry absent(String name) {
        return new MetadataEntry(name, null);
    }

    /**
     * Gives the name.
     *
     * @return such as {@code /private/comment}
     */
    public String name() {
        return name;
    }

    /**
     * Gives the value as text.
     *
     * @return the text, read as UTF-8, or nothing where there is no value
     */
    public Optional<String> text() {
        return octets().map(octets -> new String(octets, StandardCharsets.UTF_8));
    }

    /**
     * Gives the value.
     *
     * @return the octets, or nothing where there is no value
     */
    public Optional<byte[]> octets() {
        return value == null ? Optional.empty() : Optional.of(value.clone());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MetadataEntry entry && entry.name.equals(name) && Arrays.equals(entry.value, value);
    }

    @Override
    public int hashCode() {
        return name.hashCode() + 31 * Arrays.hashCode(value);
    }

    /** Gives the name and how much there is. */
    @Override
    public String toString() {
        return name + (value == null ? " NIL" : " (" + value.length + " octets)");
    }
}
