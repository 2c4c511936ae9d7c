package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.response.Continuation;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import dev.tegami.internal.wire.Wire;

/** One command on its way out: its words, and its literals once the server gave leave. */
final class Outgoing {
    private static final int LITERAL_MINUS = 4096; // RFC 7888 §5

    private final Conversation conversation;
    private final Wire wire;
    private final Command<?> command;
    private final String tag;

    Outgoing(Conversation conversation, Command<?> command, String tag) {
        this.conversation = conversation;
        this.wire = conversation.wire();
        this.command = command;
        this.tag = tag;
    }

    void write(Script script) {
        wire.beginBody(command.name());
        if (command.sendsMessages()) {
            LiteralBody.expect(script, conversation.meter());
        }
        wire.text(tag).text(" ");
        for (Script.Piece piece : script.pieces()) {
            if (piece instanceof Script.Plain plain) {
                wire.text(plain.text());
            } else if (piece instanceof Script.Secret secret) {
                wire.secret(secret.text());
            } else if (piece instanceof Script.Literal literal) {
                literal(literal);
            }
        }
        wire.crlf().flush();
    }

    private void literal(Script.Literal literal) {
        boolean atOnce = isAtOnce(literal);
        wire.text(literal.mark() + "{" + literal.size() + (atOnce ? "+}" : "}")).crlf();
        if (!atOnce) {
            wire.flush();
            awaitLeave();
        }
        LiteralBody.write(literal, wire, conversation.meter());
        conversation.meter().add(command.sendsMessages() ? 1 : 0, 0);
    }

    private boolean isAtOnce(Script.Literal literal) {
        boolean isShort = literal.size() <= LITERAL_MINUS;
        return !literal.isAsked() && (conversation.has("LITERAL+") || (conversation.has("LITERAL-") && isShort));
    }

    private void awaitLeave() {
        while (true) {
            Response response = conversation.read(null);
            if (response instanceof Continuation) {
                return;
            }
            if (response instanceof Tagged tagged) {
                conversation.accepted(command.name(), tag, tagged);
                throw wire.violation("success before the command was complete");
            }
            conversation.untagged(command, response);
        }
    }
}
