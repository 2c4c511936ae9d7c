package dev.tegami.imap;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the server answered to a question for notes (RFC 5464 §4.2).
 *
 * @param entries those that have a value
 * @param longest the octets of the longest value that was left out, where a limit left any out
 */
public record Metadata(List<MetadataEntry> entries, OptionalLong longest) {
    /**
     * Takes the values.
     *
     * @param entries those that have a value
     * @param longest the octets of the longest value that was left out
     */
    public Metadata {
        entries = List.copyOf(entries);
    }

    /**
     * Finds an entry.
     *
     * @param name the name, in any case
     * @return the entry, if it came
     */
    public Optional<MetadataEntry> entry(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
