package dev.tegami.imap;

import dev.tegami.net.NetException;
import dev.tegami.net.Server;

/** The server said NO or BAD to a command. The session lives on. */
public class ImapRefused extends NetException {
    private static final long serialVersionUID = 1L;

    private final transient ResponseCode code;
    private final String serverText;

    /**
     * Creates the error.
     *
     * @param server the server in question
     * @param during the command, without secrets
     * @param code the response code
     * @param serverText what the server said, without secrets
     */
    public ImapRefused(Server server, String during, ResponseCode code, String serverText) {
        this(server, during, code, serverText, advice(code));
    }

    private ImapRefused(Server server, String during, ResponseCode code, String serverText, String advice) {
        super(
                server,
                during,
                "the server says: " + (code.name().isEmpty() ? "" : code + " ") + serverText,
                passes(code),
                advice);
        this.code = code;
        this.serverText = serverText;
    }

    /** The same with what to do next. */
    ImapRefused advised(String advice) {
        return new ImapRefused(server().orElseThrow(), during(), code, serverText, advice);
    }

    private static boolean passes(ResponseCode code) {
        return code.known() == ResponseCode.Known.UNAVAILABLE || code.known() == ResponseCode.Known.INUSE;
    }

    private static String advice(ResponseCode code) {
        return switch (code.known()) {
            case TRYCREATE, NONEXISTENT -> "create the folder, or list() to see which there are";
            case OVERQUOTA -> "delete messages or ask for more room";
            case UNAVAILABLE, INUSE -> "try again later";
            case NOPERM -> "ask the owner of the folder for the right";
            case HASCHILDREN -> "delete the folders below first";
            default -> "";
        };
    }

    /**
     * Gives the response code.
     *
     * @return the code, {@link ResponseCode#NONE} where the server gave none
     */
    public ResponseCode code() {
        return code;
    }

    /**
     * Repeats what the server said.
     *
     * @return the text, for people
     */
    public String serverText() {
        return serverText;
    }
}
