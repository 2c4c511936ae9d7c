package dev.tegami.internal.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shape of a message in one pass: where each entity starts, its header's fields, where its body starts and
 * ends. A stack of open entities replaces recursion, so nesting costs no call depth.
 */
public final class Scanner {
    /** What {@link #next} came to. */
    public enum Event {
        /** A header was read: {@link #entity}. */
        START,
        /** The innermost open entity is over: {@link #end}. */
        END,
        /** Everything was read. */
        DONE
    }

    private enum State {
        ENTITY,
        SEEK,
        CLOSE,
        DONE
    }

    /** Lines are looked at one by one before jumping pays for its table. */
    private static final int BEFORE_JUMPING = 4096;

    private static final class Frame {
        final Entity entity;
        boolean started;
        boolean closed;

        Frame(Entity entity) {
            this.entity = entity;
        }
    }

    private final Window window;
    private final Delimiters delimiters = new Delimiters();
    private final HeaderLines lines;
    private final ScanLimits limits;
    private final Damage.Sink sink;
    private final long size;
    private final List<Frame> open = new ArrayList<>();
    private State state = State.ENTITY;
    private int pos;
    private int hit = -1;
    private int afterHit;
    private long end;
    private int parts;
    private @Nullable Entity entity;

    private Scanner(Window window, int pos, long size, ScanLimits limits, Damage.Sink sink) {
        this.window = window;
        this.pos = pos;
        this.size = size;
        this.limits = limits;
        this.sink = sink;
        this.lines = new HeaderLines(window, delimiters, limits, sink);
    }

    public static Scanner over(byte[] b, int from, int to, ScanLimits limits, Damage.Sink sink) {
        return new Scanner(new Window(b, from, to), from, to - from, limits, sink);
    }

    /** Scans a stream; a known size saves reading to its end, -1 stands for an unknown one. */
    public static Scanner over(InputStream in, long size, ScanLimits limits, Damage.Sink sink) {
        return new Scanner(new Window(in), 0, size, limits, sink);
    }

    /** The entity that started last. */
    public Entity entity() {
        if (entity == null) {
            throw new IllegalStateException("nothing was read yet");
        }
        return entity;
    }

    /** Where the entity that ended last ends; never before its start. */
    public long end() {
        return end;
    }

    public Event next() throws IOException {
        while (true) {
            switch (state) {
                case ENTITY -> {
                    return start();
                }
                case SEEK -> {
                    seek();
                    state = State.CLOSE;
                }
                case CLOSE -> {
                    if (close()) {
                        return Event.END;
                    }
                }
                default -> {
                    return Event.DONE;
                }
            }
        }
    }

    private Event start() throws IOException {
        pos -= window.forget(pos);
        long start = window.base + pos;
        int body = lines.read(pos);
        Entity.Shape shape = Entity.Shape.LEAF;
        String boundary = null;
        MediaType type = lines.typeField < 0 ? null : mediaType();
        boolean identity = lines.encodingField < 0 || isIdentity();
        if (type != null && type.isMultipart()) {
            boundary = type.boundary();
            shape = multipart(boundary, identity, start);
        } else if (identity && isMessage(type)) {
            shape = Entity.Shape.EMBEDDED;
        }
        if (shape != Entity.Shape.LEAF && open.size() >= limits.nesting()) {
            sink.found(Damage.NESTING_LIMIT, start, "not looked into below level " + limits.nesting());
            shape = Entity.Shape.LEAF;
        }
        Entity read = new Entity(start, lines, window.base + body, shape, type, boundary);
        entity = read;
        parts++;
        open.add(new Frame(read));
        if (shape == Entity.Shape.MULTIPART && boundary != null) {
            delimiters.push(boundary.getBytes(StandardCharsets.ISO_8859_1), open.size() - 1);
        }
        pos = body;
        state = shape == Entity.Shape.EMBEDDED ? State.ENTITY : State.SEEK;
        return Event.START;
    }

    private Entity.Shape multipart(@Nullable String boundary, boolean identity, long start) {
        if (boundary == null || boundary.isEmpty()) {
            sink.found(Damage.MISSING_BOUNDARY, start, "a multipart without a boundary parameter");
            return Entity.Shape.LEAF;
        }
        if (!identity) {
            sink.found(Damage.ENCODED_MULTIPART, start, "a multipart with a transfer encoding, read as it stands");
        }
        return Entity.Shape.MULTIPART;
    }

    private boolean isMessage(@Nullable MediaType type) {
        if (type != null) {
            return type.isMessage();
        }
        int depth = open.size() - 1;
        MediaType parent = depth < 0 ? null : open.get(depth).entity.type;
        return parent != null
                && open.get(depth).entity.shape == Entity.Shape.MULTIPART
                && parent.subtype().equals("digest");
    }

