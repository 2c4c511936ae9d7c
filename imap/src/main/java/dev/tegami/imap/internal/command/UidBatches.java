package dev.tegami.imap.internal.command;

import dev.tegami.imap.UidSet;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.response.UidBatchesData;
import dev.tegami.imap.internal.wire.Script;
import java.util.ArrayList;
import java.util.List;

/** UIDBATCHES (RFC 10022). */
public final class UidBatches implements Command<List<UidSet>> {
    private final String arguments;
    private final List<UidSet> found = new ArrayList<>();
    private final Room room = new Room("batches", Room.FOLDERS);

    public UidBatches(int size) {
        arguments = " " + size;
    }

    /** The same for some of the batches, counted from 1 (§3.1.5). */
    public UidBatches(int size, int from, int to) {
        arguments = " " + size + " " + from + ":" + to;
    }

    @Override
    public String name() {
        return "UIDBATCHES";
    }

    @Override
    public void write(Script script) {
        script.raw(name()).raw(arguments);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof UidBatchesData data) {
            room.take(data.batches().size());
            found.addAll(data.batches());
            return true;
        }
        return false;
    }

    @Override
    public List<UidSet> result(Tagged done) {
        return List.copyOf(found);
    }
}
