package dev.tegami.examples.cli;

import dev.tegami.net.Connector;
import dev.tegami.net.Security;
import dev.tegami.net.TraceEvent;
import dev.tegami.sasl.Credentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a server is, who logs in, and how: the same for all three protocols. */
public final class ServerOptions {
    private static final Pattern PLACE = Pattern.compile("(\\[[^]]+]|[^:]+)(?::(\\d{1,5}))?");

    private final Terminal terminal;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--server", required = true, paramLabel = "HOST[:PORT]", description = "The server.")
    private String server = "";

    @Option(names = "--user", paramLabel = "NAME", description = "Who logs in; without, nobody does.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--password-env", paramLabel = "VARIABLE", description = "The variable that holds the password.")
    private Optional<String> variable = Optional.empty();

    @Option(names = "--password-file", paramLabel = "FILE", description = "The file whose first line is the password.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--oauth", description = "What is given as the password is an OAuth 2 access token.")
    private boolean token;

    @Option(
            names = "--security",
            paramLabel = "HOW",
            description = "${COMPLETION-CANDIDATES}; without, TLS as is usual for the protocol.")
    private Optional<Security> security = Optional.empty();

    @Option(names = "--trust", paramLabel = "FILE", description = "An authority that Java does not know, in PEM.")
    private Optional<Path> trust = Optional.empty();

    @Option(names = "--trace", description = "Tell what is said, without secrets.")
    private boolean traced;

    public ServerOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A door to the server. */
    public <C extends Connector<C>> C door(Function<String, C> at) throws IOException {
        Matcher place = PLACE.matcher(server);
        if (!place.matches()) {
            throw new ParameterException(command.commandLine(), "--server is HOST, HOST:PORT or [ADDRESS]:PORT");
        }
        C door = at.apply(place.group(1));
        if (place.group(2) != null) {
            door = door.port(port(place.group(2)));
        }
        if (security.isPresent()) {
            door = secured(door, security.get());
        }
        if (trust.isPresent()) {
            door = door.trust(trust.get());
        }
        if (traced) {
            door = door.trace(this::tell);
        }
        return user.isPresent() ? door.login(credentials(user.get())) : door;
    }

    private int port(String digits) {
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw new ParameterException(command.commandLine(), digits + " is no port");
        }
        return port;
    }

    private static <C extends Connector<C>> C secured(C door, Security security) {
        return switch (security) {
            case IMPLICIT_TLS -> door.implicitTls();
            case STARTTLS_REQUIRED -> door.startTls();
            case STARTTLS_OPPORTUNISTIC -> door.opportunisticTls();
            case INSECURE_PLAINTEXT -> door.insecurePlaintext();
        };
    }

    private Credentials credentials(String name) throws IOException {
        char[] secret = Secret.read(terminal, command, new Secret.Place(variable, file), "password of " + name);
        if (token) {
            String text = new String(secret);
            return Credentials.token(name, freshness -> text);
        }
        return Credentials.password(name, secret);
    }

    private void tell(TraceEvent event) {
        String who =
                switch (event.kind()) {
                    case SENT -> "C: ";
                    case RECEIVED -> "S: ";
                    case NOTE -> "-- ";
                };
        terminal.news(terminal.paint("faint", who + Shown.line(event.text())));
    }
}
