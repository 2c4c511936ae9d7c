package dev.tegami.imap.internal.command;

import dev.tegami.imap.Appended;
import dev.tegami.imap.Flag;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import dev.tegami.mime.Message;
import java.util.Collection;
import java.util.List;

/** APPEND (RFC 9051 §6.3.12), of several messages where MULTIAPPEND (RFC 3502) allows. */
public record Append(String folder, List<Message> messages, Collection<Flag> flags) implements Command<Appended> {
    @Override
    public String name() {
        return "APPEND";
    }

    @Override
    public void write(Script script) {
        script.raw("APPEND ").folder(folder);
        for (Message message : messages) {
            script.raw(" ");
            if (!flags.isEmpty()) {
                Store.list(script, flags);
                script.raw(" ");
            }
            script.literal(message.size(), message::writeTo, "");
        }
    }

    @Override
    public Appended result(Tagged done) {
        return done.code().is("APPENDUID") ? Copy.where(done.code(), 1) : Appended.UNKNOWN;
    }
}
