package dev.tegami.examples.cli;

import dev.tegami.smime.Signing;
import dev.tegami.smime.Smime;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs a message. */
@Command(name = "sign", sortOptions = false, description = "Sign a message (S/MIME).")
final class Sign implements Callable<Integer> {
    @Mixin
    private final MessageInput input;

    @Mixin
    private final KeyOptions key;

    @Option(names = "--opaque", description = "Wrap the content in the signature, so that no relay can damage it.")
    private boolean opaque;

    @Option(names = "--protect-headers", description = "Sign the subject, the addresses and the date too (RFC 9788).")
    private boolean protectHeaders;

    @Mixin
    private final Output output;

    Sign(Terminal terminal) {
        input = new MessageInput(terminal);
        key = new KeyOptions(terminal);
        output = new Output(terminal);
    }

    @Override
    public Integer call() throws IOException {
        Signing signing = Smime.sign(key.identity());
        if (opaque) {
            signing = signing.opaque();
        }
        if (protectHeaders) {
            signing = signing.protectingHeaders();
        }
        output.write(input.read().with(signing));
        return Exit.DONE;
    }
}
