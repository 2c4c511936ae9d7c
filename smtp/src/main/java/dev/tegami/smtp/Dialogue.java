package dev.tegami.smtp;

import dev.tegami.internal.wire.Wire;
import dev.tegami.net.ConnectionLost;
import dev.tegami.net.Deadlines;
import dev.tegami.smtp.internal.Command;
import dev.tegami.smtp.internal.ReplyReader;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commands out and replies in, over one wire. */
final class Dialogue {
    private static final int CLOSING = 421;

    private final Wire wire;
    private final ReplyReader replies;
    private @Nullable Reply closing;

    Dialogue(Wire wire) {
        this.wire = wire;
        this.replies = new ReplyReader(wire);
    }

    Wire wire() {
        return wire;
    }

    Deadlines deadlines() {
        return wire.options().deadlines();
    }

    /** Whether the server has not yet said that it closes (421). */
    boolean isOpen() {
        return closing == null;
    }

    /** What the server said when it closed. */
    Optional<Reply> closing() {
        return Optional.ofNullable(closing);
    }

    /** A reply that nobody asked for would be taken for the answer to what comes next, so nothing may come next. */
    void expectNothing() {
        if (isOpen() && wire.buffered() > 0) {
            Reply reply = await("unasked reply", deadlines().command());
            if (isOpen()) {
                throw wire.violation("the server answers what it was not asked: " + reply);
            }
        }
    }

    /** The answer to a message ends it; a wish for more is none. */
    Reply concluding(Reply reply) {
        if (reply.isIntermediate()) {
            throw wire.violation("this is no answer to a message: " + reply);
        }
        return reply;
    }

    /** Writes a command into the buffer. */
    void put(Command command) {
        command.writeTo(wire);
        wire.crlf();
    }

    Reply call(Command command) {
        return call(command, deadlines().command());
    }

    Reply call(Command command, Duration limit) {
        wire.begin(command.label(), limit);
        put(command);
        wire.flush();
        return read();
    }

    /** Waits for the next reply of several. */
    Reply await(String label, Duration limit) {
        wire.begin(label, limit);
        return read();
    }

    /** Reads a reply within the time of the step begun before. */
    Reply read() {
        Reply reply = replies.read();
        if (reply.code() == CLOSING) {
            closing = reply;
        }
        return reply;
    }

    ConnectionLost closedBefore(String label) {
        return new ConnectionLost(wire.server(), label, "the server closed the session (421)", "open a new one");
    }

    SmtpRefused refused(String label, Reply reply) {
        return new SmtpRefused(wire.server(), label, reply);
    }
}
