package dev.tegami.pop3.internal;

import dev.tegami.LimitExceeded;
import dev.tegami.MailException;
import dev.tegami.internal.wire.Line;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.Receive;
import dev.tegami.pop3.Capabilities;
import dev.tegami.pop3.Pop3Refused;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Commands out, replies in: what POP3 adds to the wire. */
public final class Dialogue {
    /** Lines of one listing; the largest maildrops known have some hundred thousand messages. */
    private static final int MOST_LINES = 500_000;

    private static final int CAPA_LINES = 500;
    private static final System.Logger LOG = System.getLogger("dev.tegami.pop3");

    private final Wire wire;

    public Dialogue(Wire wire) {
        this.wire = wire;
    }

    public Wire wire() {
        return wire;
    }

    /** Puts a command into the write buffer. */
    public void write(Command command) {
        wire.text(command.verb());
        if (command.isSecret()) {
            wire.secret(command.arguments());
        } else {
            wire.text(command.arguments());
        }
        wire.crlf();
    }

    /** Sends a command and reads its status line. */
    public Reply ask(Command command) {
        wire.begin(command.title(), wire.options().deadlines().command());
        write(command);
        wire.flush();
        return status();
    }

    /** Sends a command that must succeed. */
    public Reply demand(Command command) {
        return accepted(command, ask(command));
    }

    /** The reply, if it is positive. */
    public Reply accepted(Command command, Reply reply) {
        if (!reply.isPositive()) {
            throw refused(command, reply);
        }
        return reply;
    }

    public Pop3Refused refused(Command command, Reply reply) {
        return new Pop3Refused(wire.server(), command.title(), reply.code(), wire.redact(reply.text()));
    }

    /** Takes marks for deletion back if the connection still allows it. */
    public void takeBack() {
        try {
            wire.begin("RSET", wire.options().deadlines().close());
            write(Command.RSET);
            wire.flush();
            status();
        } catch (MailException e) {
            LOG.log(Level.DEBUG, "no RSET before the connection was dropped", e);
        }
    }

    /** Begins to wait for the status line of a pipelined command. */
    public Reply next(Command command) {
        wire.begin(command.title(), wire.options().deadlines().command());
        return status();
    }

    public Reply status() {
        return status(wire.line().text());
    }

    Reply status(String line) {
        return Reply.parse(line)
                .orElseThrow(() -> wire.violation(
                        "expected +OK or -ERR, got \"" + shown(line) + "\"; the peer may be no POP3 server"));
    }

    private static String shown(String line) {
        StringBuilder text = new StringBuilder();
        line.chars().limit(80).forEach(c -> text.append(c < ' ' || c == 127 ? '?' : (char) c));
        return text.toString();
    }

    /** Asks what the server can do. */
    public Capabilities capabilities() {
        return ask(Command.CAPA).isPositive() ? Capabilities.parse(lines()) : Capabilities.none();
    }

    /** Reads the lines of CAPA or LANG. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines(CAPA_LINES, lines::add);
        return lines;
    }

    /** Reads the lines of a listing. */
    public void listing(Consumer<String> each) {
        lines(MOST_LINES, each);
    }

    private void lines(int most, Consumer<String> each) {
        int count = 0;
        while (true) {
            wire.newReply();
            Line line = wire.line();
            if (line.length() == 1 && line.at(0) == '.') {
                return;
            }
            if (++count > most) {
                wire.abort();
                throw new LimitExceeded("lines of a reply", most, "the server lists more than any maildrop holds");
            }
            each.accept(line.at(0) == '.' ? line.text(1) : line.text());
        }
    }

    /** Streams the body that follows a positive reply. */
    public <T> T body(Command command, Receive<T> receive, long announced) throws IOException {
        wire.beginBody(command.title());
        return wire.bodies().receiveUntilDot(announced, receive);
    }
}
