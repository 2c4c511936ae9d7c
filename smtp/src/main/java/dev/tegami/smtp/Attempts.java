package dev.tegami.smtp;

import dev.tegami.net.ConnectFailed;
import dev.tegami.net.ConnectionLost;
import dev.tegami.net.TimedOut;
import dev.tegami.smtp.Handover.State;

/** Which failures another connection may cure, without any risk that a message arrives twice. */
final class Attempts {
    private static final int CLOSING = 421;

    private Attempts() {}

    /** Whether the server took the message for nobody, and only because the connection ended. */
    static boolean isWorthAnother(Handover handover) {
        State state = handover.state();
        boolean taken = state == State.SENT || state == State.UNKNOWN;
        return !taken && handover.problem().filter(Attempts::isPassing).isPresent();
    }

    static boolean isPassing(RuntimeException error) {
        if (error instanceof SmtpRefused refused) {
            boolean ofTheSession = refused.receipt().isEmpty() && refused.isTransient();
            return ofTheSession || isClosing(refused.reply());
        }
        return error instanceof ConnectionLost
                || error instanceof ConnectFailed
                || error instanceof SessionSpent
                || error instanceof TimedOut;
    }

    static boolean isClosing(Reply reply) {
        return reply.code() == CLOSING;
    }
}
