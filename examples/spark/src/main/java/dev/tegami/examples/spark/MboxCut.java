package dev.tegami.examples.spark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * Cuts an mbox into pieces of whole messages. Where a piece begins is told by an offset alone, so that every process
 * cuts at the same places; a piece may be empty. Whoever is in doubt does not cut: the library finds the messages.
 */
final class MboxCut {
    private static final Pattern SEPARATOR =
            Pattern.compile("From \\S+ +\\w{3} +\\w{3} +\\d{1,2} +\\d{1,2}:\\d{2}(:\\d{2})?( \\S+)? +\\d{4}\\s*");
    private static final int LONGEST = 1000;

    private final InputStream in;
    private long at;

    private MboxCut(InputStream in, long at) {
        this.in = in;
        this.at = at;
    }

    /** Copies the messages that begin at or after one place, and before another. */
    static void copy(Path mbox, long from, long to, Path copy) throws IOException {
        try (FileChannel channel = FileChannel.open(mbox, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            long begin = place(channel, from);
            long end = place(channel, to);
            while (begin < end) {
                begin += channel.transferTo(begin, end - begin, out);
            }
        }
    }

    /** The first message after an offset; the beginning and the end of the file are what they are. */
    private static long place(FileChannel channel, long offset) throws IOException {
        if (offset <= 0 || offset >= channel.size()) {
            return Math.max(0, Math.min(offset, channel.size()));
        }
        InputStream in = Channels.newInputStream(channel.position(offset));
        return new MboxCut(new BufferedInputStream(in, 1 << 16), offset).find();
    }

    /** Passes over the line that the offset lies in, whose beginning is not seen. */
    private long find() throws IOException {
        boolean afterEmpty = false;
        line();
        while (true) {
            long start = at;
            String line = line();
            if (line.isEmpty()) {
                return at;
            }
            if (afterEmpty && SEPARATOR.matcher(line).matches()) {
                return start;
            }
            afterEmpty = line.isBlank() && line.length() <= 2;
        }
    }

    /** The next line with its end, or the beginning of a long one; empty at the end. */
    private String line() throws IOException {
        byte[] text = new byte[LONGEST];
        int length = 0;
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            at++;
            if (length < LONGEST) {
                text[length++] = (byte) octet;
            }
            if (octet == '\n') {
                break;
            }
        }
        return new String(text, 0, length, StandardCharsets.ISO_8859_1);
    }
}
