package dev.tegami.imap.internal.command;

import dev.tegami.imap.Quota;
import dev.tegami.imap.QuotaLimit;
import dev.tegami.imap.internal.quirk.JamesAtoms;
import dev.tegami.imap.internal.response.QuotaData;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.List;
import java.util.Optional;

/** GETQUOTA and SETQUOTA (RFC 9208 §4.1.1 and §4.1.2), of which both are answered by QUOTA. */
public final class GetQuota implements Command<Optional<Quota>> {
    private final String verb;
    private final String root;
    private final List<QuotaLimit> limits;
    private final boolean isBare;
    private final Quotas found = new Quotas();

    public GetQuota(String root, String greeting) {
        this("GETQUOTA", root, List.of(), JamesAtoms.areBare(greeting, root));
    }

    private GetQuota(String verb, String root, List<QuotaLimit> limits, boolean isBare) {
        this.isBare = isBare;
        this.verb = verb;
        this.root = root;
        this.limits = limits;
    }

    public static GetQuota setting(String root, List<QuotaLimit> limits) {
        return new GetQuota("SETQUOTA", root, limits, false);
    }

    @Override
    public String name() {
        return verb;
    }

    @Override
    public void write(Script script) {
        script.raw(verb + " ");
        if (isBare) {
            script.atom(root);
        } else {
            script.string(root);
        }
        if (verb.equals("SETQUOTA")) {
            script.raw(" (");
            String gap = "";
            for (QuotaLimit limit : limits) {
                script.raw(gap).atom(limit.resource()).raw(" " + limit.most());
                gap = " ";
            }
            script.raw(")");
        }
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof QuotaData data) {
            found.add(data.quota());
            return true;
        }
        return false;
    }

    @Override
    public Optional<Quota> result(Tagged done) {
        return found.all().stream().findFirst();
    }
}
