package dev.tegami.examples.cli;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A password that is never an argument, since everybody on a machine can see those: a variable, a file, or asked for. */
final class Secret {
    private Secret() {}

    /** Where a password is said to be; with neither, a person is asked. */
    record Place(Optional<String> variable, Optional<Path> file) {}

    static char[] read(Terminal terminal, CommandSpec command, Place place, String what) throws IOException {
        if (place.file().isPresent()) {
            return firstLine(Files.readAllBytes(place.file().get()));
        }
        if (place.variable().isPresent()) {
            String name = place.variable().get();
            String value = terminal.environment().get(name);
            if (value == null) {
                throw new ParameterException(command.commandLine(), "the variable " + name + " is not set");
            }
            return value.toCharArray();
        }
        return terminal.prompt()
                .apply(what)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(), "no " + what + ": name a variable or a file that holds it"));
    }

    private static char[] firstLine(byte[] file) {
        CharBuffer text = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(file));
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        char[] secret = new char[end];
        text.get(secret);
        Arrays.fill(file, (byte) 0);
        return secret;
    }
}
