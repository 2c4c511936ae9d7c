package dev.tegami.benchmarks;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * How many times as fast as a peer we are.
 *
 * @param subject the part of the library
 * @param work what both did
 * @param peer the other one, with its version
 * @param clock by the clock
 * @param least by the clock: our slowest iteration beside the peer's fastest
 * @param most by the clock: our fastest iteration beside the peer's slowest
 * @param thread by the time of the working thread; not a number where it was not measured
 * @param taken when, and on what
 */
record Ratio(
        String subject,
        String work,
        String peer,
        double clock,
        double least,
        double most,
        double thread,
        String taken) {

    static Ratio of(String subject, String work, String peer, RunResult ours, RunResult theirs, String taken) {
        return new Ratio(
                subject,
                work,
                peer,
                speed(ours) / speed(theirs),
                slowest(ours) / fastest(theirs),
                fastest(ours) / slowest(theirs),
                figure(theirs, ThreadTime.NAME) / figure(ours, ThreadTime.NAME),
                taken);
    }

    /** More is better, whatever the benchmark counts. */
    static double speed(RunResult run) {
        double score = run.getPrimaryResult().getScore();
        return countsTime(run) ? 1 / score : score;
    }

    private static double slowest(RunResult run) {
        Statistics scores = run.getPrimaryResult().getStatistics();
        return countsTime(run) ? 1 / scores.getMax() : scores.getMin();
    }

    private static double fastest(RunResult run) {
        Statistics scores = run.getPrimaryResult().getStatistics();
        return countsTime(run) ? 1 / scores.getMin() : scores.getMax();
    }

    private static boolean countsTime(RunResult run) {
        return run.getParams().getMode() != Mode.Throughput;
    }

    /** One of the figures of a profiler; not a number where there is none. */
    static double figure(RunResult run, String name) {
        for (String key : run.getSecondaryResults().keySet()) {
            if (key.endsWith(name)) {
                Result<?> found = run.getSecondaryResults().get(key);
                return found.getScore();
            }
        }
        return Double.NaN;
    }
}
