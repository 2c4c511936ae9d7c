package dev.tegami.imap;

import dev.tegami.imap.internal.command.Command;
import dev.tegami.imap.internal.command.Conversation;
import dev.tegami.imap.internal.command.FindCommand;
import dev.tegami.imap.internal.command.FollowCommand;
import dev.tegami.imap.internal.command.Found;
import dev.tegami.imap.internal.command.SearchCommand;
import dev.tegami.imap.internal.command.Select;
import dev.tegami.imap.internal.command.SortCommand;
import dev.tegami.imap.internal.command.TallyCommand;
import dev.tegami.imap.internal.command.ThreadCommand;
import dev.tegami.imap.internal.command.UidBatches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be found in a selected folder. A question that needs an extension the server does not have throws {@link
 * UnsupportedOperationException}, which names it; nothing was sent then. See {@link Folder}.
 */
public abstract sealed class FindingFolder extends ReadableFolder permits EditableFolder {
    private final List<LiveSearch> followed = new ArrayList<>();

    FindingFolder(ImapSession session, String name, Select.Selected first) {
        super(session, name, first);
    }

    final void knows(Search question) {
        SearchKeys.needed(question).forEach(session::need);
    }

    final void knows(Sort key) {
        session.need(Extension.SORT);
        key.needed().ifPresent(session::need);
    }

    final List<?> runAll(Command<?>... commands) {
        return session.guarded(() -> {
            check();
            Conversation conversation = session.conversation();
            return conversation.gathering(() -> conversation.runAll(List.of(commands)));
        });
    }

    /**
     * Finds messages.
     *
     * @param question what to look for
     * @return their UIDs
     */
    public UidSet search(Search question) {
        knows(question);
        SearchCommand command = searching(question);
        UidSet found = UidSet.parse(run(command));
        return session.messageLimit().isPresent() ? all(question, found, command.end()) : found;
    }

    private SearchCommand searching(Search question) {
        return new SearchCommand(question.words(), session.offers("ESEARCH"));
    }

    /** Goes on where a limit ended a search: below the last message that was looked at (RFC 9738 §3.1). */
    private UidSet all(Search question, UidSet first, ResponseCode firstEnd) {
        UidSet found = first;
        ResponseCode end = firstEnd;
        long last = Long.MAX_VALUE;
        while (end.is("MESSAGELIMIT")) {
            long lowest = lowest(end);
            if (lowest <= 1 || lowest >= last) {
                break;
            }
            last = lowest;
            SearchCommand more =
                    searching(Search.in(UidSet.range(1, lowest - 1)).and(question));
            found = found.and(UidSet.parse(run(more)));
            end = more.end();
        }
        return found;
    }

    private static long lowest(ResponseCode code) {
        String text = code.arguments().replaceFirst("^[0-9]+ ", "");
        return code.arguments().matches("[0-9]{1,10} [0-9]{1,10}") ? Long.parseLong(text) : 0;
    }

    @Override
    final UidSet present(UidSet messages) {
        return search(Search.in(messages));
    }

    /**
     * Fetches the newest messages, by PARTIAL (RFC 9394) in one command where the server has it.
     *
     * @param most how many at most, from 1 to 100,000
     * @param items what of each
     * @return one summary for each, the newest first
     */
    public List<Summary> newest(int most, Fetch... items) {
        PageQuery page = page(Search.all()).newestFirst().range(0, most - 1L);
        if (!session.has(Extension.PARTIAL)) {
            return page.fetch(items).messages();
        }
        List<Summary> found = new ArrayList<>();
        run(fetching(UidSet.all(), found::add, items).with("(PARTIAL -1:-" + most + ")"));
        found.sort(Comparator.comparingLong(Summary::uid).reversed());
        return found;
    }

    /**
     * Divides all messages of the folder into ranges of UIDs that hold about as many each, the newest first: for work in
     * portions. By UIDBATCHES where the server has it, else of a search.
     *
     * @param size how many messages a range may hold, at least 500
     * @return the ranges
     * @throws IllegalArgumentException for smaller ranges, which servers refuse
     */
    public List<UidSet> batches(int size) {
        if (size < 500) {
            throw new IllegalArgumentException("a batch has at least 500 messages");
        }
        if (session.has(Extension.UIDBATCHES)) {
            return run(new UidBatches(size));
        }
        List<UidSet> batches = new ArrayList<>(search(Search.all()).cut(size));
        Collections.reverse(batches);
        return batches;
    }

    /**
     * Counts what a question finds: where the server has ESEARCH (RFC 4731) three numbers travel, else all of them.
     *
     * @param question what to look for
     * @return how many there are, the first and the last
     */
    public Tally tally(Search question) {
        knows(question);
        if (session.offers("ESEARCH") && exists() <= session.messageLimit().orElse(Long.MAX_VALUE)) {
            return run(new TallyCommand(question.words()));
        }
        UidSet found = search(question);
        return new Tally(found.size(), found.stream().min(), found.stream().max());
    }

