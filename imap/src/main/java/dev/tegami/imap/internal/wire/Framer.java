package dev.tegami.imap.internal.wire;

import dev.tegami.internal.wire.Line;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.WireLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the stream into responses: a line and, while it ends with a literal, the literal and the next line. Short
 * literals stand in the frame, longer ones beside it.
 */
public final class Framer {
    private static final int START = 512; // thousands of sessions may wait for news at a time
    private static final int KEPT = 1024 * 1024;
    private static final int SHORT = 256; // below that an array of its own costs more than a copy

    private final Wire wire;
    private final WireLimits limits;
    private byte[] frame = new byte[START];
    private int length;
    private boolean utf8Names;
    private long size;

    public Framer(Wire wire) {
        this.wire = wire;
        this.limits = wire.options().limits();
    }

    /** Gives memory away before a long wait; the response read last is void then. */
    public void rest() {
        frame = new byte[START];
    }

    /** Says whether folder names are UTF-8 from now on. */
    public void utf8Names(boolean are) {
        utf8Names = are;
    }

    /** Where a large literal goes instead of the frame. */
    @FunctionalInterface
    public interface Diversion {
        /** Takes the literal off the wire, if the response so far says it is the one; else returns false. */
        boolean take(String soFar, long size, Wire wire) throws IOException;
    }

    /** Reads a response. Its octets stay valid until the next one. */
    public Tokens next(@Nullable Diversion diversion) throws IOException {
        if (frame.length > KEPT) {
            rest();
        }
        length = 0;
        Literals literals = Literals.NONE;
        wire.newReply();
        while (true) {
            Line line = wire.line();
            append(line.array(), line.from(), line.length());
            long announced = carriesLiterals() ? literalAtEnd() : -1;
            if (announced < 0) {
                size = length + literals.total();
                Tokens in = new Tokens(frame, length, limits.nesting(), literals);
                return utf8Names ? in.utf8Names() : in;
            }
            if (diversion != null && diversion.take(soFar(), announced, wire)) {
                replaceSize();
            } else if (announced <= SHORT) {
                newLine();
                room((int) announced);
                wire.read(frame, length, (int) announced);
                length += (int) announced;
            } else {
                newLine();
                literals = literals == Literals.NONE ? new Literals() : literals;
                literals.read(length, announced, wire);
            }
        }
    }

    /** The octets of the last response that are held. */
    public long size() {
        return size;
    }

    private String soFar() {
        return new String(frame, 0, length, StandardCharsets.ISO_8859_1);
    }

    /** A diverted literal leaves an empty one behind. */
    private void replaceSize() {
        while (frame[length - 1] != '{') {
            length--;
        }
        append(new byte[] {'0', '}', '\r', '\n'}, 0, 4);
    }

    private void newLine() {
        append(new byte[] {'\r', '\n'}, 0, 2);
    }

    /** Free text may end like a literal without being one: only data responses carry literals. */
    private boolean carriesLiterals() {
        if (length < 3 || frame[0] != '*' || frame[1] != ' ') {
            return false;
        }
        int third = frame[2] | 0x20;
        if (third != 'o' && third != 'n' && third != 'b' && third != 'p') {
            return true;
        }
        String head = new String(frame, 2, Math.min(length - 2, 8), StandardCharsets.ISO_8859_1);
        return !head.matches("(?is)(OK|NO|BAD|BYE|PREAUTH)( .*)?");
    }

    private long literalAtEnd() {
        int i = length - 1;
        if (i < 2 || frame[i] != '}') {
            return -1;
        }
        i--;
        if (frame[i] == '+') {
            i--;
        }
        int digitsEnd = i + 1;
        while (i >= 0 && frame[i] >= '0' && frame[i] <= '9') {
            i--;
        }
        if (i < 0 || frame[i] != '{' || digitsEnd == i + 1) {
            return -1;
        }
        if (digitsEnd - i > 19) {
            throw wire.limitExceeded("literal", limits.literal());
        }
        return Long.parseLong(new String(frame, i + 1, digitsEnd - i - 1, StandardCharsets.ISO_8859_1));
    }

    private void append(byte[] octets, int from, int count) {
        room(count);
        System.arraycopy(octets, from, frame, length, count);
        length += count;
    }

    private void room(int more) {
        if (more > limits.reply() - length) {
            throw wire.limitExceeded("reply", limits.reply());
        }
        if (length + more > frame.length) {
            frame = Arrays.copyOf(frame, Math.max(length + more, frame.length * 2));
        }
    }
}
