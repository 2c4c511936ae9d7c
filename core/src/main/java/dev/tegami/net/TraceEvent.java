package dev.tegami.net;

/**
 * One moment on the wire.
 *
 * @param connection a number that tells the connections of this process apart
 * @param server the peer
 * @param kind what kind of moment
 * @param text a line without its CRLF, with secrets masked and controls shown as {@code \xNN}, or a note such as {@code (1048576 octets)}
 */
public record TraceEvent(long connection, Server server, Kind kind, String text) {
    /** The kinds of moments. */
    public enum Kind {
        /** We sent it. */
        SENT("C: "),
        /** The server sent it. */
        RECEIVED("S: "),
        /** Something about the connection itself: connected, TLS, closed. */
        NOTE("-- ");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    /** Gives the event as a line of a transcript: {@code C: }, {@code S: } or {@code -- } and the text. */
    @Override
    public String toString() {
        return kind.mark + text;
    }
}
