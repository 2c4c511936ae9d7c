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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What can be found in a selected folder. A question that needs an extension the server does not have throws {@link
 * UnsupportedOperationException}, which names it; nothing was sent then. See {@link Folder}.
 */
public abstract sealed class FindingFolder extends ReadableFolder permits EditableFolder {
    private static final int SMALLEST = 500; // RFC 10022 §3.1.3

    private final List<LiveSearch> followed = new ArrayList<>();
    private final Batching batching = new Batching(this);

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
        return Descent.search(
                session.conversation(),
                question,
                part -> run(new SearchCommand(part.words(), session.offers("ESEARCH"))));
    }

    /** Whether there are more messages than the server looks at in one command (RFC 9738). */
    final boolean isAboveLimit() {
        return exists() > session.messageLimit().orElse(Long.MAX_VALUE);
    }

    /** Whether the last command told less than all, since the server stopped at its limit. */
    final boolean hasStopped() {
        return session.conversation().stop().isSet();
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
        if (!session.has(Extension.PARTIAL) || most > session.messageLimit().orElse(most)) {
            return page.fetch(items).messages();
        }
        List<Summary> found = new ArrayList<>();
        run(fetching(UidSet.all(), found::add, items).with("(PARTIAL -1:-" + most + ")"));
        found.sort(Comparator.comparingLong(Summary::uid).reversed());
        return found;
    }

    /**
     * Divides all messages of the folder into ranges of UIDs that hold about as many each, the newest first: for work in
     * portions. By UIDBATCHES (RFC 10022) where the server has it, else of a search. The server is not asked again before
     * more than half a batch came or went; what is new is a further range then. No range holds more messages than the
     * server looks at in one command (RFC 9738).
     *
     * @param size how many messages a range may hold, at least 500
     * @return the ranges
     * @throws IllegalArgumentException for smaller ranges, which servers refuse
     */
    public List<UidSet> batches(int size) {
        if (size < SMALLEST) {
            throw new IllegalArgumentException("a batch has at least " + SMALLEST + " messages");
        }
        return batching.run(
                (int) Math.min(size, Math.max(SMALLEST, session.messageLimit().orElse(size))));
    }

    /**
     * Counts what a question finds: where the server has ESEARCH (RFC 4731) three numbers travel, else all of them.
     *
     * @param question what to look for
     * @return how many there are, the first and the last
     */
    public Tally tally(Search question) {
        knows(question);
        if (session.offers("ESEARCH") && !isAboveLimit()) {
            Tally tally = run(new TallyCommand(question.words()));
            if (!hasStopped()) {
                return tally;
            }
        }
        UidSet found = search(question);
        return new Tally(found.size(), found.stream().min(), found.stream().max());
    }

    /**
     * Finds messages, in an order (RFC 5256), by ESORT (RFC 5267) in few octets where the server has it. Where there are
     * more messages than it sorts at once (RFC 9738), what the order needs is fetched, and they are sorted here.
     *
     * @param question what to look for
     * @param order by what to sort, the most important first
     * @return their UIDs in that order
     * @throws UnsupportedOperationException if the server has no SORT
     * @throws dev.tegami.LimitExceeded for more than a million messages to be sorted here, or by {@link Sort#RELEVANCY}
     */
    public long[] sort(Search question, Sort... order) {
        session.need(Extension.SORT);
        knows(question);
        Stream.of(order).forEach(this::knows);
        return sorted(order.length == 0 ? List.of(Sort.ARRIVAL) : List.of(order), question);
    }

    /** By the server; where it does not sort so many messages at once (RFC 9738 §3.3), here. */
    final long[] sorted(List<Sort> order, Search question) {
        try {
            long[] sorted = sortedThere(PageQuery.words(order), question);
            return hasStopped() ? Sorting.run(this, search(question), order) : sorted;
        } catch (ImapRefused e) {
            if (!isAboveLimit()) {
                throw e;
            }
            return Sorting.run(this, search(question), order);
        }
    }

    private long[] sortedThere(String keys, Search question) {
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
        List<Relevance> scored = new ArrayList<>();
        Descent.run(session.conversation(), UidSet.all(), part -> {
            Search some = Descent.within(part, question);
            scored.addAll(0, scores(run(new FindCommand("", "ALL RELEVANCY", some.words()))));
        });
        return scored;
    }

    private static List<Relevance> scores(Found found) {
        return IntStream.range(0, Math.min(found.uids().length, found.relevancy().length))
                .mapToObj(i -> new Relevance(found.uids()[i], found.relevancy()[i]))
                .toList();
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
     * @throws dev.tegami.LimitExceeded if the question is about more messages than the server looks at (RFC 9738)
     */
    public LiveSearch follow(Search question, Sort... order) {
        session.need(order.length == 0 ? Extension.CONTEXT_SEARCH : Extension.CONTEXT_SORT);
        knows(question);
        Stream.of(order).forEach(this::knows);
        String keys = PageQuery.words(List.of(order));
        LiveSearch live = new LiveSearch(this, order.length > 0);
        followed.add(live);
        boolean begun = false;
        try {
            FollowCommand.Followed result = run(new FollowCommand(keys, question.words()));
            if (!result.refusal().name().isEmpty()) {
                throw new ImapRefused(
                        session.conversation().wire().server(), "UID SEARCH", result.refusal(), result.text());
            }
            boolean isPart = hasStopped();
            live.begin(result.tag(), result.found().uids());
            begun = true;
            if (isPart) {
                live.close();
                throw Descent.exceeded(session.conversation(), "follow a question about fewer, by Search.in");
            }
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
     * Finds conversations (RFC 5256). Where the server does not, or not for so many messages (RFC 9738), what it takes
     * is fetched of each message and the conversations are found here.
     *
     * @param question which messages to look at
     * @param algorithm how to find what belongs together
     * @return the conversations, the oldest first; by REFS that in which a message came last is the last
     * @throws dev.tegami.LimitExceeded for more than a million messages that would have to be fetched
     */
    public List<MessageThread> threads(Search question, MessageThread.Algorithm algorithm) {
        knows(question);
        if (!session.has(Extension.of(algorithm)) || isAboveLimit()) {
            return Threading.run(this, search(question), algorithm);
        }
        List<MessageThread> told = run(new ThreadCommand(algorithm.name(), question.words()));
        if (hasStopped()) {
            return Threading.run(this, search(question), algorithm);
        }
        return algorithm == MessageThread.Algorithm.ORDEREDSUBJECT
                ? told.stream().map(MessageThread::flat).toList()
                : told;
    }
}
