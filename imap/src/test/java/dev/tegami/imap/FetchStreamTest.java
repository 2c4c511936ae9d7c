package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.testkit.ChildProcess;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Summaries that are handed on as they come do not add up: 400 MB of messages pass through 32 MiB of heap. */
class FetchStreamTest {
    private static final String MESSAGE = "Subject: one\r\n\r\n" + "x".repeat(200_000);
    private static final int MESSAGES = 2_000;

    /** The process: its argument is a port. */
    public static void main(String[] arguments) {
        long[] count = new long[1];
        try (ImapSession session = Imap.at("localhost")
                .port(Integer.parseInt(arguments[0]))
                .insecurePlaintext()
                .open()) {
            session.select("INBOX")
                    .fetch(
                            UidSet.all(),
                            summary ->
                                    count[0] += summary.message().orElseThrow().size(),
                            Fetch.section(Section.ALL));
        }
        System.exit(count[0] == (long) MESSAGE.length() * MESSAGES ? 0 : 1);
    }

    private static void serve(Talk talk) throws IOException {
        talk.send("* PREAUTH [CAPABILITY IMAP4rev1] ready");
        for (String line = talk.line(); line != null; line = talk.line()) {
            if (line.contains("FETCH")) {
                for (int i = 1; i <= MESSAGES; i++) {
                    talk.send("* " + i + " FETCH (UID " + i + " BODY[] {" + MESSAGE.length() + "}\r\n" + MESSAGE + ")");
                }
            }
            talk.send(line.substring(0, line.indexOf(' ')) + " OK done");
        }
    }

    @Test
    void nothingIsKept() throws Exception {
        try (ScriptedServer server = ScriptedServer.plain(FetchStreamTest::serve)) {
            assertThat(ChildProcess.start(
                                    FetchStreamTest.class,
                                    Integer.toString(server.at().port()))
                            .waitFor())
                    .isZero();
        }
    }
}
