package dev.tegami.imap.internal.command;

import dev.tegami.imap.Appended;
import dev.tegami.imap.NewMessage;
import dev.tegami.imap.internal.response.InternalDate;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.List;

/** APPEND (RFC 9051 §6.3.12), of several messages where MULTIAPPEND (RFC 3502) allows. */
public record Append(String folder, List<NewMessage> messages) implements Command<Appended> {
    @Override
    public String name() {
        return "APPEND";
    }

    @Override
    public void write(Script script) {
        script.raw("APPEND ").folder(folder);
        for (NewMessage each : messages) {
            script.raw(" ");
            if (!each.flags().isEmpty()) {
                Store.list(script, each.flags());
                script.raw(" ");
            }
            each.internalDate().ifPresent(date -> script.raw('"' + InternalDate.write(date) + "\" "));
            script.literal(each.message().size(), each.message()::writeTo, "");
        }
    }

    @Override
    public Appended result(Tagged done) {
        return done.code().is("APPENDUID") ? Copy.where(done.code(), 1) : Appended.UNKNOWN;
    }
}
