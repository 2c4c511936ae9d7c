package dev.tegami.imap.internal.command;

import dev.tegami.imap.ResponseCode;
import dev.tegami.imap.internal.response.Condition;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** UID SEARCH and UID SORT whose result is kept up to date (RFC 5267 §4.3). */
public final class FollowCommand implements Command<FollowCommand.Followed> {
    private final FindCommand find;
    private @Nullable Condition refusal;

    /**
     * What is followed.
     *
     * @param tag by which the server names the search
     * @param found the result so far
     * @param refusal why it will not be kept up to date, or {@link ResponseCode#NONE}
     * @param text what the server says to that
     */
    public record Followed(String tag, Found found, ResponseCode refusal, String text) {}

    public FollowCommand(String order, List<Object> words) {
        find = new FindCommand(order, "UPDATE ALL", words);
    }

    @Override
    public String name() {
        return find.name();
    }

    @Override
    public void write(Script script) {
        find.write(script);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof Condition condition && condition.code().is("NOUPDATE")) {
            refusal = condition;
            return true;
        }
        return find.take(response);
    }

    @Override
    public Followed result(Tagged done) {
        Condition no = refusal;
        return new Followed(
                done.tag(), find.result(done), no == null ? ResponseCode.NONE : no.code(), no == null ? "" : no.text());
    }
}
