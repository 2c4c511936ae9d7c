package dev.tegami.imap;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A stretch of what a question finds, in an order, fetched at once. Immutable. Where the server has PARTIAL (RFC 9394) or
 * CONTEXT=SEARCH (RFC 5267), and SEARCHRES (RFC 5182), searching and fetching are one round trip and only the numbers of
 * the stretch travel; else more of them do, with the same outcome.
 *
 * <pre>{@code
 * Page page = inbox.page(unseen()).sort(Sort.DATE.reversed()).range(0, 49).counted().fetch(Fetch.ENVELOPE, Fetch.FLAGS);
 * }</pre>
 */
public final class PageQuery {
    private static final long LONGEST = 100_000;

    private final FindingFolder folder;
    private final Search question;
    private final List<Sort> order;
    private final boolean newestFirst;
    private final long first;
    private final long last;
    private final boolean counted;

    PageQuery(FindingFolder folder, Search question) {
        this(folder, question, List.of(), false, 0, 99, false);
    }

    private PageQuery(
            FindingFolder folder,
            Search question,
            List<Sort> order,
            boolean newestFirst,
            long first,
            long last,
            boolean counted) {
        this.folder = folder;
        this.question = question;
        this.order = order;
        this.newestFirst = newestFirst;
        this.first = first;
        this.last = last;
        this.counted = counted;
    }

    /**
     * Sorts the result (RFC 5256); needs SORT. Without an order the oldest message of the folder comes first.
     *
     * @param keys by what to sort, the most important first
     * @return the changed copy
     */
    public PageQuery sort(Sort... keys) {
        return new PageQuery(folder, question, List.of(keys), newestFirst, first, last, counted);
    }

    /**
     * Turns the result round: without an order the newest message of the folder comes first.
     *
     * @return the changed copy
     */
    public PageQuery newestFirst() {
        return new PageQuery(folder, question, order, true, first, last, counted);
    }

    /**
     * Says which stretch; without it, the first hundred.
     *
     * @param from the first position, counted from 0
     * @param to the last position, itself included
     * @return the changed copy
     * @throws IllegalArgumentException for a stretch that is empty or longer than 100,000
     */
    public PageQuery range(long from, long to) {
        if (from < 0 || to < from || to - from >= LONGEST || to > 0xFFFF_FFFEL) {
            throw new IllegalArgumentException("a page has 1 to " + LONGEST + " messages");
        }
        return new PageQuery(folder, question, order, newestFirst, from, to, counted);
    }

    /**
     * Asks how many messages there are in all too.
     *
     * @return the changed copy
     */
    public PageQuery counted() {
        return new PageQuery(folder, question, order, newestFirst, first, last, true);
    }

    /**
     * Searches and fetches.
     *
     * @param items what of each message
     * @return the page
     * @throws UnsupportedOperationException if there is an order and the server has no SORT
     */
    public Page fetch(Fetch... items) {
        return new Paging(folder, this).run(items);
    }

    Search question() {
        return question;
    }

    List<Sort> order() {
        return order;
    }

    /** An order as in the command. */
    static String words(List<Sort> order) {
        return order.stream().map(Sort::toString).collect(Collectors.joining(" "));
    }

    boolean isNewestFirst() {
        return newestFirst;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    boolean isCounted() {
        return counted;
    }
}
