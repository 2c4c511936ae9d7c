package dev.tegami.internal.mime.mask;

import dev.tegami.internal.mime.Ascii;
import dev.tegami.internal.mime.Entity;
import dev.tegami.internal.mime.ScanLimits;
import dev.tegami.internal.mime.Scanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Takes the words out of a whole message, in place: headers, bodies, and what stands between parts. */
public final class MessageMask {
    private static final int DEEPEST = 8;

    private final WordMask words;
    private final ScanLimits limits;
    private final int depth;
    private final List<Entity> open = new ArrayList<>();

    private MessageMask(WordMask words, ScanLimits limits, int depth) {
        this.words = words;
        this.limits = limits;
        this.depth = depth;
    }

    /** Gives a masked copy of the same length; the same key masks the same word alike. */
    public static byte[] mask(byte[] message, byte[] key, ScanLimits limits) throws IOException {
        byte[] masked = message.clone();
        new MessageMask(new WordMask(key), limits, 0).message(message, masked, 0);
        return masked;
    }

    /** A message behind an encoding. */
    void inner(byte[] b, int from, int to) throws IOException {
        if (depth >= DEEPEST) {
            words.mask(b, from, to);
            return;
        }
        byte[] original = Arrays.copyOfRange(b, from, to);
        new MessageMask(words, limits, depth + 1).message(original, b, from);
    }

    private void message(byte[] original, byte[] out, int offset) throws IOException {
        Scanner scanner = Scanner.over(original, 0, original.length, limits, (damage, at, detail) -> {});
        long done = 0;
        Scanner.Event event;
        while ((event = scanner.next()) != Scanner.Event.DONE) {
            if (event == Scanner.Event.START) {
                Entity entity = scanner.entity();
                gap(out, offset + (int) done, offset + (int) entity.start);
                int headerEnd = (int) entity.start + entity.length;
                new FieldMask(words, out).fields(offset + (int) entity.start, offset + headerEnd);
                done = Math.max(entity.bodyStart, headerEnd);
                open.add(entity);
                continue;
            }
            Entity entity = open.remove(open.size() - 1);
            long end = scanner.end();
            if (done < end) {
                if (entity.shape == Entity.Shape.LEAF) {
                    new BodyMask(this, words, entity)
                            .mask(out, offset + (int) done, offset + (int) end, entity.encoding());
                } else {
                    open.add(entity);
                    gap(out, offset + (int) done, offset + (int) end);
                    open.remove(open.size() - 1);
                }
            }
            done = Math.max(done, end);
        }
        gap(out, offset + (int) done, offset + original.length);
    }

    /** Preambles, delimiters and epilogues: delimiters stay. */
    private void gap(byte[] b, int from, int to) {
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && b[end] != '\n') {
                end++;
            }
            words.mask(b, at + delimiter(b, at, end), end, Set.of());
            at = end + 1;
        }
    }

    /** How many octets of the line are a delimiter of an open multipart. */
    private int delimiter(byte[] b, int at, int end) {
        if (end - at < 2 || b[at] != '-' || b[at + 1] != '-') {
            return 0;
        }
        String line = Ascii.latin1(b, at + 2, end);
        for (int i = open.size() - 1; i >= 0; i--) {
            String boundary = open.get(i).boundary;
            if (boundary != null && line.startsWith(boundary)) {
                return 2 + boundary.length();
            }
        }
        return 0;
    }
}
