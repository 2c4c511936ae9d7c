package dev.tegami.imap.internal.command;

import dev.tegami.imap.Appended;
import dev.tegami.imap.MessageSet;
import dev.tegami.imap.ResponseCode;
import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.response.Condition;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;

/** COPY and MOVE (RFC 9051 §6.4.7 and §6.4.8). */
public final class Copy implements Command<Appended> {
    private final String verb;
    private final MessageSet messages;
    private final String target;
    private Appended where = Appended.UNKNOWN;

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
            where = where(condition.code(), 2);
            return true;
        }
        return false;
    }

    @Override
    public Appended result(Tagged done) {
        return done.code().is("COPYUID") ? where(done.code(), 2) : where;
    }

    /** Reads APPENDUID and COPYUID; nonsense counts as nothing said. */
    static Appended where(ResponseCode code, int index) {
        String[] words = code.arguments().split(" ", -1);
        try {
            return new Appended(Long.parseLong(words[0]), UidSet.parse(words[index]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Appended.UNKNOWN;
        }
    }
}
