package dev.tegami.imap;

import dev.tegami.mime.Message;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message to append, with the flags and the date it gets (RFC 9051 §6.3.12). Immutable.
 *
 * <pre>{@code
 * imap.append("Archive", NewMessage.of(letter).flags(Flag.SEEN).internalDate(arrived));
 * }</pre>
 *
 * @param message the message
 * @param flags its flags
 * @param internalDate when it arrived, or empty for now
 */
public record NewMessage(Message message, Set<Flag> flags, Optional<OffsetDateTime> internalDate) {
    /**
     * Takes the values.
     *
     * @param message the message
     * @param flags its flags
     * @param internalDate when it arrived, of the years 1 to 9999
     * @throws IllegalArgumentException for another year
     */
    public NewMessage {
        flags = Set.copyOf(flags);
        if (internalDate
                .filter(date -> date.getYear() < 1 || date.getYear() > 9999)
                .isPresent()) {
            throw new IllegalArgumentException("a year that IMAP cannot write");
        }
    }

    /**
     * Takes a message that gets no flags and arrives now.
     *
     * @param message the message
     * @return what to append
     */
    public static NewMessage of(Message message) {
        return new NewMessage(message, Set.of(), Optional.empty());
    }

    /**
     * Says which flags it gets.
     *
     * @param all the flags
     * @return the changed copy
     */
    public NewMessage flags(Flag... all) {
        return new NewMessage(message, Set.copyOf(List.of(all)), internalDate);
    }

    /**
     * Says when it arrived, to the second.
     *
     * @param moment the moment, which SEARCH and SORT go by
     * @return the changed copy
     */
    public NewMessage internalDate(OffsetDateTime moment) {
        return new NewMessage(message, flags, Optional.of(moment));
    }
}
