package dev.tegami.examples.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command reads, writes and asks. Colours and progress appear only where a person looks.
 *
 * @param in what is piped in
 * @param out results
 * @param err news and errors
 * @param ansi whether a person looks, and at colours
 * @param environment the variables
 * @param prompt asks a person for a secret; empty where nobody can be asked
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Ansi ansi,
        Map<String, String> environment,
        Function<String, Optional<char[]>> prompt) {

    /** The terminal that the program was started in. */
    public static Terminal system() {
        return new Terminal(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Ansi.AUTO,
                System.getenv(),
                Terminal::ask);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static Optional<char[]> ask(String what) {
        return Optional.ofNullable(System.console()).map(console -> console.readPassword("%s: ", what));
    }

    /** Whether a person looks. */
    public boolean isWatched() {
        return ansi.enabled();
    }

    /** Colours a text that is the tool's own, or has gone through {@link Shown}. */
    public String paint(String style, String text) {
        return isWatched()
                ? Ansi.Style.on(Ansi.Style.parse(style)) + text + Ansi.Style.off(Ansi.Style.parse(style))
                : text;
    }

    /** Writes a line of the result. */
    public void say(String line) {
        out.println(line);
    }

    /** Tells something beside the result. */
    public void news(String line) {
        err.println(line);
    }

    /** A line on its way through a long piece of work; each one takes the place of the one before. */
    public void progress(String line) {
        if (isWatched()) {
            err.print("\r\u001b[2K" + line);
            err.flush();
        }
    }

    /** Takes the line of progress away. */
    public void progressEnds() {
        progress("");
    }
}
