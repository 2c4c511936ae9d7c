package dev.tegami.imap.internal.command;

import java.util.OptionalLong;

/** What a search gave: UIDs in the order of the result, and what else was asked for. */
public final class Found {
    private final long[] uids;
    private final OptionalLong count;
    private final long[] relevancy;

    public Found(long[] uids, OptionalLong count, long[] relevancy) {
        this.uids = uids;
        this.count = count;
        this.relevancy = relevancy;
    }

    /** The UIDs, not to be written to. */
    public long[] uids() {
        return uids;
    }

    /** How many there are in all. */
    public OptionalLong count() {
        return count;
    }

    /** How well each of them fits, not to be written to. */
    public long[] relevancy() {
        return relevancy;
    }
}
