package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How far we agree with the expectations of a corpus. Every deviation stands in {@code deviations.tsv} with its reason;
 * one that does not, or that is gone, fails, and so does a figure that is not the one in {@code agreement.tsv}. What
 * has no meaning for this library is counted apart, by kind; {@code apart.tsv} holds the counts and the reasons.
 */
final class Agreement {
    private final String corpus;
    private final Map<String, String> deviations = new TreeMap<>();
    private final Map<String, Integer> apart = new TreeMap<>();
    private int checks;

    Agreement(String corpus) {
        this.corpus = corpus;
    }

    void check(String what, Object expected, Object actual) {
        checks++;
        if (!Objects.equals(expected, actual)) {
            deviations.put(what, "expected " + shown(expected) + " was " + shown(actual));
        }
    }

    /** Counts a check that is none for this library. */
    void apart(String kind) {
        apart.merge(kind, 1, Integer::sum);
    }

    private static String shown(Object value) {
        String text = String.valueOf(value)
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replaceAll("\\p{Cs}", "?");
        return text.length() > 160 ? text.substring(0, 160) : text;
    }

    /** Reports the figure and compares the deviations with those that are known. */
    void conclude() throws IOException {
        int agreed = checks - deviations.size();
        System.out.printf("%s: %d of %d checks agree%n", corpus, agreed, checks);
        List<String> known = cells("deviations.tsv", 1);
        List<String> unknown = new ArrayList<>();
        deviations.forEach((what, how) -> {
            if (!known.remove(what)) {
                unknown.add(what + ": " + how);
            }
        });
        assertThat(unknown).as("deviations without a reason").isEmpty();
        assertThat(known).as("deviations that are gone").isEmpty();
        Map<String, Integer> kinds = new TreeMap<>();
        List<String> counts = cells("apart.tsv", 2);
        for (String kind : cells("apart.tsv", 1)) {
            kinds.put(kind, Integer.valueOf(counts.get(kinds.size())));
        }
        assertThat(apart).as("checks that are none for this library").isEqualTo(kinds);
        List<String> figure = cells("agreement.tsv", 1);
        assertThat(figure).as("the figure of " + corpus + " in agreement.tsv").containsExactly(String.valueOf(agreed));
    }

    /** One cell of every line of this corpus. */
    private List<String> cells(String file, int cell) throws IOException {
        List<String> cells = new ArrayList<>();
        try (InputStream in = Agreement.class.getResourceAsStream(file)) {
            String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            all.lines()
                    .filter(line -> line.startsWith(corpus + "\t"))
                    .forEach(line -> cells.add(line.split("\t", -1)[cell]));
        }
        return cells;
    }
}
