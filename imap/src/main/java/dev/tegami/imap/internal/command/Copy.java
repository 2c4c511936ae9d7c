package dev.tegami.imap.internal.command;

import dev.tegami.imap.MessageSet;
import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.response.Condition;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;

/** COPY and MOVE (RFC 9051 §6.4.7 and §6.4.8). Gives the arguments of COPYUID, or an empty text. */
public final class Copy implements Command<String> {
    private final String verb;
    private final MessageSet messages;
    private final String target;
    private String copied = "";

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
            copied = condition.code().arguments();
            return true;
        }
        return false;
    }

    @Override
    public String result(Tagged done) {
        return done.code().is("COPYUID") ? done.code().arguments() : copied;
    }
}
