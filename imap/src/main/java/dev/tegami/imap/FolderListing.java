package dev.tegami.imap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One folder in a listing (RFC 9051 §7.3.1).
 *
 * @param name the name, decoded
 * @param separator the character between levels, or an empty string where there are no levels
 * @param attributes such as {@code \Noselect}, in lower case
 * @param status numbers of the folder, where they were asked for and given
 * @param rights what the user may do with it, where that was asked for and told (RFC 4314)
 * @param metadata its notes, where they were asked for and there are any (RFC 5464)
 */
public record FolderListing(
        String name,
        String separator,
        Set<String> attributes,
        Optional<Status> status,
        Optional<Rights> rights,
        List<MetadataEntry> metadata) {
    /**
     * Takes the values.
     *
     * @param name the name, decoded
     * @param separator the character between levels, or an empty string
     * @param attributes such as {@code \Noselect}
     * @param status numbers of the folder
     * @param rights what the user may do with it
     * @param metadata its notes
     */
    public FolderListing {
        attributes = attributes.stream()
                .map(a -> a.toLowerCase(Locale.ROOT))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
        metadata = List.copyOf(metadata);
    }

    /**
     * Takes what a plain listing tells.
     *
     * @param name the name, decoded
     * @param separator the character between levels, or an empty string
     * @param attributes such as {@code \Noselect}
     */
    public FolderListing(String name, String separator, Set<String> attributes) {
        this(name, separator, attributes, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * Tells whether an attribute is set.
     *
     * @param attribute such as {@code \HasChildren}, in any case
     * @return true if so
     */
    public boolean has(String attribute) {
        return attributes.contains(attribute.toLowerCase(Locale.ROOT));
    }

    /**
     * Tells whether the folder can be selected.
     *
     * @return false for a mere level of the hierarchy
     */
    public boolean isSelectable() {
        return !has("\\Noselect") && !has("\\NonExistent");
    }

    FolderListing with(Status known) {
        return new FolderListing(name, separator, attributes, Optional.of(known), rights, metadata);
    }

    FolderListing with(Rights known) {
        return new FolderListing(name, separator, attributes, status, Optional.of(known), metadata);
    }

    FolderListing with(List<MetadataEntry> known) {
        return new FolderListing(name, separator, attributes, status, rights, known);
    }

    /**
     * Tells what the folder seems to be for: as the server says it, or else by its name, in the languages that common
     * clients and servers make such folders in.
     *
     * @return the use, if the server names one or the name suggests one
     */
    public Optional<SpecialUse> likelyUse() {
        return specialUse().or(() -> FolderNames.use(name, separator));
    }

    /**
     * Tells what the folder is for (RFC 6154), as the server says it.
     *
     * @return the use, if the server names one
     */
    public Optional<SpecialUse> specialUse() {
        for (SpecialUse use : SpecialUse.values()) {
            if (has(use.attribute())) {
                return Optional.of(use);
            }
        }
        return Optional.empty();
    }
}
