package dev.tegami.pop3.internal;

import dev.tegami.mime.Message;
import dev.tegami.net.Receive;
import dev.tegami.pop3.Arrival;
import dev.tegami.pop3.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** RETR and TOP, for one message or many. */
public final class Downloads {
    /** A header, held in memory: real ones stay below 100 KiB. */
    private static final int HEADER = 1 << 20;

    private final Dialogue dialogue;
    private final Pipeline.Ahead ahead;

    public Downloads(Dialogue dialogue, Pipeline.Ahead ahead) {
        this.dialogue = dialogue;
        this.ahead = ahead;
    }

    /** Hears of each message. */
    @FunctionalInterface
    public interface Heard<T> {
        void of(Arrival<T> arrival) throws IOException;
    }

    public <T> T one(Entry entry, Receive<T> receive) throws IOException {
        // Opened first, so that a place that cannot be had costs the session nothing.
        Receive.Sink<T> place = receive.open(entry.size());
        Command command = Command.retr(entry.number());
        boolean taken = false;
        try {
            dialogue.demand(command);
            taken = true;
        } finally {
            if (!taken) {
                place.abandon();
            }
        }
        return dialogue.body(command, announced -> place, entry.size());
    }

    public <T> void all(List<Entry> entries, Function<? super Entry, Receive<T>> receive, Heard<T> heard)
            throws IOException {
        List<Command> commands =
                entries.stream().map(entry -> Command.retr(entry.number())).toList();
        new Pipeline(dialogue, ahead).run(commands, (index, command, reply) -> {
            Entry entry = entries.get(index);
            heard.of(
                    reply.isPositive()
                            ? arrived(command, entry, receive.apply(entry))
                            : refused(command, entry, reply));
        });
    }

    private <T> Arrival<T> arrived(Command command, Entry entry, Receive<T> receive) throws IOException {
        return new Arrival<>(entry, Optional.of(dialogue.body(command, receive, entry.size())), Optional.empty());
    }

    private <T> Arrival<T> refused(Command command, Entry entry, Reply reply) {
        return new Arrival<>(entry, Optional.empty(), Optional.of(dialogue.refused(command, reply)));
    }

    public Message top(Entry entry, int lines) {
        Command command = Command.top(entry.number(), lines);
        dialogue.demand(command);
        try {
            return Message.parse(dialogue.body(
                    command, Receive.bytes(dialogue.wire().options().limits().literal()), -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void heads(List<Entry> entries, Heard<Message> heard) {
        List<Command> commands =
                entries.stream().map(entry -> Command.top(entry.number(), 0)).toList();
        try {
            new Pipeline(dialogue, ahead).run(commands, (index, command, reply) -> {
                Entry entry = entries.get(index);
                heard.of(reply.isPositive() ? head(command, entry) : refused(command, entry, reply));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Arrival<Message> head(Command command, Entry entry) throws IOException {
        byte[] octets = dialogue.body(command, Receive.bytes(HEADER), -1);
        return new Arrival<>(entry, Optional.of(Message.parse(octets)), Optional.empty());
    }

    /** The fingerprint of each header that TOP gives, by number. */
    public Map<Integer, Fingerprint> headerHashes(List<Entry> entries) throws IOException {
        Map<Integer, Fingerprint> hashes = new HashMap<>();
        hash(entries, entry -> Command.top(entry.number(), 0), hashes);
        return hashes;
    }

    /** The fingerprint of each header, by number, from the whole message where TOP gives none. */
    public Map<Integer, Fingerprint> anyHeaderHashes(List<Entry> entries) throws IOException {
        Map<Integer, Fingerprint> hashes = headerHashes(entries);
        List<Entry> missing = entries.stream()
                .filter(entry -> !hashes.containsKey(entry.number()))
                .toList();
        hash(missing, entry -> Command.retr(entry.number()), hashes);
        return hashes;
    }

    private void hash(List<Entry> entries, Function<Entry, Command> asked, Map<Integer, Fingerprint> hashes)
            throws IOException {
        new Pipeline(dialogue, ahead).run(entries.stream().map(asked).toList(), (index, command, reply) -> {
            if (reply.isPositive()) {
                Fingerprint fingerprint = new Fingerprint(OutputStream.nullOutputStream());
                dialogue.body(command, Receive.toStream(fingerprint), -1);
                hashes.put(entries.get(index).number(), fingerprint);
            }
        });
    }
}
