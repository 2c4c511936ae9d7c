package dev.tegami.imap.internal.command;

import dev.tegami.imap.internal.response.Numbers;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.wire.Script;
import java.util.List;
import java.util.stream.LongStream;

/** UID SORT (RFC 5256): gives the UIDs in order. */
public final class SortCommand implements Command<long[]> {
    private final String order;
    private final List<Object> words;
    private final Room room = new Room("numbers", Room.NUMBERS);
    private long[] found = {};

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
            found = LongStream.concat(LongStream.of(found), LongStream.of(numbers.numbers()))
                    .toArray();
            return true;
        }
        return false;
    }

    @Override
    public long[] result(Tagged done) {
        return found;
    }
}
