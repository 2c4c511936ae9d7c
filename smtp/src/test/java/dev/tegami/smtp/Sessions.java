package dev.tegami.smtp;

import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Deadlines;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import dev.tegami.testkit.TestPki;
import java.io.IOException;
import java.time.Duration;

/** Clients of scripted servers, and the beginnings of scripts. */
final class Sessions {
    private Sessions() {}

    static Smtp at(ScriptedServer server) {
        return at(server, Duration.ofSeconds(20));
    }

    static Smtp at(ScriptedServer server, Duration deadline) {
        ConnectOptions options = ConnectOptions.of(server.at());
        return Smtp.at(options.server().host())
                .with(options.deadlines(Deadlines.all(deadline))
                        .tls(TestPki.shared().trusting()))
                .introducedAs("client.test");
    }

    /** Greets and offers extensions. */
    static void hello(Talk talk, String... offers) throws IOException {
        talk.send("220 mail.test ESMTP");
        offers(talk, offers);
    }

    /** Answers EHLO. */
    static void offers(Talk talk, String... offers) throws IOException {
        talk.expect("EHLO client.test");
        for (String offer : offers) {
            talk.send("250-" + offer);
        }
        talk.send("250 mail.test");
    }

    /** Takes a pipelined envelope with one recipient. */
    static void envelope(Talk talk) throws IOException {
        talk.line();
        talk.line();
        talk.expect("DATA");
        talk.send("250 ok").send("250 ok").send("354 go");
    }

    /** Reads the message to its lone dot. */
    static String message(Talk talk) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = talk.line(); line != null && !line.equals("."); line = talk.line()) {
            text.append(line).append("\r\n");
        }
        return text.toString();
    }
}
