package dev.tegami.imap;

import dev.tegami.imap.internal.command.Command;
import dev.tegami.imap.internal.command.FetchCommand;
import dev.tegami.imap.internal.command.FetchSection;
import dev.tegami.imap.internal.command.Select;
import dev.tegami.imap.internal.quirk.GreenMailHeaders;
import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.net.Receive;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be read of the messages of a selected folder. See {@link Folder}. */
public abstract sealed class ReadableFolder extends SelectedFolder permits FindingFolder {
    static final int LONGEST_SET = 4_000; // keeps commands below the 8,192 octets of RFC 7162 §4
    private static final long WIDE = 10;

    final ImapSession session;

    ReadableFolder(ImapSession session, String name, Select.Selected first) {
        super(name, first);
        this.session = session;
    }

    final <R> R run(Command<R> command) {
        return session.guarded(() -> {
            check();
            return session.conversation().run(command);
        });
    }

    /**
     * Cuts a set into as many commands as it takes: by their length, and by the server's limit (RFC 9738). Where that
     * limit would make many of a few messages, they are looked for first.
     */
    final List<UidSet> pieces(UidSet messages) {
        return pieces(messages, session.messageLimit());
    }

    final List<UidSet> pieces(UidSet messages, OptionalLong limit) {
        if (limit.isEmpty() || messages.equals(UidSet.SAVED) || messages.isEmpty()) {
            return messages.pieces(LONGEST_SET);
        }
        boolean isWide = messages.contains(MessageSet.LAST) || messages.size() > WIDE * limit.getAsLong();
        UidSet there = isWide ? present(messages) : messages;
        return there.cut(limit.getAsLong()).stream()
                .flatMap(piece -> piece.pieces(LONGEST_SET).stream())
                .toList();
    }

    final List<? extends MessageSet> pieces(MessageSet messages) {
        return pieces(messages, session.messageLimit());
    }

    final List<? extends MessageSet> pieces(MessageSet messages, OptionalLong limit) {
        if (messages instanceof UidSet uids) {
            return pieces(uids, limit);
        }
        if (session.isUidOnly()) {
            throw new UnsupportedOperationException("UIDONLY is on: name messages by their UIDs");
        }
        return limit.isPresent() && messages instanceof SeqSet numbers
                ? numbers.cut(limit.getAsLong(), exists()).stream()
                        .flatMap(piece -> piece.pieces(LONGEST_SET).stream())
                        .toList()
                : messages.pieces(LONGEST_SET);
    }

    /** Those of these messages that are there. */
    abstract UidSet present(UidSet messages);

    final void check() {
        if (!session.isSelected(this)) {
            throw new FolderLeft(name());
        }
    }

    /**
     * Fetches, and gives all at once. With an empty set nothing is sent.
     *
     * @param messages which messages
     * @param items what of each; nothing for the UID only
     * @return one summary for each message there is, in the server's order
     * @throws dev.tegami.LimitExceeded if they are more than the limit {@code gathered} of the session; the connection is
     *     closed then. The form with a consumer knows no such limit
     */
    public List<Summary> fetch(MessageSet messages, Fetch... items) {
        List<Summary> found = new ArrayList<>();
        List<? extends MessageSet> pieces = pieces(messages);
        session.guarded(() -> session.conversation().gathering(() -> hand(messages, pieces, found::add, items)));
        return found;
    }

    /**
     * Fetches, and hands each summary on as it comes: nothing is kept, however many there are.
     *
     * @param messages which messages
     * @param sink where summaries go; it must not call the session. What it throws comes out of this call once the rest
     *     of the answer is read, or at once with the connection closed where that is much
     * @param items what of each
     */
    public void fetch(MessageSet messages, Consumer<? super Summary> sink, Fetch... items) {
        List<? extends MessageSet> pieces = pieces(messages);
        session.guarded(() -> hand(messages, pieces, sink, items));
    }

    private MessageSet hand(
            MessageSet messages, List<? extends MessageSet> pieces, Consumer<? super Summary> sink, Fetch... items) {
        check();
        return session.conversation().meter().measure("UID FETCH", expected(messages), -1, () -> {
            pieces.forEach(piece -> session.conversation().run(fetching(piece, sink, items)));
            return messages;
        });
    }

    final FetchCommand fetching(MessageSet messages, Consumer<? super Summary> sink, Fetch... items) {
        Stream.of(items).flatMap(item -> item.needed().stream()).forEach(session::need);
        String wanted = Stream.concat(Stream.of("UID"), Stream.of(items).map(Fetch::toString))
                .distinct()
                .collect(Collectors.joining(" "));
        boolean flagsOnly =
                Stream.of(items).allMatch(item -> item == Fetch.FLAGS || item == Fetch.UID || item == Fetch.MODSEQ);
        return new FetchCommand(messages, wanted, flagsOnly, sink);
    }

    private long expected(MessageSet messages) {
        return messages.contains(MessageSet.LAST) ? -1 : Math.min(exists(), messages.size());
    }

    /**
     * Streams a section of one message, without marking it as read. It is complete when the call returns.
     *
     * @param uid the UID of the message
     * @param section which section
     * @param receive where it goes
     * @param <T> what the receiver makes of it
     * @return what came out, or nothing where there is no such message
     * @throws UncheckedIOException if the receiver breaks
     */
    public <T> Optional<T> receive(long uid, Section section, Receive<T> receive) {
        boolean lacksEnd = section.isWhole()
                && GreenMailHeaders.applies(session.conversation().greeting());
        Receive<T> whole = lacksEnd ? GreenMailHeaders.mended(section.specification(), receive) : receive;
        return received(section(uid, section.item(), whole), whole);
    }

    final <T> FetchSection<T> section(long uid, String item, Receive<T> receive) {
        return new FetchSection<>(uid, item, receive, session.conversation().meter());
    }

    final <T> Optional<T> received(FetchSection<T> command, Receive<T> receive) {
        Optional<T> received = run(command);
        byte[] small = command.small();
        return received.isPresent() || small == null
                ? received
                : Optional.of(LocalPart.pour(Source.of(small), receive));
    }

    /**
     * Fetches a whole message into memory, up to the limit {@code literal} of the session.
     *
     * @param uid the UID
     * @return the message, or nothing where there is none
     */
    public Optional<Message> message(long uid) {
        int most = session.conversation().wire().options().limits().literal();
        return receive(uid, Section.ALL, Receive.bytes(most)).map(Message::parse);
    }

    /**
     * Asks for the description of a message, by which text and attachments are fetched alone.
     *
     * @param uid the UID
     * @return the view, or nothing where there is no such message
     */
    public Optional<MessageView> view(long uid) {
        List<Summary> found = fetch(UidSet.of(uid), Fetch.STRUCTURE);
        if (found.isEmpty() && fetch(UidSet.of(uid)).isEmpty()) {
            return Optional.empty();
        }
        Structure structure = found.isEmpty() ? null : found.get(0).structure().orElse(null);
        return Optional.of(new MessageView(this, uid, structure));
    }

    /**
     * Makes a view of what was fetched already.
     *
     * @param message what was fetched of a message of this folder, with {@link Fetch#STRUCTURE}
     * @return the view
     */
    public MessageView view(Summary message) {
        return new MessageView(this, message.uid(), message.structure().orElse(null));
    }
}
