package dev.tegami.benchmarks;

/**
 * How many times as fast as a peer we are.
 *
 * @param benchmark what both did: package, class and parameters
 * @param peer the other one
 * @param wall by the clock
 * @param thread by the time of the working thread; not a number where it was not measured
 */
record Ratio(String benchmark, String peer, double wall, double thread) {
    /** The part of the library: the package's last name. */
    String subject() {
        String name = benchmark.split(" ", 2)[0];
        String[] parts = name.split("\\.", -1);
        return parts.length < 2 ? name : parts[parts.length - 2];
    }

    /** What was done, without the package. */
    String work() {
        String[] parts = benchmark.split(" ", 2);
        String name = parts[0].substring(parts[0].lastIndexOf('.') + 1).replace("Benchmark", "");
        return parts.length < 2 ? name : name + ", " + parts[1];
    }
}
