package dev.tegami.imap.internal.command;

import dev.tegami.imap.Copied;
import dev.tegami.imap.MessageSet;
import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.response.Condition;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;

/** COPY and MOVE (RFC 9051 §6.4.7 and §6.4.8). */
public final class Copy implements Command<Copied> {
    private final String verb;
    private final MessageSet messages;
    private final String target;
    private Copied copied = Copied.UNKNOWN;

    public Copy(String verb, MessageSet messages, String target) {
        this.verb = verb;
        this.messages = messages;
        this.target = target;
    }

    @Override
    public String name() {
        return messages instanceof UidSet ? "UID " + verb : verb;
    }

    @Override
    public void write(Script script) {
        script.raw(name() + " " + messages + " ").folder(target);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof Condition condition && condition.code().is("COPYUID")) {
            copied = Copied.parse(condition.code().arguments());
            return true;
        }
        return false;
    }

    @Override
    public Copied result(Tagged done) {
        return done.code().is("COPYUID") ? Copied.parse(done.code().arguments()) : copied;
    }
}
