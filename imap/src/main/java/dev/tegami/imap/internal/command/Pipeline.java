package dev.tegami.imap.internal.command;

import dev.tegami.imap.ImapRefused;
import dev.tegami.imap.internal.response.Continuation;
import dev.tegami.imap.internal.response.Esearch;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.net.NetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands that are under way at once. Servers may work on them side by side, and end them in any order. */
final class Pipeline {
    private final Conversation conversation;
    private final Map<String, Command<?>> pending = new LinkedHashMap<>();
    private final Map<String, Object> results = new LinkedHashMap<>();
    private @Nullable ImapRefused refusal;

    Pipeline(Conversation conversation) {
        this.conversation = conversation;
    }

    /** Runs them all; if one is refused, the others run to their end all the same. */
    List<Object> run(List<Command<?>> commands) {
        for (Command<?> command : commands) {
            pending.put(conversation.send(command), command);
        }
        List<String> tags = List.copyOf(pending.keySet());
        try {
            while (!pending.isEmpty()) {
                take(conversation.read(null));
            }
        } catch (NetException e) {
            throw e;
        } catch (RuntimeException e) {
            conversation.giveUp(e, tags.get(tags.size() - 1));
            throw e;
        }
        if (refusal != null) {
            throw refusal;
        }
        return new ArrayList<>(tags.stream().map(results::get).toList());
    }

    private void take(Response response) {
        if (response instanceof Tagged tagged) {
            end(tagged);
        } else if (response instanceof Continuation) {
            throw conversation.wire().violation("a continuation nobody asked for");
        } else if (response instanceof Esearch esearch && pending.containsKey(esearch.tag())) {
            conversation.untagged(pending.get(esearch.tag()), esearch);
        } else {
            untagged(response);
        }
    }

    private void untagged(Response response) {
        for (Command<?> command : pending.values()) {
            if (!(response instanceof Esearch) && conversation.taken(command, response)) {
                return;
            }
        }
        conversation.unclaimed(response);
    }

    private void end(Tagged tagged) {
        Command<?> command = pending.remove(tagged.tag());
        if (command == null) {
            throw conversation.wire().violation("an answer for a command that is not under way: " + tagged.tag());
        }
        try {
            results.put(tagged.tag(), command.result(conversation.accepted(command.name(), tagged.tag(), tagged)));
        } catch (ImapRefused e) {
            refusal = refusal == null ? e : refusal;
        }
    }
}
