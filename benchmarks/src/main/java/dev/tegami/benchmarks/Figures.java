package dev.tegami.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A directory of ratios: the figures themselves, a table, and a plot for each part of the library. */
final class Figures {
    private static final String FIGURES = "ratios.tsv";
    private static final String BEGIN = "<!-- plots, by benchmarks/run -->";
    private static final String END = "<!-- end of plots -->";
    private static final String EXPLAINED = """
            # Ratios

            How many times as fast as a peer Tegami is, on the same work: more than 1 says that Tegami is faster. Written by
            `benchmarks/run`. *Range* is our slowest second beside the peer's fastest, to our fastest beside its slowest.
            *Thread* counts the processor time of the working thread only. What is read is decoded, every field and every
            body of it. Servers are on the same machine: `smtp-sink` for SMTP, loops that answer from memory for IMAP4 and
            POP3. Angus Mail, alone and under bcjmail and Simple Java Mail, runs with its `StreamProvider` named, which makes it up
            to several times as fast as it is by default.
            S/MIME builds no path of certificates.
            """;

    private final Path folder;
    private final Map<String, Ratio> known = new LinkedHashMap<>();

    /** Reads what is there. */
    Figures(Path folder) throws IOException {
        this.folder = folder;
        Path figures = folder.resolve(FIGURES);
        if (Files.exists(figures)) {
            Files.readAllLines(figures).stream()
                    .skip(1)
                    .map(Figures::parse)
                    .forEach(ratio -> known.put(key(ratio), ratio));
        }
    }

    /** Writes everything anew, with a comparison's ratios in place of those known before. */
    void put(Comparison comparison, List<Ratio> ratios) throws IOException {
        known.values()
                .removeIf(ratio -> ratio.subject().equals(comparison.subject())
                        && comparison.works().containsValue(ratio.work()));
        ratios.forEach(ratio -> known.put(key(ratio), ratio));
        List<Ratio> all = ordered();
        Files.createDirectories(folder);
        StringBuilder lines = new StringBuilder("subject\twork\tpeer\tclock\tleast\tmost\tthread\ttaken\n");
        all.forEach(ratio -> lines.append(line(ratio)));
        Files.writeString(folder.resolve(FIGURES), lines);
        StringBuilder page = new StringBuilder(EXPLAINED);
        Map<String, List<Ratio>> subjects =
                all.stream().collect(Collectors.groupingBy(Ratio::subject, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Ratio>> subject : subjects.entrySet()) {
            Files.writeString(
                    folder.resolve(subject.getKey() + ".svg"), Plot.of(title(subject.getKey()), subject.getValue()));
            page.append(table(subject.getKey(), subject.getValue()));
        }
        Files.writeString(folder.resolve("README.md"), page);
    }

    /** Shows the plots in a page that has two marks for it, and names what they lie under. */
    void show(Path page, String under) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for the plots: " + BEGIN + " and " + END);
        }
        String plots = ordered().stream()
                .map(Ratio::subject)
                .distinct()
                .map(subject -> "![" + title(subject) + ": ratios](" + under + "/" + subject + ".svg)\n")
                .collect(Collectors.joining());
        Files.writeString(
                page,
                text.substring(0, begin) + BEGIN + "\n" + plots
                        + "\n[All figures](" + under
                        + "/README.md), how far they scattered, and when they were taken.\n"
                        + text.substring(end));
    }

    /** In the order of the comparisons, whichever ran last; what none of them does any more is dropped. */
    private List<Ratio> ordered() {
        List<Ratio> all = new ArrayList<>();
        for (Comparison comparison : Comparison.ALL) {
            comparison
                    .works()
                    .values()
                    .forEach(work -> known.values().stream()
                            .filter(ratio -> ratio.subject().equals(comparison.subject())
                                    && ratio.work().equals(work))
                            .forEach(all::add));
        }
        return all;
    }

    private static String table(String subject, List<Ratio> ratios) {
        StringBuilder table = new StringBuilder("\n## " + title(subject) + "\n\n![" + title(subject) + "](" + subject
                + ".svg)\n\n| work | peer | clock | range | thread | taken |\n|---|---|---|---|---|---|\n");
        for (Ratio ratio : ratios) {
            String range = times(ratio.least()) + " – " + times(ratio.most());
            table.append(String.join(
                            " | ",
                            "| " + ratio.work(),
                            ratio.peer(),
                            times(ratio.clock()),
                            range,
                            times(ratio.thread()),
                            ratio.taken()))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String title(String subject) {
        return switch (subject) {
            case "imap" -> "IMAP4";
            case "smime" -> "S/MIME";
            default -> subject.toUpperCase(Locale.ROOT);
        };
    }

    private static String key(Ratio ratio) {
        return ratio.subject() + '\t' + ratio.work() + '\t' + ratio.peer();
    }

    private static String line(Ratio ratio) {
        return String.format(
                Locale.ROOT,
                "%s\t%.3f\t%.3f\t%.3f\t%.3f\t%s\n",
                key(ratio),
                ratio.clock(),
                ratio.least(),
                ratio.most(),
                ratio.thread(),
                ratio.taken());
    }

    private static Ratio parse(String line) {
        String[] cells = line.split("\t", -1);
        return new Ratio(
                cells[0],
                cells[1],
                cells[2],
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]),
                cells[7]);
    }

    /** A ratio as people read it; nothing where it was not measured. */
    static String times(double ratio) {
        return Double.isFinite(ratio) ? String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.0f", ratio) : "";
    }
}
