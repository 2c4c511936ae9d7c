package dev.tegami.examples.cli;

import dev.tegami.smime.Opened;
import dev.tegami.smime.Smime;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Decrypts a message. Nothing is written unless all of it could be decrypted. */
@Command(
        name = "decrypt",
        sortOptions = false,
        description = "Decrypt a message (S/MIME) and write what was in it; 1 if that cannot be done.")
final class Decrypt implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final MessageInput input;

    @Mixin
    private final KeyOptions keys;

    @Mixin
    private final TrustOptions trust = new TrustOptions();

    @Mixin
    private final Output output;

    Decrypt(Terminal terminal) {
        this.terminal = terminal;
        this.input = new MessageInput(terminal);
        this.keys = new KeyOptions(terminal);
        this.output = new Output(terminal);
    }

    @Override
    public Integer call() throws IOException {
        Opened opened = Smime.open(input.read(), keys.keys(), trust.trust(), trust.policy());
        Judgement.lines(terminal, opened).forEach(terminal::news);
        if (!opened.isDecrypted()) {
            return Exit.NO;
        }
        output.write(opened.message());
        return Exit.DONE;
    }
}
