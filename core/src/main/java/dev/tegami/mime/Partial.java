package dev.tegami.mime;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A piece of a message that was too long to be sent as one: {@code message/partial} (RFC 2046 section 5.2.2).
 *
 * <pre>{@code
 * for (Message piece : Partial.split(message, 64 * 1024)) {
 *     session.send(piece);
 * }
 * Message whole = Partial.join(pieces);
 * }</pre>
 *
 * @param id what all pieces of one message have in common
 * @param number which piece it is, from 1
 * @param total of how many; only the last piece has to say it
 * @param message the piece itself
 */
public record Partial(String id, int number, OptionalInt total, Message message) {
    private static final int LONGEST_NUMBER = 9;

    /**
     * Looks whether a message is a piece of another.
     *
     * @param message any message
     * @return what its type says; empty if it is no {@code message/partial}, or lacks an id or a number from 1
     */
    public static Optional<Partial> of(Message message) {
        ContentType type = message.root().contentType();
        Optional<String> id = type.parameter("id").filter(text -> !text.isEmpty());
        OptionalInt number = number(type, "number");
        boolean isPartial =
                type.is("message/partial") && message.root().content().isPresent();
        return isPartial && id.isPresent() && number.isPresent()
                ? Optional.of(new Partial(id.get(), number.getAsInt(), number(type, "total"), message))
                : Optional.empty();
    }

    private static OptionalInt number(ContentType type, String name) {
        String digits = type.parameter(name).orElse("").trim();
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= LONGEST_NUMBER
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = isNumber ? Integer.parseInt(digits) : 0;
        return number < 1 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /**
     * Splits a message at the ends of lines into pieces that are themselves messages to the same recipients. A message
     * that is short enough stays as it is. Content that is not 7bit is encoded first, as {@link Message#fitFor} does.
     *
     * @param message the message
     * @param size how many octets each piece may have, with its own header
     * @return the pieces in their order
     * @throws MimeException if a signed part would have to be encoded, if a line or the header is longer than a piece,
     *     or if there would be more than 99,999 pieces
     * @throws UncheckedIOException if a source cannot be read
     */
    public static List<Message> split(Message message, int size) {
        long whole = message.size();
        return whole >= 0 && whole <= size ? List.of(message) : new PartialSplit(message, size).pieces();
    }

    /**
     * Puts the pieces of one message together, whatever their order. The header is that of the first piece, with the
     * subject, ids and content fields of what is inside, as the RFC has it. Bodies are read from the pieces' sources
     * whenever they are needed.
     *
     * @param pieces all of them
     * @return the message
     * @throws MimeException if one is no piece, if they are of several messages, if some are missing or there twice, or
     *     if they disagree on their number
     * @throws dev.tegami.LimitExceeded if the header is longer than {@link Limits#memory}
     * @throws UncheckedIOException if a source cannot be read
     */
    public static Message join(Collection<Message> pieces) {
        return new PartialJoin(pieces).message();
    }
}
