package dev.tegami.store;

import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Parses a stored message: a small one from memory, as opening its file for every part costs more than holding it. */
final class WholeMessage {
    private static final int HELD = 256 * 1024;

    private WholeMessage() {}

    static Message parse(Source raw, long atMost) throws IOException {
        return parse(raw, raw::open, atMost);
    }

    /** The octets of a small one come from an opener of their own. */
    static Message parse(Source raw, Source.Opener opener, long atMost) throws IOException {
        if (atMost > HELD) {
            return Message.parse(raw);
        }
        byte[] room = new byte[(int) atMost + 1];
        try (InputStream in = opener.open()) {
            int n = in.readNBytes(room, 0, room.length);
            return n < room.length ? Message.parse(Arrays.copyOf(room, n)) : Message.parse(raw);
        }
    }
}
