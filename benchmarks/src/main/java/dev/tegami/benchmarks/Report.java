package dev.tegami.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes ratios as a table, and as a plot for each part of the library. */
final class Report {
    private Report() {}

    static void write(Path folder, List<Ratio> ratios) throws IOException {
        Files.createDirectories(folder);
        Map<String, List<Ratio>> subjects =
                ratios.stream().collect(Collectors.groupingBy(Ratio::subject, TreeMap::new, Collectors.toList()));
        StringBuilder page =
                new StringBuilder("# Ratios\n\nHow many times as fast as a peer Tegami is, on the same work, "
                        + "by one run on one machine (Java " + Runtime.version().feature()
                        + "). More than 1: Tegami is faster. *Thread* counts the working thread's time only.\n");
        for (Map.Entry<String, List<Ratio>> subject : subjects.entrySet()) {
            String plot = "ratios-" + subject.getKey() + ".svg";
            Files.writeString(folder.resolve(plot), Plot.of(subject.getKey(), subject.getValue()));
            page.append("\n## ").append(subject.getKey()).append("\n\n![").append(subject.getKey());
            page.append("](").append(plot).append(")\n\n| work | peer | clock | thread |\n|---|---|---|---|\n");
            for (Ratio ratio : subject.getValue()) {
                page.append("| ")
                        .append(ratio.work())
                        .append(" | ")
                        .append(ratio.peer())
                        .append(" | ");
                page.append(times(ratio.wall()))
                        .append(" | ")
                        .append(times(ratio.thread()))
                        .append(" |\n");
            }
        }
        Files.writeString(folder.resolve("ratios.md"), page.toString());
    }

    static String times(double ratio) {
        return Double.isFinite(ratio) ? String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.0f", ratio) : "";
    }
}
