package dev.tegami.smtp.internal;

import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;

/** How the lines of a message end. */
public final class LineEnds {
    private LineEnds() {}

    /** Whether the first line ends with LF alone: the message comes from a Unix file, and so end all its lines. */
    public static boolean areUnix(Source source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] window = new byte[2 * 1024];
            int before = 0;
            for (int got = in.read(window); got > 0; got = in.read(window)) {
                for (int i = 0; i < got; i++) {
                    if (window[i] == '\n') {
                        return before != '\r';
                    }
                    before = window[i];
                }
            }
            return false;
        }
    }
}
