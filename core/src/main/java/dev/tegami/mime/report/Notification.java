package dev.tegami.mime.report;

import dev.tegami.mime.Header;

/** What a report tells programs: one of the kinds that RFCs define, or another one. */
public sealed interface Notification permits DeliveryStatus, DispositionNotification, Feedback, OtherNotification {
    /**
     * Gives the fields about the whole message as they stand, those that no method names among them.
     *
     * @return the fields
     */
    Header fields();
}
