package dev.tegami.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the comparisons that are shown, and writes their ratios as a table and plots. */
public final class Comparisons {
    private static final int ITERATIONS = 4;

    private Comparisons() {}

    /**
     * Runs each comparison whose name a regular expression is found in, and keeps what earlier runs found of the others.
     *
     * @param arguments the regular expression, the directory of the table and the plots, and the page that shows them
     * @throws IOException when they cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Pattern wanted = Pattern.compile(arguments[0]);
        Figures figures = new Figures(Path.of(arguments[1]));
        IllegalStateException failed = new IllegalStateException("no new figures of what failed");
        for (Comparison comparison : Comparison.ALL) {
            if (wanted.matcher(comparison.name()).find()) {
                System.out.println(comparison.name());
                try {
                    figures.put(comparison, ratios(comparison));
                    figures.show(Path.of(arguments[2]), "benchmarks/figures");
                } catch (RunnerException e) {
                    failed.addSuppressed(new IllegalStateException(comparison.name(), e));
                }
            }
        }
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }

    private static List<Ratio> ratios(Comparison comparison) throws RunnerException {
        ChainedOptionsBuilder options = Ratios.options(comparison.pattern())
                .warmupIterations(comparison.warming())
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.seconds(1));
        if (!comparison.parameter().isEmpty()) {
            options.param(comparison.parameter(), comparison.works().keySet().toArray(String[]::new));
        }
        return ratios(comparison, new Runner(options.build()).run());
    }

    private static List<Ratio> ratios(Comparison comparison, Collection<RunResult> runs) {
        Map<String, Map<String, RunResult>> works = new LinkedHashMap<>();
        for (RunResult run : runs) {
            String value =
                    comparison.parameter().isEmpty() ? "" : run.getParams().getParam(comparison.parameter());
            String name = run.getParams().getBenchmark();
            works.computeIfAbsent(value, any -> new LinkedHashMap<>())
                    .put(name.substring(name.lastIndexOf('.') + 1), run);
        }
        List<Ratio> ratios = new ArrayList<>();
        comparison.works().forEach((value, work) -> {
            Map<String, RunResult> found = works.getOrDefault(value, Map.of());
            RunResult ours = found.get(Ratios.OURS);
            for (Peer peer : comparison.peers()) {
                RunResult theirs = found.get(peer.method());
                if (ours != null && theirs != null) {
                    ratios.add(Ratio.of(comparison.subject(), work, peer.title(), ours, theirs, taken()));
                }
            }
        });
        ratios.forEach(ratio ->
                System.out.println("    " + ratio.work() + " / " + ratio.peer() + ": " + Figures.times(ratio.clock())));
        return ratios;
    }

    private static String taken() {
        return LocalDate.now(ZoneOffset.UTC) + ", Java "
                + Runtime.version().feature() + " on " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " processors";
    }
}
