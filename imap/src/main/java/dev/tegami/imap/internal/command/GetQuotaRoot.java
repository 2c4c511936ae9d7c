package dev.tegami.imap.internal.command;

import dev.tegami.imap.Quota;
import dev.tegami.imap.internal.response.QuotaData;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.response.Words;
import dev.tegami.imap.internal.wire.Script;
import java.util.List;

/** GETQUOTAROOT (RFC 9208 §4.1.3). */
public final class GetQuotaRoot implements Command<List<Quota>> {
    private final String folder;
    private final Quotas found = new Quotas();

    public GetQuotaRoot(String folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "GETQUOTAROOT";
    }

    @Override
    public void write(Script script) {
        script.raw(name()).raw(" ").folder(folder);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof QuotaData data) {
            found.add(data.quota());
            return true;
        }
        return response instanceof Words words && words.name().equals("QUOTAROOT");
    }

    @Override
    public List<Quota> result(Tagged done) {
        return found.all();
    }
}
