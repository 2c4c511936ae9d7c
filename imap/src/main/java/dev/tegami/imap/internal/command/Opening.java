package dev.tegami.imap.internal.command;

import dev.tegami.imap.ImapRefused;
import dev.tegami.imap.internal.response.Condition;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.wire.Dialect;
import dev.tegami.internal.wire.Protocol;
import dev.tegami.internal.wire.SaslExchange;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Security;
import dev.tegami.net.TlsFailed;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.Denial;
import java.util.List;

/** From nothing to a session: greeting, STARTTLS, login. */
public final class Opening {
    private static final Protocol IMAP = Protocol.of("imap", 143, 993);

    private final Conversation conversation;
    private final Wire wire;
    private boolean isAuthenticated;

    private Opening(Conversation conversation) {
        this.wire = conversation.wire();
        this.conversation = conversation;
    }

    public static Conversation open(ConnectOptions options) {
        return over(Wire.dial(options, IMAP));
    }

    /** Opens a session over a connection whose greeting is yet to be read. */
    public static Conversation over(Wire wire) {
        boolean open = false;
        try {
            Conversation conversation = new Opening(new Conversation(wire)).run();
            open = true;
            return conversation;
        } finally {
            if (!open) {
                wire.abort();
            }
        }
    }

    private Conversation run() {
        greeting();
        secure();
        learn();
        if (!isAuthenticated) {
            wire.options().credentials().ifPresent(this::login);
        }
        utf8();
        return conversation;
    }

    /** A server that speaks UTF-8 only may refuse everything until that is agreed (RFC 6855 §7). */
    private void utf8() {
        if (conversation.has("UTF8=ONLY")) {
            conversation.run(new Enable(List.of("UTF8=ACCEPT")));
            conversation.speak(Dialect.UTF8_ACCEPT);
        }
    }

    /** Logs in again, after UNAUTHENTICATE (RFC 8437). */
    public static void again(Conversation conversation, Credentials credentials) {
        Opening opening = new Opening(conversation);
        conversation.forgetCapabilities();
        opening.learn();
        opening.login(credentials);
        opening.utf8();
    }

    /** Compresses the rest if the server has that, after the login so that no secret is compressed beside other text. */
    public static void compress(Conversation conversation) {
        if (!conversation.has("COMPRESS=DEFLATE")) {
            return;
        }
        try {
            conversation.run(new Bare("COMPRESS DEFLATE"));
        } catch (ImapRefused e) {
            return; // it works without, only slower
        }
        conversation.compressed();
    }

    private void greeting() {
        Response response = conversation.read(null);
        if (!(response instanceof Condition condition)) {
            throw wire.violation("the server does not begin with a greeting");
        }
        conversation.unclaimed(condition);
        conversation.greeted(condition.text());
        switch (condition.kind()) {
            case "OK" -> {}
            case "PREAUTH" -> isAuthenticated = true;
            case "BYE", "NO", "BAD" ->
                throw new ImapRefused(wire.server(), "greeting", condition.code(), wire.redact(condition.text()));
            default -> throw wire.violation("an unknown greeting");
        }
    }

    /** What the server said before TLS, capabilities included, counts for nothing after it. */
    private void secure() {
        Security security = wire.options().server().security();
        boolean required = security == Security.STARTTLS_REQUIRED;
        if (wire.isSecure() || !(required || security == Security.STARTTLS_OPPORTUNISTIC)) {
            return;
        }
        if (isAuthenticated) {
            // CVE-2020-12398 and its kin: PREAUTH before TLS is an attempt to skip it
            if (required) {
                throw noTls("the server says PREAUTH before TLS, which rules out STARTTLS");
            }
            return;
        }
        learn();
        if (conversation.has("STARTTLS") && starts(required)) {
            wire.startTls();
            conversation.forgetCapabilities();
        } else if (required) {
            throw noTls("the server does not offer STARTTLS");
        } else {
            wire.upgrade().staysClear("the server does not begin TLS");
        }
    }

    private boolean starts(boolean required) {
        try {
            conversation.run(new Bare("STARTTLS"));
            return true;
        } catch (ImapRefused e) {
            if (required) {
                throw new TlsFailed(wire.server(), "STARTTLS", "the server refused STARTTLS", "try implicitTls()", e);
            }
            return false;
        }
    }

    private TlsFailed noTls(String what) {
        return new TlsFailed(
                wire.server(), "STARTTLS", what, "use implicitTls() if it has a TLS port, or ask its operator");
    }

    private void learn() {
        if (conversation.capabilities().isEmpty()) {
            conversation.run(new CapabilityCommand());
        }
    }

    private void login(Credentials credentials) {
        List<String> mechanisms = conversation.capabilities().stream()
                .filter(name -> name.startsWith("AUTH="))
                .map(name -> name.substring(5))
                .toList();
        boolean loginCommand = credentials.password().isPresent()
                && credentials.authorizationId().isEmpty()
                && credentials.mechanisms().isEmpty()
                && !conversation.has("LOGINDISABLED");
        if (loginCommand && !offersPassword(mechanisms)) {
            byCommand(credentials);
        } else {
            new SaslExchange(wire, new Authenticate(conversation)).login(mechanisms, credentials);
        }
        if (!isFresh()) {
            conversation.forgetCapabilities();
            conversation.run(new CapabilityCommand());
        }
    }

    private static boolean offersPassword(List<String> mechanisms) {
        return mechanisms.stream()
                .anyMatch(name -> name.equals("PLAIN")
                        || name.equals("LOGIN")
                        || name.equals("CRAM-MD5")
                        || name.startsWith("SCRAM-")
                        || name.equals("DIGEST-MD5"));
    }

    /** Whether capabilities came with the login: those from before it still list its mechanisms. */
    private boolean isFresh() {
        return !conversation.capabilities().isEmpty()
                && conversation.capabilities().stream().noneMatch(name -> name.startsWith("AUTH="));
    }

    private void byCommand(Credentials credentials) {
        boolean byChoice = wire.options().server().security() == Security.INSECURE_PLAINTEXT;
        if (!wire.isPrivate() && !byChoice) {
            throw new AuthenticationFailed(
                    wire.server(), Denial.NEEDS_TLS, "LOGIN", "", "the password would travel in clear");
        }
        try {
            String password = credentials.password().orElseThrow();
            wire.protect(password);
            conversation.run(new Login(credentials.user(), password));
        } catch (ImapRefused e) {
            Denial why = Authenticate.why(e.code());
            throw new AuthenticationFailed(
                    wire.server(),
                    why == Denial.REFUSED ? Denial.WRONG_CREDENTIALS : why,
                    "LOGIN",
                    wire.redact(e.serverText()),
                    "the server says: " + wire.redact(e.serverText()));
        }
    }
}
