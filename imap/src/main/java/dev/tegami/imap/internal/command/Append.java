package dev.tegami.imap.internal.command;

import dev.tegami.imap.Appended;
import dev.tegami.imap.NewMessage;
import dev.tegami.imap.internal.response.InternalDate;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import dev.tegami.mime.Message;
import java.util.List;

/** APPEND (RFC 9051 §6.3.12), of several messages where MULTIAPPEND (RFC 3502) allows. */
public record Append(String folder, List<NewMessage> messages, Headers headers) implements Command<Appended> {
    /** How headers in UTF-8 travel. */
    public enum Headers {
        /** As they are (RFC 9051, RFC 9755). */
        AS_THEY_ARE,
        /**
         * Announced, as RFC 6855 §4 wanted it. The server is asked first: one that does not know this takes the message
         * for commands.
         */
        ANNOUNCED
    }

    @Override
    public String name() {
        return "APPEND";
    }

    @Override
    public boolean sendsMessages() {
        return true;
    }

    @Override
    public void write(Script script) {
        script.raw("APPEND ").folder(folder);
        for (NewMessage each : messages) {
            script.raw(" ");
            if (!each.flags().isEmpty() || headers == Headers.ANNOUNCED) { // Courier finds UTF8 only behind a list
                Store.list(script, each.flags());
                script.raw(" ");
            }
            each.internalDate().ifPresent(date -> script.raw('"' + InternalDate.write(date) + "\" "));
            literal(script, each.message());
        }
    }

    /** NUL may stand in literals of one kind only (RFC 3516 §4.1). */
    private void literal(Script script, Message message) {
        if (headers == Headers.ANNOUNCED && message.needsSmtpUtf8()) {
            script.raw("UTF8 (")
                    .askedLiteral(message.size(), message::writeTo, "~")
                    .raw(")");
            return;
        }
        String mark = NulScan.finds(message) ? "~" : "";
        script.literal(message.size(), message::writeTo, mark);
    }

    @Override
    public Appended result(Tagged done) {
        return AppendUid.of(done.code()).orElse(Appended.UNKNOWN);
    }
}