    private MediaType mediaType() {
        int at = lines.typeField;
        return MediaType.parse(
                lines.data,
                lines.from + lines.index[at + 1] + 1,
                lines.from + Math.min(lines.index[at + 2], lines.length));
    }

    private boolean isIdentity() {
        int at = lines.encodingField;
        int from = lines.from + lines.index[at + 1] + 1;
        int to = lines.from + lines.index[at + 2];
        return Encoding.read(lines.data, from, to).isIdentity();
    }

    private boolean close() {
        int keep = hit < 0 ? 0 : (hit >> 1) + 1;
        int last = open.size() - 1;
        if (last >= keep) {
            Frame frame = open.remove(last);
            delimiters.pop(last);
            if (frame.entity.shape == Entity.Shape.MULTIPART && !frame.closed) {
                sink.found(
                        frame.started ? Damage.MISSING_CLOSE_DELIMITER : Damage.MISSING_DELIMITER,
                        frame.entity.start,
                        "boundary " + frame.entity.boundary);
            }
            end = Math.max(end, frame.entity.start);
            return true;
        }
        if (hit < 0) {
            state = State.DONE;
            return false;
        }
        after(open.get(last));
        return false;
    }

    /** Goes on behind a delimiter of the frame. */
    private void after(Frame frame) {
        pos = afterHit;
        frame.started = true;
        if ((hit & 1) == 1) {
            frame.closed = true;
            delimiters.pop(open.size() - 1);
            state = State.SEEK;
        } else if (parts >= limits.parts()) {
            if (parts++ == limits.parts()) {
                sink.found(Damage.PARTS_LIMIT, window.base + pos, "more than " + limits.parts() + " parts");
            }
            state = State.SEEK;
        } else {
            state = State.ENTITY;
        }
    }

    /** Moves to the next delimiter line of an open multipart, or to the end. */
    private void seek() throws IOException {
        hit = -1;
        if (delimiters.isEmpty()) {
            toTheEnd();
            return;
        }
        int at = pos;
        long patience = window.base + pos + BEFORE_JUMPING;
        while (true) {
            if (!window.has(at + 1)) {
                end = window.base + window.limit;
                return;
            }
            byte[] b = window.buf;
            if (b[at] == '-' && b[at + 1] == '-' && isHit(at)) {
                return;
            }
            at = restOfLine(at);
            if (window.base + at > patience) {
                Grams grams = delimiters.grams();
                if (grams != null) {
                    at = jump(at, grams);
                    if (hit >= 0) {
                        return;
                    }
                }
            }
        }
    }

    private int restOfLine(int from) throws IOException {
        int at = from;
        while (window.has(at)) {
            at = window.lineEnd(at, window.limit);
            boolean over = window.buf[at - 1] == '\n';
            at -= window.forget(Math.max(0, at - 2));
            if (over) {
                return at;
            }
        }
        return at;
    }

    private void toTheEnd() throws IOException {
        if (size >= 0) {
            end = size;
            return;
        }
        int at = window.limit;
        while (window.has(at)) {
            at = window.limit;
            at -= window.forget(at);
        }
        end = window.base + window.limit;
    }

    /** Jumps from a line's start to the next delimiter; where the input ends first, to its end. */
    private int jump(int from, Grams grams) throws IOException {
        int reach = grams.stride - 1;
        int checked = from;
        int at = from + reach;
        while (true) {
            at = grams.find(window.buf, at, window.limit);
            if (at + Long.BYTES <= window.limit) {
                int found = look(Math.max(checked, at - reach), at);
                if (found >= 0) {
                    return found;
                }
                checked = at + 1;
                at += grams.stride;
                continue;
            }
            checked = Math.max(checked, at - reach);
            int moved = window.forget(Math.max(0, checked - 2));
            at -= moved;
            checked -= moved;
            if (!window.has(at + Long.BYTES)) {
                int found = look(checked, window.limit - 2);
                return found >= 0 ? found : window.limit;
            }
        }
    }

    /** Looks closely for a delimiter that starts between two places, both included; -1 if there is none. */
    private int look(int first, int last) throws IOException {
        for (int at = first; at <= last; at++) {
            byte[] b = window.buf;
            if (b[at] == '-' && b[at + 1] == '-' && b[at - 1] == '\n' && isHit(at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isHit(int at) throws IOException {
        int line = window.lineEnd(at, at + delimiters.reach());
        byte[] b = window.buf;
        hit = delimiters.match(b, at, line);
        if (hit < 0) {
            return false;
        }
        int before = at;
        long floor = floor();
        if (window.base + before > floor && b[before - 1] == '\n') {
            before--;
            if (window.base + before > floor && b[before - 1] == '\r') {
                before--;
            }
        }
        end = window.base + before;
        afterHit = b[line - 1] == '\n' ? line : restOfLine(line);
        return true;
    }

    /** No entity ends before the start of the innermost one. */
    private long floor() {
        return open.get(open.size() - 1).entity.start;
    }
}
