package dev.tegami.smtp;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the server offers on this connection, from its answer to EHLO (RFC 5321 §4.1.1.1). Empty after HELO.
 */
public final class Extensions {
    private static final Extensions NONE = new Extensions(Map.of());

    private final Map<String, List<String>> offered;

    private Extensions(Map<String, List<String>> offered) {
        this.offered = offered;
    }

    /** Nothing offered. */
    static Extensions none() {
        return NONE;
    }

    /** Reads the answer to EHLO, whose first line is a greeting. A line that is no keyword is passed over. */
    static Extensions of(Reply reply) {
        Map<String, List<String>> offered = new LinkedHashMap<>();
        for (String line : reply.lines().subList(1, reply.lines().size())) {
            // some servers repeat AUTH with an equals sign for clients of the last century
            String[] words = line.strip().replaceFirst("^(?i)AUTH=", "AUTH ").split("[ \t]+");
            if (!words[0].isEmpty()) {
                offered.merge(
                        words[0].toUpperCase(Locale.ROOT),
                        List.copyOf(Arrays.asList(words).subList(1, words.length)),
                        Extensions::joined);
            }
        }
        return new Extensions(Collections.unmodifiableMap(offered));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /**
     * Tells whether an extension is offered.
     *
     * @param keyword its EHLO keyword, in any case
     * @return true if the server named it
     */
    public boolean has(String keyword) {
        return offered.containsKey(keyword.toUpperCase(Locale.ROOT));
    }

    /**
     * Lists what the server said behind a keyword.
     *
     * @param keyword the EHLO keyword, in any case
     * @return the words as they came; empty if there are none
     */
    public List<String> parameters(String keyword) {
        return offered.getOrDefault(keyword.toUpperCase(Locale.ROOT), List.of());
    }

    /**
     * Lists the SASL mechanisms offered.
     *
     * @return the words behind AUTH
     */
    public List<String> mechanisms() {
        return parameters("AUTH");
    }

    /**
     * Gives the largest message the server takes (RFC 1870).
     *
     * @return the octets, or empty if the server names no limit
     */
    public OptionalLong size() {
        List<String> words = parameters("SIZE");
        if (words.isEmpty() || !words.get(0).matches("[0-9]{1,18}")) {
            return OptionalLong.empty();
        }
        long size = Long.parseLong(words.get(0));
        return size == 0 ? OptionalLong.empty() : OptionalLong.of(size);
    }

    /**
     * Gives a limit the server sets (LIMITS, RFC 9422).
     *
     * @param name its name, such as {@code RCPTMAX}, in any case
     * @return the limit, at least 1, or empty if the server sets none
     */
    public OptionalInt limit(String name) {
        String start = name.toUpperCase(Locale.ROOT) + "=";
        return parameters("LIMITS").stream()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .filter(word -> word.startsWith(start))
                .map(word -> word.substring(start.length()))
                .filter(value -> value.matches("[1-9][0-9]{0,5}"))
                .mapToInt(Integer::parseInt)
                .findFirst();
    }

    /**
     * Lists all keywords.
     *
     * @return the keywords in capitals, in the server's order
     */
    public Set<String> keywords() {
        return offered.keySet();
    }

    @Override
    public String toString() {
        return offered.toString();
    }
}
