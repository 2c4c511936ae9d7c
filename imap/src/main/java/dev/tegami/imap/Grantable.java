package dev.tegami.imap;

import java.util.List;

/**
 * What somebody can be granted (RFC 4314 §3.7).
 *
 * @param identifier who
 * @param always the rights that they have whatever is set
 * @param groups the rights that can be set; those of a group come and go together
 */
public record Grantable(String identifier, Rights always, List<Rights> groups) {
    /**
     * Takes the values.
     *
     * @param identifier who
     * @param always the rights that they have whatever is set
     * @param groups the rights that can be set
     */
    public Grantable {
        groups = List.copyOf(groups);
    }
}
