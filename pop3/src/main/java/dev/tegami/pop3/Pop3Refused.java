package dev.tegami.pop3;

import dev.tegami.net.NetException;
import dev.tegami.net.Server;
import java.util.Optional;

/** The server answered a command with {@code -ERR}. The session goes on unless this came from opening or committing it. */
public final class Pop3Refused extends NetException {
    private static final long serialVersionUID = 1L;

    private final String codeName;
    private final String serverText;

    /**
     * Creates the error.
     *
     * @param server the server
     * @param during the command, without secrets
     * @param code the response code, if there was one
     * @param serverText what the server said
     */
    public Pop3Refused(Server server, String during, Optional<ResponseCode> code, String serverText) {
        super(
                server,
                during,
                "refused" + code.map(c -> " [" + c.name() + "]").orElse("")
                        + (serverText.isEmpty() ? "" : ": " + serverText),
                code.map(ResponseCode::isTransient).orElse(false),
                code.map(Pop3Refused::advice).orElse(""));
        this.codeName = code.map(ResponseCode::name).orElse("");
        this.serverText = serverText;
    }

    private static String advice(ResponseCode code) {
        if (code.is(ResponseCode.LOGIN_DELAY)) {
            return "wait as long as Capabilities.loginDelay() says between two logins";
        }
        if (code.is(ResponseCode.IN_USE)) {
            return "another session has the mailbox open; try again when it has ended";
        }
        if (code.is(ResponseCode.SYS_TEMP)) {
            return "try again later";
        }
        if (code.is(ResponseCode.SYS_PERM)) {
            return "tell the people who run the server";
        }
        return code.is(ResponseCode.UTF8) ? "open the session with Pop3.utf8()" : "";
    }

    /**
     * Gives the reason for machines.
     *
     * @return the response code, if the server sent one
     */
    public Optional<ResponseCode> code() {
        return codeName.isEmpty() ? Optional.empty() : Optional.of(new ResponseCode(codeName));
    }

    /**
     * Gives the reason for people, in the server's language.
     *
     * @return what the server said after the code, perhaps empty
     */
    public String serverText() {
        return serverText;
    }
}
