package dev.tegami.examples.cli;

import dev.tegami.smime.ContentCipher;
import dev.tegami.smime.Encryption;
import dev.tegami.smime.Smime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Encrypts a message. */
@Command(name = "encrypt", sortOptions = false, description = "Encrypt a message (S/MIME).")
final class Encrypt implements Callable<Integer> {
    @Mixin
    private final MessageInput input;

    @Option(names = "--for", required = true, paramLabel = "FILE", description = "The certificates of its readers.")
    private List<Path> readers = new ArrayList<>();

    @Option(names = "--cipher", paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}")
    private Optional<ContentCipher> cipher = Optional.empty();

    @Option(names = "--compatible", description = "With what the oldest programs in use can read.")
    private boolean compatible;

    @Option(names = "--protect-headers", description = "Encrypt the header too, and hide the subject (RFC 9788).")
    private boolean protectHeaders;

    @Mixin
    private final Output output;

    Encrypt(Terminal terminal) {
        input = new MessageInput(terminal);
        output = new Output(terminal);
    }

    @Override
    public Integer call() throws IOException {
        Encryption encryption = Smime.encrypt(TrustOptions.certificates(readers));
        if (compatible) {
            encryption = encryption.compatible();
        }
        if (protectHeaders) {
            encryption = encryption.protectingHeaders();
        }
        if (cipher.isPresent()) {
            encryption = encryption.cipher(cipher.get());
        }
        output.write(input.read().with(encryption));
        return Exit.DONE;
    }
}
