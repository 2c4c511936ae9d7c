package dev.tegami.interop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command in a directory of its own. What it says comes along where it fails. */
record Program(Path directory, Map<String, String> environment) {
    /** The program said no. */
    static final class Failed extends IOException {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    Path file(String name, byte[] octets) throws IOException {
        return Files.write(directory.resolve(name), octets);
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(directory.resolve(name));
    }

    /** Runs it and gives what it writes to standard output. */
    byte[] run(Object... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (Object each : command) {
            words.add(each.toString());
        }
        Path out = directory.resolve("stdout");
        Path errors = directory.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new Failed(words + " does not end");
        }
        if (process.exitValue() != 0) {
            throw new Failed(words + ": " + Files.readString(errors, StandardCharsets.ISO_8859_1));
        }
        return Files.readAllBytes(out);
    }

    /** What it prints of itself, errors included, on one line; empty if it is not there. */
    String firstWords(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
            String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            process.waitFor();
            return all.lines().findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
