package dev.tegami.imap;

import dev.tegami.imap.internal.command.Conversation;
import dev.tegami.imap.internal.command.Opening;
import dev.tegami.internal.wire.Protocol;
import dev.tegami.internal.wire.Wire;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Deadlines;
import dev.tegami.net.WireLimits;
import dev.tegami.sasl.Credentials;
import dev.tegami.testkit.Replay;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Transcript;
import java.time.Duration;

/** Sessions over transcripts. */
final class Sessions {
    static final Protocol IMAP = Protocol.of("imap", 143, 993);

    private Sessions() {}

    static Replay replay(String file) {
        return Replay.of(Transcript.resource(Sessions.class, file), IMAP).options(Sessions::alice);
    }

    static Replay dialogue(String... lines) {
        String text = "provenance: RFC 9051 section 7\n" + String.join("\n", lines);
        return Replay.of(Transcript.parse("dialogue", text), IMAP).options(Sessions::limited);
    }

    private static ConnectOptions alice(ConnectOptions options) {
        return limited(options)
                .credentials(Credentials.password("alice", "wonderland").only("PLAIN"));
    }

    private static ConnectOptions limited(ConnectOptions options) {
        return options.limits(WireLimits.defaults().line(1 << 20).reply(1 << 22).literal(1 << 20));
    }

    /** A server of few words says no goodbye, and nobody waits for it long. */
    static Imap at(ScriptedServer server) {
        return Imap.at("localhost")
                .with(ConnectOptions.of(server.at()))
                .deadlines(Deadlines.defaults().close(Duration.ofMillis(100)));
    }

    static ImapSession over(Wire wire) {
        Conversation conversation = Opening.over(wire);
        return new ImapSession(conversation);
    }
}
