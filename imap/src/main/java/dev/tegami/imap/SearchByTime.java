package dev.tegami.imap;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The questions that go by time; use them as those of {@link Search}. */
public abstract sealed class SearchByTime permits SearchByExtension {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

    SearchByTime() {}

    /**
     * Finds messages that came to the server on a day or later.
     *
     * @param day the day, in the server's zone
     * @return the question
     */
    public static Search since(LocalDate day) {
        return Search.key("SINCE " + DATE.format(day));
    }

    /**
     * Finds messages that came to the server before a day.
     *
     * @param day the day, in the server's zone
     * @return the question
     */
    public static Search before(LocalDate day) {
        return Search.key("BEFORE " + DATE.format(day));
    }

    /**
     * Finds messages that came to the server on a day.
     *
     * @param day the day, in the server's zone
     * @return the question
     */
    public static Search on(LocalDate day) {
        return Search.key("ON " + DATE.format(day));
    }

    /**
     * Finds messages whose Date field names a day or a later one.
     *
     * @param day the day
     * @return the question
     */
    public static Search sentSince(LocalDate day) {
        return Search.key("SENTSINCE " + DATE.format(day));
    }

    /**
     * Finds messages whose Date field names an earlier day.
     *
     * @param day the day
     * @return the question
     */
    public static Search sentBefore(LocalDate day) {
        return Search.key("SENTBEFORE " + DATE.format(day));
    }

    /**
     * Finds messages whose Date field names a day.
     *
     * @param day the day
     * @return the question
     */
    public static Search sentOn(LocalDate day) {
        return Search.key("SENTON " + DATE.format(day));
    }

    /**
     * Finds messages that came to the server within a time before now (RFC 5032); needs WITHIN.
     *
     * @param age the most time, in seconds, at least one
     * @return the question
     */
    public static Search younger(Duration age) {
        return Search.key("YOUNGER " + Math.max(1, age.toSeconds()));
    }

    /**
     * Finds messages that came to the server longer ago than that (RFC 5032); needs WITHIN.
     *
     * @param age the least time, in seconds, at least one
     * @return the question
     */
    public static Search older(Duration age) {
        return Search.key("OLDER " + Math.max(1, age.toSeconds()));
    }

    /**
     * Finds messages that came into this folder on a day or later (RFC 8514); needs SAVEDATE.
     *
     * @param day the day
     * @return the question
     */
    public static Search savedSince(LocalDate day) {
        return Search.key("SAVEDSINCE " + DATE.format(day));
    }

    /**
     * Finds messages that came into this folder before a day (RFC 8514); needs SAVEDATE.
     *
     * @param day the day
     * @return the question
     */
    public static Search savedBefore(LocalDate day) {
        return Search.key("SAVEDBEFORE " + DATE.format(day));
    }

    /**
     * Finds messages that came into this folder on a day (RFC 8514); needs SAVEDATE.
     *
     * @param day the day
     * @return the question
     */
    public static Search savedOn(LocalDate day) {
        return Search.key("SAVEDON " + DATE.format(day));
    }
}
