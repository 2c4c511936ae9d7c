package dev.tegami.examples.cli;

import dev.tegami.smime.Identity;
import dev.tegami.smime.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A person's S/MIME key: a PKCS #12 file, or a key and its certificates in PEM. */
public final class KeyOptions {
    private final Terminal terminal;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--key", paramLabel = "FILE", description = "Your key: a .p12 or .pfx file, or PEM.")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--certificate", paramLabel = "FILE", description = "Its certificates, if the key is in PEM.")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--key-password-env", paramLabel = "VARIABLE", description = "The variable with its password.")
    private Optional<String> variable = Optional.empty();

    @Option(names = "--key-password-file", paramLabel = "FILE", description = "The file with its password.")
    private Optional<Path> file = Optional.empty();

    public KeyOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The one who signs. */
    public Identity identity() throws IOException {
        Path from = key();
        if (isPkcs12(from)) {
            return Identity.fromPkcs12(from, secret(from));
        }
        Path chain = certificate.orElseThrow(() ->
                new ParameterException(command.commandLine(), "a key in PEM needs --certificate, or give a .p12 file"));
        return isLocked() ? Identity.fromPem(from, chain, secret(from)) : Identity.fromPem(from, chain);
    }

    /** The ones who can read; nobody if none is given. */
    public Keys keys() throws IOException {
        if (key.isEmpty()) {
            return Keys.none();
        }
        Path from = key();
        return isPkcs12(from) ? Keys.fromPkcs12(from, secret(from)) : Keys.of(identity());
    }

    private Path key() {
        return key.orElseThrow(() -> new ParameterException(command.commandLine(), "--key is missing"));
    }

    private boolean isLocked() {
        return variable.isPresent() || file.isPresent();
    }

    private static boolean isPkcs12(Path from) {
        String name = from.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".p12") || name.endsWith(".pfx");
    }

    private char[] secret(Path from) throws IOException {
        return Secret.read(terminal, command, new Secret.Place(variable, file), "password of " + from.getFileName());
    }
}
