package dev.tegami.smtp;

import dev.tegami.net.NetException;
import dev.tegami.net.Server;
import java.util.Optional;

/** The server said no, to the session or to every recipient of a message. */
public class SmtpRefused extends NetException {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;
    private final transient Optional<Receipt> receipt;

    /**
     * Creates the error for a command of the session.
     *
     * @param server the server
     * @param during the command
     * @param reply what the server said
     */
    public SmtpRefused(Server server, String during, Reply reply) {
        super(server, during, "the server says: " + reply, reply.isTransient(), advice(reply));
        this.reply = reply;
        this.receipt = Optional.empty();
    }

    /**
     * Creates the error for a message nobody got.
     *
     * @param server the server
     * @param during the command that decided
     * @param reply what the server said
     * @param receipt what became of each recipient
     */
    public SmtpRefused(Server server, String during, Reply reply, Receipt receipt) {
        super(server, during, "the server says: " + reply, reply.isTransient(), advice(reply));
        this.reply = reply;
        this.receipt = Optional.of(receipt);
    }

    private static String advice(Reply reply) {
        Retry retry = Retry.after(reply);
        if (retry.equals(Retry.NOW)) {
            return "send again at once, to the recipients that are left";
        }
        if (retry.isWorthwhile()) {
            return "try again in " + retry.after().orElseThrow().toMinutes() + " minutes or later";
        }
        return reply.code() == 530 ? "log in first" : "the same will fail again: change what the server objects to";
    }

    /**
     * Gives what the server said.
     *
     * @return the reply
     */
    public Reply reply() {
        return reply;
    }

    /**
     * Gives what became of each recipient.
     *
     * @return the receipt, or empty if the refusal was no matter of a message
     */
    public Optional<Receipt> receipt() {
        return receipt;
    }
}
