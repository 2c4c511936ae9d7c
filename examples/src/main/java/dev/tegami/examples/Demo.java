package dev.tegami.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * The demo: a letter with Japanese text, a picture and two attachments is signed, encrypted, submitted, listed, read,
 * collected, opened, judged and compared. Without arguments it runs through servers of its own; {@link Settings#USAGE}
 * says how to send it through real ones.
 */
public final class Demo {
    private static final String ADA = "ada@example.org";
    private static final String BOB = "bob@example.org";
    static final String PASSWORD = "shh-bob";

    private Demo() {}

    /**
     * Makes the trip and tells it on the terminal.
     *
     * @param arguments none, or {@link Settings#USAGE}
     * @throws IOException if the demo's own files cannot be read
     * @throws GeneralSecurityException if this JDK lacks the demo's algorithms
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        run(Settings.parse(arguments), new Narrator(new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static void run(Settings settings, Narrator narrator) throws IOException, GeneralSecurityException {
        DemoAuthority authority = new DemoAuthority();
        if (settings.namesServers()) {
            new Trip(authority, Doors.to(settings), narrator).make(settings.user(), settings.user());
            return;
        }
        try (DemoServers servers = DemoServers.start(authority, BOB, PASSWORD)) {
            new Trip(authority, Doors.to(servers, authority, BOB, PASSWORD), narrator).make(ADA, BOB);
        }
    }
}
