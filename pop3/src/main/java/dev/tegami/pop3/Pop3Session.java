package dev.tegami.pop3;

import dev.tegami.mime.Message;
import dev.tegami.net.Receive;
import dev.tegami.pop3.internal.Command;
import dev.tegami.pop3.internal.Dialogue;
import dev.tegami.pop3.internal.Downloads;
import dev.tegami.pop3.internal.Fingerprint;
import dev.tegami.pop3.internal.Listing;
import dev.tegami.pop3.internal.Opened;
import dev.tegami.pop3.internal.Pipeline;
import dev.tegami.pop3.internal.Reply;
import dev.tegami.pop3.internal.Turn;
import dev.tegami.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A session with a maildrop. Deletions are only marks until {@link #commit()}; {@link #close()} without it drops the
 * connection, and the server deletes nothing.
 *
 * <pre>{@code
 * try (Pop3Session session = Pop3.at("pop.example.org").login("ada", secret).open()) {
 *     for (Arrival<Message> head : session.headers(session.entries())) {
 *         if (head.get().subject().orElse("").startsWith("[spam]")) {
 *             session.delete(List.of(head.entry()));
 *         }
 *     }
 *     session.commit();
 * }
 * }</pre>
 *
 * <p>For one thread at a time; a second one gets an {@link IllegalStateException}. Only {@link #abort()} may come from
 * another thread. Every call throws a {@link dev.tegami.net.NetException} if the connection fails, and {@link
 * Pop3Refused} if the server says no.
 */
@SuppressWarnings("try") // the turn is held, not used
public final class Pop3Session implements AutoCloseable {
    private final Dialogue dialogue;
    private final Pipeline.Ahead ahead;
    private final Turn turn = new Turn();
    private boolean marks;
    private boolean ended;
    private Optional<Capabilities> capabilities = Optional.empty();

    Pop3Session(Opened opened) {
        this.dialogue = opened.dialogue();
        this.ahead = opened.capabilities().has("PIPELINING") ? Pipeline.Ahead.PIPELINED : Pipeline.Ahead.LOCK_STEP;
    }

    /**
     * Asks what the server can do for a user who is logged in (CAPA). The answer is kept.
     *
     * @return the capabilities, none if the server knows no CAPA
     */
    public Capabilities capabilities() {
        try (Turn.Held held = turn.take()) {
            if (capabilities.isEmpty()) {
                capabilities = Optional.of(dialogue.capabilities());
            }
            return capabilities.get();
        }
    }

    /**
     * Counts the messages (STAT).
     *
     * @return what the server says
     */
    public Drop stat() {
        try (Turn.Held held = turn.take()) {
            Reply reply = dialogue.demand(Command.STAT);
            return Listing.drop(reply.text()).orElseThrow(() -> dialogue.wire().violation("STAT gave no numbers"));
        }
    }

    /**
     * Lists the messages (LIST and UIDL), without those marked for deletion. Where the server knows no UIDL the
     * entries have no names.
     *
     * @return the messages by number
     */
    public List<Entry> entries() {
        try (Turn.Held held = turn.take()) {
            Listing listing = new Listing();
            run(List.of(Command.LIST, Command.UIDL), (index, command, reply) -> {
                if (index == 0) {
                    dialogue.accepted(command, reply);
                    dialogue.listing(listing::size);
                } else if (reply.isPositive()) {
                    dialogue.listing(listing::uid);
                }
            });
            return listing.entries();
        }
    }

    private void run(List<Command> commands, Pipeline.Answer answer) {
        try {
            new Pipeline(dialogue, ahead).run(commands, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the headers of messages (TOP), pipelined where the server can: for choosing what to download.
     *
     * @param entries the messages
     * @return in the same order, messages that have a header and no body
     */
    public List<Arrival<Message>> headers(List<Entry> entries) {
        try (Turn.Held held = turn.take()) {
            List<Arrival<Message>> heads = new ArrayList<>(entries.size());
            downloads().heads(entries, heads::add);
            return heads;
        }
    }

    /**
     * Reads the beginning of a message (TOP).
     *
     * @param entry the message
     * @param lines how many lines of its body
     * @return the message as far as it was read
     */
    public Message top(Entry entry, int lines) {
        try (Turn.Held held = turn.take()) {
            return downloads().top(entry, lines);
        }
    }

    /**
     * Downloads a message (RETR).
     *
     * @param entry the message
     * @param receive where to
     * @param <T> what comes out
     * @return what came out
     * @throws IOException if the receiver fails; the session stays usable where little was left to read
     */
    public <T> T retrieve(Entry entry, Receive<T> receive) throws IOException {
        try (Turn.Held held = turn.take()) {
            return downloads().one(entry, receive);
        }
    }

    /**
     * Downloads a message into memory and parses it.
     *
     * @param entry the message
     * @return the message
     * @throws dev.tegami.LimitExceeded if it is larger than {@code WireLimits.literal()}; retrieve it to a file instead
     */
    public Message message(Entry entry) {
        int most = dialogue.wire().options().limits().literal();
        try {
            return Message.parse(retrieve(entry, Receive.bytes(most)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Downloads messages (RETR), pipelined where the server can.
     *
     * @param entries the messages
     * @param receive where each goes
     * @param arrived hears of each as it is complete or refused; it must not call the session
     * @param <T> what comes out
     * @throws IOException if a receiver fails; then the connection is dropped
     */
    public <T> void retrieve(
            List<Entry> entries, Function<? super Entry, Receive<T>> receive, Consumer<? super Arrival<T>> arrived)
            throws IOException {
        try (Turn.Held held = turn.take()) {
            downloads().all(entries, receive, arrived::accept);
        }
    }

    /** As {@link #retrieve(List, Function, Consumer)}, for a listener that may fail. */
    <T> void fetch(List<Entry> entries, Function<Entry, Receive<T>> receive, Downloads.Heard<T> heard)
            throws IOException {
        try (Turn.Held held = turn.take()) {
            downloads().all(entries, receive, heard);
        }
    }

    /** The fingerprint of each header, by number, for those whose header the server gives. */
    Map<Integer, Fingerprint> headerHashes(List<Entry> entries) throws IOException {
        try (Turn.Held held = turn.take()) {
            return downloads().headerHashes(entries);
        }
    }

    /** The same, downloading the messages whose header the server does not give alone. */
    Map<Integer, Fingerprint> anyHeaderHashes(List<Entry> entries) throws IOException {
        try (Turn.Held held = turn.take()) {
            return downloads().anyHeaderHashes(entries);
        }
    }

    /** Marks messages for deletion and tells how each fared. */
    void mark(List<Entry> entries, Consumer<Arrival<Boolean>> heard) {
        try (Turn.Held held = turn.take()) {
            marks |= !entries.isEmpty();
            run(entries.stream().map(entry -> Command.dele(entry.number())).toList(), (index, command, reply) -> {
                Entry entry = entries.get(index);
                heard.accept(
                        reply.isPositive()
                                ? new Arrival<>(entry, Optional.of(true), Optional.empty())
                                : new Arrival<>(
                                        entry, Optional.empty(), Optional.of(dialogue.refused(command, reply))));
            });
        }
    }

    private Downloads downloads() {
        return new Downloads(dialogue, ahead);
    }

    /**
     * Marks messages for deletion at {@link #commit()} (DELE), pipelined where the server can.
     *
     * @param entries the messages
     * @return those the server refused to mark
     */
    public List<Pop3Refused> delete(List<Entry> entries) {
        List<Pop3Refused> refused = new ArrayList<>();
        mark(entries, arrival -> arrival.refusal().ifPresent(refused::add));
        return refused;
    }

    /** Takes all marks for deletion back (RSET). */
    public void reset() {
        simply(Command.RSET);
    }

    /** Keeps the session alive (NOOP). */
    public void noop() {
        simply(Command.NOOP);
    }

    private void simply(Command command) {
        try (Turn.Held held = turn.take()) {
            dialogue.demand(command);
        }
    }

    /**
     * Lists the languages of the server's texts (LANG).
     *
     * @return the languages
     */
    public List<Language> languages() {
        try (Turn.Held held = turn.take()) {
            dialogue.demand(Command.LANG);
            return dialogue.lines().stream().map(Language::parse).toList();
        }
    }

    /**
     * Chooses the language of the server's texts (LANG).
     *
     * @param tag a language tag, or {@code *} for the server's default
     */
    public void language(String tag) {
        simply(Command.lang(tag));
    }

    /**
     * Collects new mail into a store, see {@link Pop3#collect(Store, Seen, Policy)}. Ends the session.
     *
     * @param store where to
     * @param seen the memory of this account
     * @param policy what to leave on the server
     * @return what was done
     * @throws IOException if the store or the memory fails
     */
    public Collected collect(Store store, Seen seen, Policy policy) throws IOException {
        return new Collector(this, new StoreTarget(store), seen, policy).run();
    }

    /**
     * Collects new mail into a sink, see {@link Pop3#collect(Sink, Seen, Policy)}. Ends the session.
     *
     * @param sink where to
     * @param seen the memory of this account
     * @param policy what to leave on the server
     * @return what was done
     * @throws IOException if the sink or the memory fails
     */
    public Collected collect(Sink sink, Seen seen, Policy policy) throws IOException {
        return new Collector(this, new SinkTarget(sink), seen, policy).run();
    }

    /**
     * Ends the session and makes the server delete what is marked (QUIT).
     *
     * @throws Pop3Refused if the server did not delete all of it
     * @throws dev.tegami.net.NetException if no answer came; then the messages may be deleted or not
     */
    public void commit() {
        try (Turn.Held held = turn.take()) {
            dialogue.demand(Command.QUIT);
        } finally {
            ended = true;
            dialogue.wire().close();
        }
    }

    /** Drops the connection at once, from any thread. A call in progress ends with {@link dev.tegami.net.Aborted}. */
    public void abort() {
        dialogue.wire().abort();
    }

    /**
     * Ends the session without {@link #commit()}: the connection is dropped and nothing is deleted. Marks are taken
     * back first (RSET), for servers that would delete all the same; no failure of that is reported.
     */
    @Override
    public void close() {
        if (marks && !ended) {
            dialogue.takeBack();
        }
        ended = true;
        dialogue.wire().close();
    }
}
