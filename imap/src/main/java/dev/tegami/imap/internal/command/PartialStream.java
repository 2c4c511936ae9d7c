package dev.tegami.imap.internal.command;

import dev.tegami.imap.ImapRefused;
import dev.tegami.imap.MessageGone;
import java.io.InputStream;

/**
 * A section of one message as a stream of windows, of which a few are held and asked for ahead, so that none is waited
 * for alone. Closing it takes what is under way off the wire; the session goes on.
 */
public final class PartialStream extends InputStream {
    private static final int WINDOW = 1024 * 1024;
    private static final int AHEAD = 4;

    private final Conversation conversation;
    private final long uid;
    private final String section;
    private final long declared;
    private final int size;
    private final Partials partials;
    private byte[] window = {};
    private int at;
    private long asked;
    private long total;
    private boolean isOver;
    private boolean isMissing;

    /**
     * Opens the stream; nothing is asked yet.
     *
     * @param section the section without brackets, in capitals
     * @param header the section that holds its header, to come along with the first window
     * @param declared how many octets the server said the section has, or -1
     */
    public PartialStream(Conversation conversation, long uid, String section, String header, long declared) {
        this.conversation = conversation;
        this.uid = uid;
        this.section = section;
        this.declared = declared;
        this.size = Math.min(WINDOW, conversation.wire().options().limits().literal() / 2 + 1);
        this.partials = new Partials(conversation, uid, section, header, size);
    }

    /** The header that came along, empty where the server gave none. */
    public byte[] header() {
        start();
        byte[] known = partials.header();
        return known == null ? new byte[0] : known;
    }

    /** Whether the server says that there is no such section. */
    public boolean isMissing() {
        start();
        return isMissing;
    }

    /** How many octets came; all of them once the stream has ended. */
    public long total() {
        return total;
    }

    private void start() {
        if (asked == 0) {
            advance();
        }
    }

    @Override
    public int read() {
        return at < window.length || advance() ? window[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (at == window.length && !advance()) {
            return -1;
        }
        int part = Math.min(length, window.length - at);
        System.arraycopy(window, at, to, from, part);
        at += part;
        return part;
    }

    private boolean advance() {
        if (isOver) {
            return false;
        }
        while (partials.underWay() == 0 || (partials.underWay() < AHEAD && asked < declared)) {
            partials.ask(asked);
            asked += size;
        }
        take(partials.next());
        return window.length > 0;
    }

    private void take(Partials.Partial partial) {
        ImapRefused refused = partial.refused;
        boolean isBehindTheEnd = total > 0 && total >= declared;
        if (refused != null && !isBehindTheEnd) {
            throw refused;
        }
        if (refused == null && !partial.isAnswered) {
            throw new MessageGone(uid);
        }
        byte[] octets = partial.octets;
        isMissing = partial.from == 0 && octets == null;
        window = octets == null ? new byte[0] : octets;
        at = 0;
        total += window.length;
        conversation.meter().add(0, window.length);
        if (window.length < size) {
            isOver = true;
            checkTheEnd();
        }
    }

    /** A section ends where a window is not full. Then nothing is behind it; else a part of it was left out. */
    private void checkTheEnd() {
        boolean isKnown = isMissing || total >= declared || partials.underWay() > 0;
        if (!isKnown) {
            partials.ask(total);
        }
        while (partials.underWay() > 0) {
            Partials.Partial behind = partials.next();
            if (!behind.isEmpty()) {
                throw conversation
                        .wire()
                        .violation("section " + section + " of UID " + uid + " was cut short at octet " + total
                                + ", yet there is more from " + behind.from + " on");
            }
            if (behind.refused == null && !behind.isAnswered && !isMissing) {
                throw new MessageGone(uid);
            }
        }
    }

    /** Takes what is under way off the wire. */
    @Override
    public void close() {
        isOver = true;
        while (partials.underWay() > 0) {
            partials.next();
        }
    }
}
