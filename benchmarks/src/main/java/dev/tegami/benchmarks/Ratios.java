package dev.tegami.benchmarks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks whose name matches the argument and prints each peer's speed as a share of ours. */
public final class Ratios {
    static final String OURS = "tegami";

    private Ratios() {}

    /**
     * Prints one table per benchmark.
     *
     * @param arguments a regular expression, found anywhere in {@code package.Class.method}; none runs them all
     * @throws RunnerException when a benchmark failed
     */
    public static void main(String[] arguments) throws RunnerException {
        String wanted = arguments.length == 0 ? "." : arguments[0];
        Map<String, Map<String, RunResult>> tables = new TreeMap<>();
        for (RunResult run : new Runner(options(wanted).build()).run()) {
            String name = run.getParams().getBenchmark();
            int dot = name.lastIndexOf('.');
            tables.computeIfAbsent(name.substring(0, dot) + parameters(run), k -> new LinkedHashMap<>())
                    .put(name.substring(dot + 1), run);
        }
        tables.forEach(Ratios::print);
    }

    /** Short on purpose: the ratio is wanted, not the third digit. The harness' own options give longer runs. */
    static ChainedOptionsBuilder options(String wanted) {
        return new OptionsBuilder()
                .include(wanted)
                .forks(1)
                // Angus Mail at its best: otherwise it looks this class up again for every part
                .jvmArgsAppend(
                        "-Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-Dtegami.servers=" + System.getProperty("tegami.servers", ""))
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(CpuTime.class)
                .addProfiler(ThreadTime.class)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static String parameters(RunResult run) {
        Collection<String> keys = run.getParams().getParamsKeys();
        return keys.stream()
                .map(key -> " " + key + "=" + run.getParams().getParam(key))
                .collect(Collectors.joining());
    }

    private static void print(String benchmark, Map<String, RunResult> results) {
        System.out.println(benchmark);
        RunResult ours = results.get(OURS);
        results.entrySet().stream()
                .sorted((a, b) -> Double.compare(Ratio.speed(b.getValue()), Ratio.speed(a.getValue())))
                .forEach(row -> System.out.println(row(row.getKey(), row.getValue(), ours)));
    }

    private static String row(String who, RunResult run, @Nullable RunResult ours) {
        Result<?> result = run.getPrimaryResult();
        String ratio = ours == null || who.equals(OURS)
                ? ""
                : String.format(
                        Locale.ROOT,
                        "tegami is %.2f times as fast, %.2f by the thread's time",
                        Ratio.speed(ours) / Ratio.speed(run),
                        Ratio.figure(run, ThreadTime.NAME) / Ratio.figure(ours, ThreadTime.NAME));
        return String.format(
                Locale.ROOT,
                "    %-12s %12.1f ± %10.1f %s  %12.1f us cpu  %12.1f us thread  %12.0f octets allocated   %s",
                who,
                result.getScore(),
                result.getScoreError(),
                result.getScoreUnit(),
                Ratio.figure(run, CpuTime.NAME),
                Ratio.figure(run, ThreadTime.NAME),
                Ratio.figure(run, "gc.alloc.rate.norm"),
                ratio);
    }
}
