package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.response.Fetched;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Framer;
import dev.tegami.imap.internal.wire.Script;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.Receive;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** UID FETCH of one section of one message, streamed. */
public final class FetchSection<T> implements Command<Optional<T>> {
    private static final long MOST_SKIPPED = 8 * 1024 * 1024; // as the wire does where a receiver breaks midway
    private static final Pattern BODY =
            Pattern.compile("(?s)\\* [0-9]+ FETCH \\(.*(?:BODY|BINARY)\\[[^\\]]*\\](<[0-9]+>)? ?~?\\{[0-9]+\\+?\\}");

    private final long uid;
    private final String item;
    private final Receive<T> receive;
    private final Meter meter;
    private @Nullable T received;
    private byte @Nullable [] small;

    public FetchSection(long uid, String item, Receive<T> receive, Meter meter) {
        this.uid = uid;
        this.item = item;
        this.receive = receive;
        this.meter = meter;
    }

    @Override
    public String name() {
        return "UID FETCH";
    }

    @Override
    public void write(Script script) {
        script.raw("UID FETCH " + uid + " (" + item + ")");
    }

    @Override
    public Framer.Diversion diversion() {
        return this::divert;
    }

    private boolean divert(String soFar, long size, Wire wire) throws IOException {
        if (received != null || !BODY.matcher(soFar.toUpperCase(Locale.ROOT)).matches()) {
            return false;
        }
        wire.beginBody(name());
        Receive.Sink<T> sink = opened(size, wire);
        meter.expect(1, size);
        received = wire.bodies().receive(size, announced -> new Metered<>(sink, meter));
        return true;
    }

    /** A receiver that does not open must not leave the octets of the message where answers are looked for. */
    private Receive.Sink<T> opened(long size, Wire wire) throws IOException {
        boolean open = false;
        try {
            Receive.Sink<T> sink = receive.open(size);
            open = true;
            return sink;
        } finally {
            if (!open && size <= MOST_SKIPPED) {
                wire.bodies().receive(size, Receive.toStream(OutputStream.nullOutputStream()));
            } else if (!open) {
                wire.abort();
            }
        }
    }

    @Override
    public boolean take(Response response) {
        if (!(response instanceof Fetched fetched) || fetched.isFlagsOnly()) {
            return false;
        }
        if (received == null) {
            small = fetched.firstSection();
        }
        return true;
    }

    /** A short section may have come as a quoted string. */
    @Override
    public Optional<T> result(Tagged done) {
        return Optional.ofNullable(received);
    }

    /** Whether the receiver was given anything: then it cannot be asked again. */
    public boolean isReceived() {
        return received != null;
    }

    /** What came as a quoted string instead of a literal, to be handed on by the caller. */
    public byte @Nullable [] small() {
        return small;
    }
}
