package dev.tegami.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of our own class path with a heap of 32 MiB. */
public final class ChildProcess {
    private ChildProcess() {}

    /** Starts the main method of that class; what it writes appears among our own output. */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        return of(main, arguments).inheritIO().start();
    }

    /** The process before it is started, for callers who read what it writes; only its errors appear among ours. */
    public static ProcessBuilder of(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
