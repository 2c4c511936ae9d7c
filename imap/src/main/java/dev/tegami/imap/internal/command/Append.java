package dev.tegami.imap.internal.command;

import dev.tegami.imap.Appended;
import dev.tegami.imap.NewMessage;
import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.response.InternalDate;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import dev.tegami.mime.Message;
import dev.tegami.mime.TransferEncoding;
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
            literal(script, each.message());
        }
    }

    /** Headers in UTF-8 have to be announced (RFC 6855 §4); NUL may stand in literals of one kind only (RFC 3516 §4.1). */
    private static void literal(Script script, Message message) {
        boolean utf8 = script.dialect().announcesUtf8() && message.needsSmtpUtf8();
        String mark = utf8 || message.needs() == TransferEncoding.BINARY ? "~" : "";
        script.raw(utf8 ? "UTF8 (" : "")
                .literal(message.size(), message::writeTo, mark)
                .raw(utf8 ? ")" : "");
    }

    @Override
    public Appended result(Tagged done) {
        return done.code().is("APPENDUID") ? where(done.code().arguments()) : Appended.UNKNOWN;
    }

    /** Nonsense counts as nothing said. */
    private static Appended where(String arguments) {
        String[] words = arguments.split(" ", -1);
        try {
            return new Appended(Long.parseLong(words[0]), UidSet.parse(words[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Appended.UNKNOWN;
        }
    }
}
