package dev.tegami.smtp;

import dev.tegami.net.NetException;
import dev.tegami.net.Server;

/** A message or envelope cannot travel unharmed without an extension that the server does not offer. Nothing was sent. */
public class ExtensionMissing extends NetException {
    private static final long serialVersionUID = 1L;

    private final String extension;

    /**
     * Creates the error.
     *
     * @param server the server
     * @param extension the keyword of the extension
     * @param why what needs it
     * @param advice what to do
     */
    public ExtensionMissing(Server server, String extension, String why, String advice) {
        super(server, "preparing the message", why + ", and the server does not offer " + extension, false, advice);
        this.extension = extension;
    }

    /**
     * Creates the error with its cause.
     *
     * @param server the server
     * @param extension the keyword of the extension
     * @param why what needs it
     * @param advice what to do
     * @param cause what stands against doing without
     */
    public ExtensionMissing(Server server, String extension, String why, String advice, Throwable cause) {
        super(
                server,
                "preparing the message",
                why + ", and the server does not offer " + extension,
                false,
                advice,
                cause);
        this.extension = extension;
    }

    /**
     * Names the extension.
     *
     * @return its EHLO keyword
     */
    public String extension() {
        return extension;
    }
}
