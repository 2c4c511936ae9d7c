package dev.tegami.imap.internal.command;

import dev.tegami.imap.Event;
import dev.tegami.imap.internal.response.Continuation;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.internal.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** IDLE (RFC 2177): until there is news, or the time is up. */
public final class Idle {
    private final Conversation conversation;
    private final Wire wire;

    public Idle(Conversation conversation) {
        this.conversation = conversation;
        this.wire = conversation.wire();
    }

    public List<Event> run(Duration longest) {
        List<Event> news = new ArrayList<>();
        Runnable end = conversation.overhear(news::add);
        try {
            String tag = conversation.send(new Bare("IDLE"));
            begun(tag);
            if (news.isEmpty()) {
                await(longest, news);
            }
            wire.begin("IDLE", wire.options().deadlines().command());
            wire.text("DONE").crlf().flush();
            ended(tag);
        } finally {
            end.run();
        }
        return List.copyOf(news);
    }

    private void begun(String tag) {
        while (true) {
            Response response = conversation.read(null);
            if (response instanceof Continuation) {
                return;
            }
            if (response instanceof Tagged tagged) {
                conversation.accepted("IDLE", tag, tagged);
                throw wire.violation("IDLE ended before it began");
            }
            conversation.unclaimed(response);
        }
    }

    private void await(Duration longest, List<Event> news) {
        long until = System.nanoTime() + longest.toNanos();
        while (news.isEmpty()) {
            Duration left = Duration.ofNanos(until - System.nanoTime());
            if (left.toMillis() < 1 || !wire.await(left)) {
                return;
            }
            wire.begin("IDLE", wire.options().deadlines().command());
            do {
                Response response = conversation.read(null);
                if (response instanceof Tagged || response instanceof Continuation) {
                    throw wire.violation("IDLE was ended by the server");
                }
                conversation.unclaimed(response);
            } while (wire.buffered() > 0);
        }
    }

    private void ended(String tag) {
        while (true) {
            Response response = conversation.read(null);
            if (response instanceof Tagged tagged) {
                conversation.accepted("IDLE", tag, tagged);
                return;
            }
            if (response instanceof Continuation) {
                throw wire.violation("a second continuation in IDLE");
            }
            conversation.unclaimed(response);
        }
    }
}
