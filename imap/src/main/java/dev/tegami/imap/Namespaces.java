package dev.tegami.imap;

import java.util.List;

/**
 * Where folders live (RFC 2342). Each list is empty where the server has no such place.
 *
 * @param personal the user's own
 * @param others those of other users
 * @param shared those of nobody in particular
 */
public record Namespaces(List<Namespace> personal, List<Namespace> others, List<Namespace> shared) {
    /**
     * Takes the lists.
     *
     * @param personal the user's own
     * @param others those of other users
     * @param shared those of nobody in particular
     */
    public Namespaces {
        personal = List.copyOf(personal);
        others = List.copyOf(others);
        shared = List.copyOf(shared);
    }

    /**
     * One place.
     *
     * @param prefix what names in it begin with
     * @param separator the character between levels, or an empty string where there are no levels
     */
    public record Namespace(String prefix, String separator) {}
}
