package dev.tegami.mime;

import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.mime.Damage;
import dev.tegami.internal.mime.Entity;
import dev.tegami.internal.mime.Scanner;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the shape of a message as events, without keeping a tree: the scanner that {@link Message#parse} uses, for
 * messages with more parts than memory should hold. For one thread; offsets count octets from the start of the source.
 *
 * <pre>{@code
 * try (MessageReader reader = MessageReader.of(source)) {
 *     while (reader.next() != MessageReader.Event.DONE) {
 *         System.out.println(reader.event() + " at " + reader.offset());
 *     }
 * }
 * }</pre>
 */
public final class MessageReader implements Closeable {
    /** What was come to. */
    public enum Event {
        /** A header was read, of the message or of a part; its body begins. */
        START,
        /** The part that started last and has not ended is over. */
        END,
        /** Everything was read. */
        DONE
    }

    private final Octets octets;
    private final InputStream in;
    private final Scanner scanner;
    private final List<Finding> findings = new ArrayList<>();
    private final Deque<Entity> open = new ArrayDeque<>();
    private @Nullable Event event;
    private @Nullable Entity entity;
    private long end;

    private MessageReader(Octets octets, Limits limits) throws IOException {
        this.octets = octets;
        this.in = octets.open();
        this.scanner = Scanner.over(in, octets.size(), limits.scan(), this::found);
    }

    /**
     * Starts to read, with the standard limits.
     *
     * @param source the message
     * @return a reader before its first event
     * @throws IOException if the source cannot be opened
     */
    public static MessageReader of(Source source) throws IOException {
        return of(source, Limits.standard());
    }

    /**
     * Starts to read.
     *
     * @param source the message
     * @param limits the bounds
     * @return a reader before its first event
     * @throws IOException if the source cannot be opened
     */
    public static MessageReader of(Source source, Limits limits) throws IOException {
        return new MessageReader(OctetSource.octets(source), limits);
    }

    private void found(Damage damage, long offset, String detail) {
        findings.add(new Finding(Finding.Kind.valueOf(damage.name()), offset, detail));
    }

    /**
     * Goes on to the next event.
     *
     * @return the event
     * @throws IOException if the source cannot be read
     * @throws SourceChanged if the source is not what it was
     */
    public Event next() throws IOException {
        Event come = Event.valueOf(scanner.next().name());
        event = come;
        if (come == Event.START) {
            entity = scanner.entity();
            open.push(scanner.entity());
        } else if (come == Event.END) {
            entity = open.pop();
            end = scanner.end();
        }
        return come;
    }

    /**
     * Gives the event that {@link #next} came to last.
     *
     * @return the event
     * @throws IllegalStateException before the first event
     */
    public Event event() {
        if (event == null) {
            throw new IllegalStateException("next() was not called yet");
        }
        return event;
    }

    /**
     * Gives the header of the part the event is about.
     *
     * @return the header
     */
    public Header header() {
        Entity part = part();
        return new Header(part.data, part.from, part.length, part.index);
    }

    /**
     * Gives the type of the part the event is about.
     *
     * @return its type; {@link ContentType#PLAIN} if the header states none
     */
    public ContentType contentType() {
        Entity part = part();
        return part.type == null ? ContentType.PLAIN : new ContentType(part.type);
    }

    /**
     * Tells how deep the part stands: 0 for the message itself.
     *
     * @return the number of parts and messages around it
     */
    public int depth() {
        return event == Event.START ? open.size() - 1 : open.size();
    }

    /**
     * Tells where the part starts.
     *
     * @return the offset of its header
     */
    public long offset() {
        return part().start;
    }

    /**
     * Tells where the body starts.
     *
     * @return the offset behind the header's empty line
     */
    public long bodyOffset() {
        Entity part = part();
        return event == Event.END ? Math.min(part.bodyStart, end) : part.bodyStart;
    }

    /**
     * Tells where the part ends.
     *
     * @return the offset behind its last octet
     * @throws IllegalStateException at any event but {@link Event#END}
     */
    public long end() {
        if (event != Event.END) {
            throw new IllegalStateException("the end is known at END only");
        }
        return end;
    }

    /**
     * Gives the octets of the body as they stand; they are read from the source again.
     *
     * @return the encoded body
     * @throws IllegalStateException at any event but {@link Event#END}
     */
    public Source body() {
        return OctetSource.of(octets.slice(Math.min(bodyOffset(), end()), end()));
    }

    /**
     * Lists what was not as the RFCs want it so far.
     *
     * @return the findings
     */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    private Entity part() {
        if (entity == null) {
            throw new IllegalStateException("next() was not called yet");
        }
        return entity;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