    /**
     * Finds messages, in an order (RFC 5256), by ESORT (RFC 5267) in few octets where the server has it.
     *
     * @param question what to look for
     * @param order by what to sort, the most important first
     * @return their UIDs in that order
     * @throws UnsupportedOperationException if the server has no SORT
     */
    public long[] sort(Search question, Sort... order) {
        session.need(Extension.SORT);
        knows(question);
        Stream.of(order).forEach(this::knows);
        String keys = Stream.of(order).map(Sort::toString).collect(Collectors.joining(" "));
        return sorted(keys.isEmpty() ? "ARRIVAL" : keys, question);
    }

    final long[] sorted(String keys, Search question) {
        return session.has(Extension.ESORT)
                ? run(new FindCommand(keys, "ALL", question.words())).uids()
                : run(new SortCommand(keys, question.words()));
    }

    /**
     * Finds messages and says how well each fits (RFC 6203), mostly for a {@link Search#fuzzy} question.
     *
     * @param question what to look for
     * @return the messages with their scores, in the order of the folder
     * @throws UnsupportedOperationException if the server has no SEARCH=FUZZY
     */
    public List<Relevance> relevance(Search question) {
        session.need(Extension.FUZZY);
        knows(question);
        Found found = run(new FindCommand("", "ALL RELEVANCY", question.words()));
        List<Relevance> scored = new ArrayList<>();
        for (int i = 0; i < Math.min(found.uids().length, found.relevancy().length); i++) {
            scored.add(new Relevance(found.uids()[i], found.relevancy()[i]));
        }
        return scored;
    }

    /**
     * Prepares something to be done with all messages that a question finds. Nothing is sent yet.
     *
     * @param question what to look for
     * @return what it finds
     */
    public Matching where(Search question) {
        return new Matching(this, question);
    }

    /**
     * Prepares a stretch of what a question finds to be fetched. Nothing is sent yet.
     *
     * @param question what to look for
     * @return the query, to be finished
     */
    public PageQuery page(Search question) {
        return new PageQuery(this, question);
    }

    /**
     * Finds messages, and goes on to hear which come into the result and leave it (RFC 5267).
     *
     * @param question what to look for
     * @param order by what to sort; nothing for the order of the folder
     * @return the result, to be closed
     * @throws UnsupportedOperationException if the server has no CONTEXT=SEARCH, or with an order no CONTEXT=SORT
     * @throws ImapRefused with {@code NOUPDATE} if the server follows no more searches
     */
    public LiveSearch follow(Search question, Sort... order) {
        session.need(order.length == 0 ? Extension.CONTEXT_SEARCH : Extension.CONTEXT_SORT);
        knows(question);
        Stream.of(order).forEach(this::knows);
        String keys = Stream.of(order).map(Sort::toString).collect(Collectors.joining(" "));
        LiveSearch live = new LiveSearch(this, order.length > 0);
        followed.add(live);
        boolean begun = false;
        try {
            FollowCommand.Followed result = run(new FollowCommand(keys, question.words()));
            if (!result.refusal().name().isEmpty()) {
                throw new ImapRefused(
                        session.conversation().wire().server(), "UID SEARCH", result.refusal(), result.text());
            }
            live.begin(result.tag(), result.found().uids());
            begun = true;
            return live;
        } finally {
            if (!begun) {
                followed.remove(live);
            }
        }
    }

    /** Whether the search was followed until now, in a folder that is still selected. */
    final boolean forget(LiveSearch live) {
        return followed.remove(live) && session.isSelected(this) && session.isUsable();
    }

    @Override
    void hear(Event event) {
        super.hear(event);
        if (event instanceof Event.ResultChanged changed) {
            List.copyOf(followed).forEach(live -> live.hear(changed));
        }
    }

    /**
     * Finds conversations (RFC 5256). Where the server does not, what it takes is fetched of each message and the
     * conversations are found here, but not for {@link MessageThread.Algorithm#REFS}.
     *
     * @param question which messages to look at
     * @param algorithm how to find what belongs together
     * @return the conversations, the oldest first
     * @throws UnsupportedOperationException for REFS if the server does not have it
     * @throws dev.tegami.LimitExceeded for more than a million messages that would have to be fetched
     */
    public List<MessageThread> threads(Search question, MessageThread.Algorithm algorithm) {
        knows(question);
        Extension extension = Extension.of(algorithm);
        if (!session.has(extension) && algorithm != MessageThread.Algorithm.REFS) {
            return Threading.run(this, search(question), algorithm);
        }
        session.need(extension);
        List<MessageThread> told = run(new ThreadCommand(algorithm.name(), question.words()));
        return algorithm == MessageThread.Algorithm.ORDEREDSUBJECT
                ? told.stream().map(MessageThread::flat).toList()
                : told;
    }
}
