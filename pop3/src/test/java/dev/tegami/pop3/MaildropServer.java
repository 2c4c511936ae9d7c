package dev.tegami.pop3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;

/** A {@link FakeMaildrop} on a real socket. */
final class MaildropServer implements AutoCloseable {
    private final FakeMaildrop drop;
    private final Watcher watcher;
    private final ScriptedServer server;

    /** Hears of each command, and whether the connection still stands when the server is about to obey, and after. */
    interface Watcher {
        boolean before(String command);

        boolean after(String command);
    }

    MaildropServer(FakeMaildrop drop, Watcher watcher) {
        this.drop = drop;
        this.watcher = watcher;
        this.server = ScriptedServer.plain(this::serve);
    }

    int port() {
        return server.at().port();
    }

    private void serve(Talk talk) throws IOException {
        FakeMaildrop.Session session = drop.session();
        talk.raw(new String(session.take(), ISO_8859_1));
        for (String line = talk.line(); line != null && !session.ended; line = talk.line()) {
            if (!watcher.before(line)) {
                return;
            }
            byte[] octets = (line + "\r\n").getBytes(ISO_8859_1);
            session.give(octets, 0, octets.length);
            if (!watcher.after(line)) {
                return;
            }
            talk.raw(new String(session.take(), ISO_8859_1));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
