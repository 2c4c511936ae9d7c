package dev.tegami.imap.internal.command;

import dev.tegami.imap.MessageThread;
import dev.tegami.imap.internal.response.Response;
import dev.tegami.imap.internal.response.Tagged;
import dev.tegami.imap.internal.response.ThreadData;
import dev.tegami.imap.internal.wire.Script;
import java.util.ArrayList;
import java.util.List;

/** UID THREAD (RFC 5256). */
public final class ThreadCommand implements Command<List<MessageThread>> {
    private final String algorithm;
    private final List<Object> words;
    private final List<MessageThread> found = new ArrayList<>();
    private final Room room = new Room("threads", ThreadData.MOST);

    public ThreadCommand(String algorithm, List<Object> words) {
        this.algorithm = algorithm;
        this.words = words;
    }

    @Override
    public String name() {
        return "UID THREAD";
    }

    @Override
    public void write(Script script) {
        script.raw("UID THREAD " + algorithm + " UTF-8 ");
        SearchCommand.question(script, words);
    }

    @Override
    public boolean take(Response response) {
        if (response instanceof ThreadData data) {
            room.take(data.threads().size());
            found.addAll(data.threads());
            return true;
        }
        return false;
    }

    @Override
    public List<MessageThread> result(Tagged done) {
        return List.copyOf(found);
    }
}
