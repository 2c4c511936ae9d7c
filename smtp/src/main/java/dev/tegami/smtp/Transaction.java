package dev.tegami.smtp;

import dev.tegami.LimitExceeded;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.NetException;
import dev.tegami.smtp.internal.Command;
import dev.tegami.smtp.internal.MailFrom;
import dev.tegami.smtp.internal.RcptTo;
import dev.tegami.smtp.internal.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message through MAIL, RCPT and DATA or BDAT (RFC 5321 §3.3), its envelope in one go where PIPELINING allows. */
final class Transaction {
    /** So many commands may wait for their replies: both directions of any socket hold them, so neither side blocks. */
    private static final int WINDOW = 64;

    private final Dialogue dialogue;
    private final Wire wire;
    private final Envelope envelope;
    private final Letter letter;
    private final Parameters parameters;
    private final Tally tally;
    private final int window;
    private final Cleanliness before;
    private final boolean chunked;
    private @Nullable Reply mailRefusal;
    private @Nullable Reply data;
    private Cleanliness after = Cleanliness.DIRTY;

    /** Whether the server still remembers an unfinished transaction. */
    enum Cleanliness {
        CLEAN,
        DIRTY
    }

    Transaction(
            Dialogue dialogue,
            Extensions extensions,
            Envelope envelope,
            Letter letter,
            Transfer transfer,
            Cleanliness before) {
        this.dialogue = dialogue;
        this.wire = dialogue.wire();
        this.envelope = envelope;
        this.letter = letter;
        this.parameters = new Parameters(envelope, extensions, letter);
        this.tally = new Tally(envelope, extensions);
        this.window = extensions.has("PIPELINING") ? WINDOW : 1;
        this.before = before;
        this.chunked = letter.isBinary() || (transfer == Transfer.CHUNKS && extensions.has("CHUNKING"));
    }

    Cleanliness cleanliness() {
        return after;
    }

    Receipt run() {
        converse(commands());
        Optional<Reply> closing = dialogue.closing();
        if (closing.isPresent()) {
            throw refused(wire.during(), closing.get());
        }
        Reply refusal = mailRefusal;
        if (refusal != null) {
            endEmptyData();
            throw refused("MAIL FROM", refusal);
        }
        if (!tally.hasAccepted()) {
            endEmptyData();
            throw refused("RCPT TO", tally.refusal().orElseThrow());
        }
        return chunked ? chunks() : message();
    }

    private List<Command> commands() {
        List<Command> commands = new ArrayList<>(envelope.recipients().size() + 3);
        if (before == Cleanliness.DIRTY) {
            commands.add(Verb.RSET);
        }
        commands.add(parameters.mail());
        envelope.recipients().forEach(recipient -> commands.add(parameters.rcpt(recipient)));
        if (!chunked) {
            commands.add(Verb.DATA);
        }
        return commands;
    }

    /** Keeps up to a window of commands under way; stops sending once it is clear that nothing will come of it. */
    private void converse(List<Command> commands) {
        int sent = 0;
        for (int read = 0; read < commands.size(); read++) {
            if (sent == read || sent - read <= window / 2) {
                sent = send(commands, sent, read + window);
            }
            if (sent == read) {
                return;
            }
            take(commands.get(read));
            if (!dialogue.isOpen()) {
                return;
            }
        }
    }

    private int send(List<Command> commands, int from, int limit) {
        int to = Math.min(limit, commands.size());
        int sent = from;
        wire.begin(
                from < to ? commands.get(from).label() : "envelope",
                dialogue.deadlines().command());
        while (sent < to && isWorthSending(commands.get(sent), sent == from)) {
            dialogue.put(commands.get(sent++));
        }
        wire.flush();
        return sent;
    }

    private boolean isWorthSending(Command command, boolean repliesAreIn) {
        if (mailRefusal != null || !dialogue.isOpen()) {
            return false;
        }
        boolean nobody = repliesAreIn && window == 1 && !tally.hasAccepted();
        return command != Verb.DATA || !nobody;
    }

    private void take(Command command) {
        boolean isData = command == Verb.DATA;
        Reply reply = dialogue.await(
                command.label(),
                isData ? dialogue.deadlines().dataStart() : dialogue.deadlines().command());
        if (isData ? reply.isPositive() : reply.isIntermediate()) {
            throw wire.violation("this is no answer to " + command.label() + ": " + reply);
        }
        if (command == Verb.RSET && !reply.isPositive()) {
            throw dialogue.refused("RSET", reply);
        }
        if (command instanceof MailFrom && !reply.isPositive()) {
            mailRefusal = reply;
        }
        if (command instanceof RcptTo) {
            tally.note(reply);
        }
        if (isData) {
            data = reply;
        }
    }

    /** The server asks for a message that has no recipient (RFC 2920 §3.1): it gets none. */
    private void endEmptyData() {
        if (data != null && data.isIntermediate()) {
            wire.begin("DATA", dialogue.deadlines().dataEnd());
            wire.text(".").crlf().flush();
            dialogue.read();
        }
    }

    private Receipt message() {
        Reply start = data;
        if (start == null) {
            throw wire.violation("no answer to DATA");
        }
        if (!start.isIntermediate()) {
            throw refused("DATA", start);
        }
        return concluded(new DataBody(dialogue, letter));
    }

    private Receipt chunks() {
        return concluded(new ChunkedBody(dialogue, letter));
    }

    private Receipt concluded(MessageBody body) {
        dialogue.expectNothing();
        Reply reply;
        try {
            reply = dialogue.concluding(body.send());
        } catch (NetException | LimitExceeded e) {
            throw body.isHandedOver() ? new DeliveryUnknown(wire.server(), tally.unknown(), e) : e;
        }
        after = Cleanliness.CLEAN;
        if (!reply.isPositive()) {
            after = Cleanliness.DIRTY;
            throw refused("end of message", reply);
        }
        return tally.answered(reply);
    }

    private SmtpRefused refused(String label, Reply reply) {
        return new SmtpRefused(wire.server(), label, reply, tally.answered(reply));
    }
}
