package dev.tegami.pop3;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a server says it can do (RFC 2449). Immutable.
 *
 * <pre>{@code
 * if (session.capabilities().has("PIPELINING")) { ... }
 * }</pre>
 */
public final class Capabilities {
    private static final Capabilities NONE = new Capabilities(Map.of());

    private final Map<String, List<String>> lines;

    private Capabilities(Map<String, List<String>> lines) {
        this.lines = lines;
    }

    /**
     * Gives the capabilities of a server that knows no CAPA.
     *
     * @return no capability
     */
    public static Capabilities none() {
        return NONE;
    }

    /**
     * Reads the lines of a CAPA reply. A second line of a name adds to the first.
     *
     * @param reply the lines between status line and final dot
     * @return the capabilities
     */
    public static Capabilities parse(List<String> reply) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (String line : reply) {
            List<String> words = Arrays.asList(line.strip().split("\\s+", -1));
            if (!words.get(0).isEmpty()) {
                lines.computeIfAbsent(words.get(0).toUpperCase(Locale.ROOT), name -> new ArrayList<>())
                        .addAll(words.subList(1, words.size()));
            }
        }
        lines.replaceAll((name, arguments) -> List.copyOf(arguments));
        return new Capabilities(lines);
    }

    /**
     * Tells whether nothing was listed.
     *
     * @return true where the server knows no CAPA, or nothing at all
     */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * Tells whether a capability was listed.
     *
     * @param name its name in any case
     * @return true if it was
     */
    public boolean has(String name) {
        return lines.containsKey(name.toUpperCase(Locale.ROOT));
    }

    /**
     * Gives the words after a capability's name.
     *
     * @param name its name in any case
     * @return the words, none if it has none or was not listed
     */
    public List<String> arguments(String name) {
        return lines.getOrDefault(name.toUpperCase(Locale.ROOT), List.of());
    }

    /**
     * Lists the SASL mechanisms.
     *
     * @return names in capitals, in the server's order
     */
    public List<String> sasl() {
        return arguments("SASL").stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
    }

    /**
     * Says how long to wait between two logins.
     *
     * @return the delay; the server may have another for this user, known after login
     */
    public Optional<Duration> loginDelay() {
        return first("LOGIN-DELAY").map(Duration::ofSeconds);
    }

    /**
     * Says after how many days the server deletes messages by itself. 0 means: once retrieved, at the end of the
     * session.
     *
     * @return the days; empty for NEVER and where the server does not say
     */
    public OptionalInt expire() {
        Optional<Long> days = first("EXPIRE");
        return days.isPresent() && days.get() <= Integer.MAX_VALUE
                ? OptionalInt.of(days.get().intValue())
                : OptionalInt.empty();
    }

    /**
     * Names the server's software.
     *
     * @return its own words
     */
    public Optional<String> implementation() {
        List<String> words = arguments("IMPLEMENTATION");
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
    }

    private Optional<Long> first(String name) {
        return arguments(name).stream()
                .limit(1)
                .filter(word -> word.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .findFirst();
    }

    /** Gives the lines as the server sent them. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        lines.forEach((name, arguments) -> text.append(text.length() == 0 ? "" : ", ")
                .append(name)
                .append(arguments.isEmpty() ? "" : " " + String.join(" ", arguments)));
        return text.toString();
    }
}
