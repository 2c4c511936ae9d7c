package dev.tegami.store;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a message up to the empty line after its header. */
final class HeaderOnly {
    private static final int LIMIT = 1 << 20;

    private HeaderOnly() {}

    static Header read(Source raw) throws IOException {
        return Message.parse(block(raw)).header();
    }

    /** The octets of the header, its empty line included. */
    static byte[] block(Source raw) throws IOException {
        byte[] block = new byte[4096];
        int have = 0;
        try (InputStream in = raw.open()) {
            while (true) {
                if (have == block.length) {
                    block = Arrays.copyOf(block, have * 2);
                }
                int n = in.read(block, have, block.length - have);
                if (n < 0) {
                    return Arrays.copyOf(block, have);
                }
                int end = end(block, Math.max(0, have - 3), have + n);
                have += n;
                if (end >= 0) {
                    return Arrays.copyOf(block, end);
                }
                if (have >= LIMIT) {
                    throw new LimitExceeded("header", LIMIT, "read the whole message instead");
                }
            }
        }
    }

    /** The end of the first empty line, or -1; a line ends in LF, with or without CR. */
    static int end(byte[] block, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean atLineStart = i == 0 || block[i - 1] == '\n';
            if (atLineStart && block[i] == '\n') {
                return i + 1;
            }
            if (atLineStart && block[i] == '\r' && i + 1 < to && block[i + 1] == '\n') {
                return i + 2;
            }
        }
        return -1;
    }
}
