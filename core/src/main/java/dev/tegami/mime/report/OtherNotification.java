package dev.tegami.mime.report;

import dev.tegami.mime.Header;
import dev.tegami.mime.Part;
import java.util.Optional;

/** What a report of another kind tells programs, or one whose part for programs is missing. Immutable. */
public final class OtherNotification implements Notification {
    private final Optional<Part> part;

    OtherNotification(Optional<Part> part) {
        this.part = part;
    }

    @Override
    public Header fields() {
        return Header.empty();
    }

    /**
     * Gives the part for programs.
     *
     * @return the part behind the text; empty if there is none
     */
    public Optional<Part> part() {
        return part;
    }
}
