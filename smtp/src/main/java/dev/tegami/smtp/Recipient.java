package dev.tegami.smtp;

import dev.tegami.mime.Mailbox;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One recipient of an {@link Envelope}, with what is asked of delivery reports for it.
 *
 * @param mailbox the address
 * @param reports when to report, or empty to leave it to the server; an empty set asks for no report at all
 * @param original the address the message was first sent to, when it is sent on (ORCPT, RFC 3461 §4.2)
 */
public record Recipient(Mailbox mailbox, Optional<Set<Notify>> reports, Optional<Mailbox> original) {
    /**
     * Keeps the values.
     *
     * @param mailbox the address
     * @param reports when to report, or empty to leave it to the server
     * @param original the address the message was first sent to
     */
    public Recipient {
        reports = reports.map(Recipient::copy);
    }

    private static Set<Notify> copy(Set<Notify> wanted) {
        Set<Notify> ordered = EnumSet.noneOf(Notify.class);
        ordered.addAll(wanted);
        return Collections.unmodifiableSet(ordered);
    }

    /**
     * Makes a recipient that asks for nothing.
     *
     * @param mailbox the address
     * @return the recipient
     */
    public static Recipient of(Mailbox mailbox) {
        return new Recipient(mailbox, Optional.empty(), Optional.empty());
    }

    /**
     * Asks for delivery reports.
     *
     * @param when the occasions; none for no report at all
     * @return the changed copy
     */
    public Recipient reportOn(Notify... when) {
        Set<Notify> wanted = EnumSet.noneOf(Notify.class);
        wanted.addAll(List.of(when));
        return new Recipient(mailbox, Optional.of(wanted), original);
    }

    /**
     * Names the address the message was first sent to.
     *
     * @param address the original address
     * @return the changed copy
     */
    public Recipient original(Mailbox address) {
        return new Recipient(mailbox, reports, Optional.of(address));
    }

    boolean asksForReports() {
        return reports.isPresent() || original.isPresent();
    }

    @Override
    public String toString() {
        return mailbox.address();
    }
}
