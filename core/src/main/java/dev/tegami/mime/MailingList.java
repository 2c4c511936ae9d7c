package dev.tegami.mime;

import dev.tegami.internal.mime.Comments;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a message tells of the mailing list that it came by (RFC 2369, 2919, 8058). Immutable. Whoever wrote the message
 * wrote this too: ask the reader before anything is visited, and post a one-click request only where a DKIM signature of
 * a trusted domain covers both fields.
 *
 * <pre>{@code
 * Optional<URI> leave = MailingList.of(message).flatMap(MailingList::oneClick);
 * }</pre>
 */
public final class MailingList {
    private final Header header;

    private MailingList(Header header) {
        this.header = header;
    }

    /**
     * Looks for a list in a message.
     *
     * @param message any message
     * @return the list; empty if no field tells of one
     */
    public static Optional<MailingList> of(Message message) {
        Header header = message.header();
        boolean any = Stream.concat(
                        Stream.of("List-Id"),
                        Arrays.stream(ListCommand.values()).map(ListCommand::field))
                .anyMatch(name -> header.first(name).isPresent());
        return any ? Optional.of(new MailingList(header)) : Optional.empty();
    }

    /**
     * Gives the list's id, which names it for as long as it lives.
     *
     * @return the id without its brackets, such as {@code news.example.org}
     */
    public Optional<String> id() {
        return header.first("List-Id").map(Field::value).map(PartHeader::bare).filter(id -> !id.isEmpty());
    }

    /**
     * Gives the list's name for people.
     *
     * @return what stands before the id
     */
    public Optional<String> name() {
        return header.first("List-Id")
                .map(Field::value)
                .filter(value -> value.indexOf('<') > 0)
                .map(value -> value.substring(0, value.indexOf('<')).strip().replaceAll("^\"|\"$", ""))
                .filter(name -> !name.isEmpty());
    }

    /**
     * Lists the places where something can be done, the better one first.
     *
     * @param command what shall be done
     * @return the absolute addresses that can be read; none if the field is missing
     */
    public List<URI> places(ListCommand command) {
        List<URI> places = new ArrayList<>();
        for (Field field : header.all(command.field())) {
            String value = field.value();
            int open = value.indexOf('<');
            while (open >= 0) {
                int close = value.indexOf('>', open);
                if (close < 0) {
                    break;
                }
                place(value.substring(open + 1, close)).ifPresent(places::add);
                open = value.indexOf('<', close);
            }
        }
        return List.copyOf(places);
    }

    /** White space inside is folding, and none of the address (RFC 2369 section 2). */
    private static Optional<URI> place(String text) {
        try {
            URI uri = new URI(text.replaceAll("\\s", ""));
            return uri.isAbsolute() ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether nobody may write to the list.
     *
     * @return true if List-Post says NO
     */
    public boolean isClosed() {
        return header.first("List-Post")
                .map(field -> Comments.strip(field.value()).strip())
                .filter("no"::equalsIgnoreCase)
                .isPresent();
    }

    /**
     * Gives the place to leave the list with one click, by a POST of {@code List-Unsubscribe=One-Click}.
     *
     * @return an {@code https:} address; empty if one click does not do
     */
    public Optional<URI> oneClick() {
        boolean offered = header.first("List-Unsubscribe-Post")
                .map(field -> field.value().replaceAll("\\s", ""))
                .filter("List-Unsubscribe=One-Click"::equalsIgnoreCase)
                .isPresent();
        return offered
                ? places(ListCommand.UNSUBSCRIBE).stream()
                        .filter(place -> String.valueOf(place.getScheme())
                                .toLowerCase(Locale.ROOT)
                                .equals("https"))
                        .findFirst()
                : Optional.empty();
    }
}
