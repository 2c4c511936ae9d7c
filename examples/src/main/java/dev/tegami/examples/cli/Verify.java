package dev.tegami.examples.cli;

import dev.tegami.smime.Opened;
import dev.tegami.smime.Smime;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges a message; the exit code is the answer. */
@Command(
        name = "verify",
        sortOptions = false,
        description = "Judge the signature of a message (S/MIME): 0 if it is trusted, 1 if not.")
final class Verify implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final MessageInput input;

    @Mixin
    private final TrustOptions trust = new TrustOptions();

    @Mixin
    private final KeyOptions keys;

    @Option(
            names = {"-q", "--quiet"},
            description = "Only the exit code.")
    private boolean quiet;

    Verify(Terminal terminal) {
        this.terminal = terminal;
        this.input = new MessageInput(terminal);
        this.keys = new KeyOptions(terminal);
    }

    @Override
    public Integer call() throws IOException {
        Opened opened = Smime.open(input.read(), keys.keys(), trust.trust(), trust.policy());
        if (!quiet) {
            Judgement.lines(terminal, opened).forEach(terminal::say);
        }
        return opened.isTrusted() ? Exit.DONE : Exit.NO;
    }
}
