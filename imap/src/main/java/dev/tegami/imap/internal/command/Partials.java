package dev.tegami.imap.internal.command;

import dev.tegami.imap.ImapRefused;
import dev.tegami.imap.internal.response.Continuation;
import dev.tegami.imap.internal.response.Fetched;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Stretch;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Partial fetches (RFC 9051 §6.4.5) of one section of one message, several under way at a time. */
final class Partials {
    private static final String NAME = "UID FETCH";

    private final Conversation conversation;
    private final long uid;
    private final String section;
    private final String header;
    private final int size;
    private final Deque<Partial> underWay = new ArrayDeque<>();
    private byte @Nullable [] headerOctets;

    /** One of them. */
    static final class Partial {
        final String tag;
        final long from;
        byte @Nullable [] octets;
        boolean isAnswered;
        boolean isDone;

        @Nullable
        ImapRefused refused;

        Partial(String tag, long from) {
            this.tag = tag;
            this.from = from;
        }

        boolean isEmpty() {
            byte[] got = octets;
            return got == null || got.length == 0;
        }
    }

    private record Ask(String words) implements Simple {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public void write(Script script) {
            script.raw(NAME + " " + words);
        }
    }

    Partials(Conversation conversation, long uid, String section, String header, int size) {
        this.conversation = conversation;
        this.uid = uid;
        this.section = section;
        this.header = header;
        this.size = size;
    }

    int underWay() {
        return underWay.size();
    }

    byte @Nullable [] header() {
        return headerOctets;
    }

    /** Asks for octets; those of the header come along with the first. */
    void ask(long from) {
        String along = from == 0 ? "BODY.PEEK[" + header + "] " : "";
        String items = along + "BODY.PEEK[" + section + "]<" + from + "." + size + ">";
        underWay.add(new Partial(conversation.send(new Ask(uid + " (UID " + items + ")")), from));
    }

    /** Waits for the one that was asked for first, in whatever order the answers come. */
    Partial next() {
        Partial first = underWay.element();
        conversation.wire().beginBody(NAME); // the time that the receiver took is not the server's
        while (!first.isDone) {
            Response response = conversation.read(null);
            if (response instanceof Tagged tagged) {
                done(tagged);
            } else if (response instanceof Continuation) {
                throw conversation.wire().violation("a continuation nobody asked for, in " + NAME);
            } else if (!(response instanceof Fetched fetched) || !take(fetched)) {
                conversation.unclaimed(response);
            }
        }
        return underWay.remove();
    }

    private void done(Tagged tagged) {
        Partial partial = underWay.stream()
                .filter(each -> each.tag.equals(tagged.tag()) && !each.isDone)
                .findFirst()
                .orElseThrow(() -> conversation
                        .wire()
                        .violation("an answer for a command that is not under way: " + tagged.tag()));
        partial.isDone = true;
        try {
            conversation.accepted(NAME, tagged.tag(), tagged);
        } catch (ImapRefused e) {
            partial.refused = e;
        }
    }

    private boolean take(Fetched fetched) {
        if (fetched.hasUid() && fetched.uid() != uid) {
            return false;
        }
        boolean taken = false;
        for (Stretch stretch : fetched.stretches()) {
            if (isHeader(stretch.spec())) {
                headerOctets = stretch.octets();
                taken = true;
            } else if (stretch.spec().equals(section)) {
                answer(Math.max(0, stretch.origin()), stretch.octets());
                taken = true;
            }
        }
        return taken;
    }

    /** Servers repeat the names of fields in their own order and case. */
    private boolean isHeader(String spec) {
        return spec.equals(header) || (header.startsWith("HEADER.") && spec.startsWith("HEADER."));
    }

    private void answer(long origin, byte @Nullable [] octets) {
        if (octets != null && octets.length > size) {
            throw conversation
                    .wire()
                    .violation("section " + section + " of UID " + uid + ": " + octets.length + " octets where " + size
                            + " were asked for at octet " + origin);
        }
        for (Partial partial : underWay) {
            if (partial.from == origin && !partial.isAnswered) {
                partial.isAnswered = true;
                partial.octets = octets;
                return;
            }
        }
        throw conversation
                .wire()
                .violation(String.format(
                        Locale.ROOT,
                        "section %s of UID %d: octets from %d on, which nobody asked for",
                        section,
                        uid,
                        origin));
    }
}
