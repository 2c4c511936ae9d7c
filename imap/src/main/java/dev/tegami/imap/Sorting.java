package dev.tegami.imap;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.Address;
import dev.tegami.mime.BaseSubject;
import dev.tegami.mime.Mailbox;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sorts here (RFC 5256 §3, RFC 5957), where a server does not sort so many messages at once. */
final class Sorting {
    /** The most messages to look at. */
    private static final int MOST = 1_000_000;

    private final List<Sort> order;
    private final List<Line> lines = new ArrayList<>();

    private Sorting(List<Sort> order) {
        this.order = order;
    }

    /** What is compared of one message by one key. */
    private record Value(long number, String text) implements Comparable<Value> {
        private static final Comparator<Value> ORDER =
                Comparator.comparingLong(Value::number).thenComparing(Value::text);

        @Override
        public int compareTo(Value other) {
            return ORDER.compare(this, other);
        }
    }

    private record Line(long uid, List<Value> values) {}

    /** Fetches what the order needs of these messages, and gives their UIDs in that order. */
    static long[] run(ReadableFolder folder, UidSet messages, List<Sort> order) {
        if (messages.size() > MOST) {
            throw new LimitExceeded("messages", MOST, "sort fewer messages at once");
        }
        if (order.stream().anyMatch(key -> key.plain().equals("RELEVANCY"))) {
            throw Descent.exceeded(
                    folder.session.conversation(), "only the server knows the relevancy; ask a narrower question");
        }
        Sorting sorting = new Sorting(order);
        folder.fetch(messages, sorting::add, sorting.items());
        sorting.lines.sort(sorting::compare);
        return sorting.lines.stream().mapToLong(Line::uid).toArray();
    }

    private Fetch[] items() {
        Set<Fetch> items = new LinkedHashSet<>();
        for (Sort key : order) {
            switch (key.plain()) {
                case "ARRIVAL" -> items.add(Fetch.INTERNAL_DATE);
                case "SIZE" -> items.add(Fetch.SIZE);
                case "DATE" -> items.addAll(List.of(Fetch.ENVELOPE, Fetch.INTERNAL_DATE));
                default -> items.add(Fetch.ENVELOPE);
            }
        }
        return items.toArray(Fetch[]::new);
    }

    private void add(Summary message) {
        List<Value> values =
                order.stream().map(key -> value(message, key.plain())).toList();
        lines.add(new Line(message.uid(), values));
    }

    private static Value value(Summary message, String key) {
        return switch (key) {
            case "ARRIVAL" -> time(message.internalDate());
            case "DATE" -> time(message.date().or(message::internalDate));
            case "SIZE" -> new Value(message.size().orElse(0), "");
            case "SUBJECT" -> text(BaseSubject.of(message.subject().orElse("")).text());
            case "FROM" -> text(mailbox(message.from()));
            case "TO" -> text(mailbox(message.to()));
            case "CC" -> text(mailbox(message.cc()));
            case "DISPLAYFROM" -> text(shown(message.from()));
            default -> text(shown(message.to()));
        };
    }

    private static Value time(Optional<OffsetDateTime> time) {
        return new Value(time.map(OffsetDateTime::toEpochSecond).orElse(Long.MIN_VALUE), "");
    }

    /** For comparing as i;unicode-casemap does (RFC 5051 §2). */
    private static Value text(String text) {
        int[] title = text.codePoints().map(Character::toTitleCase).toArray();
        return new Value(0, Normalizer.normalize(new String(title, 0, title.length), Normalizer.Form.NFKD));
    }

    /** What stands before the at sign of the first address. */
    private static String mailbox(List<Address> people) {
        return people.stream()
                .findFirst()
                .map(first -> first instanceof Mailbox one ? one.localPart() : first.displayName())
                .orElse("");
    }

    private static String shown(List<Address> people) {
        return people.stream()
                .findFirst()
                .map(first -> first instanceof Mailbox one && one.displayName().isEmpty()
                        ? one.address()
                        : first.displayName())
                .orElse("");
    }

    private int compare(Line one, Line other) {
        for (int i = 0; i < order.size(); i++) {
            int difference = one.values().get(i).compareTo(other.values().get(i));
            if (difference != 0) {
                return order.get(i).isReversed() ? -difference : difference;
            }
        }
        return Long.compare(one.uid(), other.uid());
    }
}
