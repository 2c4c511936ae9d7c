package dev.tegami.imap;

import dev.tegami.imap.internal.command.FetchCommand;
import dev.tegami.imap.internal.command.FindCommand;
import dev.tegami.imap.internal.command.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Answers a {@link PageQuery} by the best that the server has. */
final class Paging {
    private final FindingFolder folder;
    private final PageQuery query;
    private final boolean isSorted;

    Paging(FindingFolder folder, PageQuery query) {
        this.folder = folder;
        this.query = query;
        this.isSorted = !query.order().isEmpty();
    }

    Page run(Fetch... items) {
        folder.knows(query.question());
        query.order().forEach(folder::knows);
        if (isPartial() && !isSorted && folder.session.keeps(query.last() - query.first() + 1)) {
            return inOne(items);
        }
        Found found = isPartial() ? part() : all();
        if (folder.hasStopped()) {
            found = all();
        }
        List<Summary> messages = new ArrayList<>();
        if (found.uids().length > 0) {
            folder.fetch(UidSet.of(found.uids()), messages::add, items);
        }
        return page(found.uids(), messages, found.count());
    }

    private boolean has(Extension extension) {
        return folder.session.has(extension);
    }

    /** Whether the server cuts the stretch out; from the end it does so by PARTIAL only (RFC 9394 §3.1). */
    private boolean isPartial() {
        if (folder.isAboveLimit()) {
            return false; // a stretch of what the server looked at is none of all
        }
        if (isSorted) {
            return !query.isNewestFirst() && has(Extension.CONTEXT_SORT);
        }
        return has(Extension.PARTIAL) || (!query.isNewestFirst() && has(Extension.CONTEXT_SEARCH));
    }

    private String partial() {
        String sign = query.isNewestFirst() ? "-" : "";
        return "PARTIAL " + sign + (query.first() + 1) + ":" + sign + (query.last() + 1);
    }

    /**
     * Searches and fetches without waiting in between. What is saved beside COUNT is the whole result (RFC 5182 §2.4),
     * so that the count is a search of its own.
     */
    private Page inOne(Fetch... items) {
        List<Object> words = query.question().words();
        List<Summary> messages = new ArrayList<>();
        FindCommand part = new FindCommand("", "SAVE " + partial(), words);
        FetchCommand fetch = folder.fetching(UidSet.SAVED, messages::add, items);
        if (!query.isCounted()) {
            List<?> results = folder.runAll(part, fetch);
            return page(((Found) results.get(0)).uids(), messages, OptionalLong.empty());
        }
        List<?> results = folder.runAll(new FindCommand("", "COUNT", words), part, fetch);
        OptionalLong total = ((Found) results.get(0)).count();
        return page(((Found) results.get(1)).uids(), messages, total);
    }

    private Found part() {
        String options = partial() + (query.isCounted() ? " COUNT" : "");
        return folder.run(new FindCommand(
                PageQuery.words(query.order()), options, query.question().words()));
    }

    private Found all() {
        long[] found = isSorted ? folder.sorted(query.order(), query.question()) : unsorted();
        int count = found.length;
        int from = (int) Math.min(query.first(), count);
        int to = (int) Math.min(query.last() + 1, count);
        long[] stretch = LongStream.range(from, to)
                .map(i -> found[(int) (query.isNewestFirst() ? count - 1 - i : i)])
                .toArray();
        return new Found(stretch, OptionalLong.of(count), new long[0]);
    }

    private long[] unsorted() {
        return folder.search(query.question()).stream().toArray();
    }

    private Page page(long[] uids, List<Summary> messages, OptionalLong total) {
        Map<Long, Summary> byUid = new HashMap<>();
        messages.forEach(message -> byUid.put(message.uid(), message));
        List<Long> order = new ArrayList<>(LongStream.of(uids).boxed().toList());
        if (query.isNewestFirst() && !isSorted) {
            order.sort(java.util.Comparator.reverseOrder()); // however the server wrote the set
        }
        List<Summary> sorted =
                order.stream().map(byUid::get).filter(Objects::nonNull).toList();
        return new Page(sorted, order, query.isCounted() ? total : OptionalLong.empty());
    }
}
