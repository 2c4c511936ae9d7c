package dev.tegami.examples;

import java.io.PrintStream;

/** Tells the trip: a heading per step, then its lines. */
final class Narrator {
    private final PrintStream out;
    private int step;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void step(String heading) {
        step++;
        out.println();
        out.println(step + ". " + heading);
    }

    /** Tells something, every line of it indented. */
    void tell(String text) {
        text.lines().forEach(line -> out.println("   " + line));
    }
}
