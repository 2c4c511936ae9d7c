package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.response.Numbers;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.Arrays;
import java.util.List;

/** UID SORT (RFC 5256): gives the UIDs in order. */
public final class SortCommand implements Command<long[]> {
    private final String order;
    private final List<Object> words;
    private final Room room = new Room("numbers", Room.ORDERED);
    private long[] found = {};
    private int count;

    public SortCommand(String order, List<Object> words) {
        this.order = order;
        this.words = words;
    }

    @Override
    public String name() {
        return "UID SORT";
    }

    @Override
    public void write(Script script) {
        script.raw("UID SORT (" + order + ") UTF-8 ");
        SearchCommand.question(script, words);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof Numbers numbers && numbers.name().equals("SORT")) {
            room.take(numbers.numbers().length);
            add(numbers.numbers());
            return true;
        }
        return false;
    }

    @Override
    public long[] result(Tagged done) {
        return Arrays.copyOf(found, count);
    }

    private void add(long[] more) {
        if (more.length > found.length - count) {
            found = Arrays.copyOf(found, Math.max(count + more.length, 2 * count));
        }
        System.arraycopy(more, 0, found, count, more.length);
        count += more.length;
    }
}
