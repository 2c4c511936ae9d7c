package dev.tegami.imap.internal.command;

import dev.tegami.imap.Appended;
import dev.tegami.imap.NewMessage;
import dev.tegami.imap.internal.response.Condition;
import dev.tegami.imap.internal.response.InternalDate;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import dev.tegami.mime.TransferEncoding;
import java.util.Optional;

/** UID REPLACE (RFC 8508): one message comes and another one goes, or nothing happens. */
public final class Replace implements Command<Appended> {
    private final long uid;
    private final String folder;
    private final NewMessage message;
    private Appended where = Appended.UNKNOWN;

    public Replace(long uid, String folder, NewMessage message) {
        this.uid = uid;
        this.folder = folder;
        this.message = message;
    }

    @Override
    public String name() {
        return "UID REPLACE";
    }

    @Override
    public void write(Script script) {
        script.raw("UID REPLACE " + uid + " ").folder(folder).raw(" ");
        if (!message.flags().isEmpty()) {
            Store.list(script, message.flags());
            script.raw(" ");
        }
        message.internalDate().ifPresent(date -> script.raw('"' + InternalDate.write(date) + "\" "));
        boolean hasNul = message.message().needs() == TransferEncoding.BINARY;
        script.literal(message.message().size(), message.message()::writeTo, hasNul ? "~" : "");
    }

    /** The code may come before the message goes (RFC 8508 §3.2). */
    @Override
    public boolean take(Response response) {
        Optional<Appended> told =
                response instanceof Condition condition ? AppendUid.of(condition.code()) : Optional.empty();
        where = told.orElse(where);
        return told.isPresent();
    }

    @Override
    public Appended result(Tagged done) {
        return AppendUid.of(done.code()).orElse(where);
    }
}
