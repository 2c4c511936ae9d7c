package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.NetException;
import dev.tegami.net.WireLimits;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server answers a command with answers of the right kind, for ever: a limit with a name ends it. */
class ResponseFloodTest {
    private static final Map<String, Consumer<ImapSession>> QUESTIONS = Map.ofEntries(
            Map.entry("STATUS", imap -> imap.status("INBOX")),
            Map.entry("LIST", imap -> imap.list()),
            Map.entry("NAMESPACE", ImapSession::namespaces),
            Map.entry("ID", imap -> imap.id(Map.of())),
            Map.entry("ENABLE", imap -> imap.enable("CONDSTORE")),
            Map.entry("QUOTA", imap -> imap.quotas("INBOX")),
            Map.entry("SELECT", imap -> imap.select("INBOX")),
            Map.entry("SEARCH", imap -> imap.select("INBOX").search(Search.since(LocalDate.EPOCH))),
            Map.entry("COUNT", imap -> imap.select("INBOX").tally(Search.all())),
            Map.entry("SORT", imap -> imap.select("INBOX").sort(Search.all(), Sort.DATE)),
            Map.entry("THREAD", imap -> imap.select("INBOX").threads(Search.all(), MessageThread.Algorithm.REFERENCES)),
            Map.entry("FETCH", imap -> imap.select("INBOX").fetch(UidSet.all(), Fetch.FLAGS)),
            Map.entry("COPY", imap -> imap.select("INBOX").copy(UidSet.of(1), "Sent")));

    private static void flood(Talk talk, String verb, String answer) throws IOException {
        talk.send(
                "* PREAUTH [CAPABILITY IMAP4rev1 NAMESPACE ID ENABLE QUOTA SORT THREAD=REFERENCES ESEARCH CONDSTORE] hi");
        for (String line = talk.line(); line != null; line = talk.line()) {
            if (line.contains(" " + verb + " ") || line.endsWith(" " + verb)) {
                endless(talk, answer);
                return;
            }
            talk.send("* 1 EXISTS").send(line.substring(0, line.indexOf(' ')) + " OK done");
        }
    }

    /** Until the client has had enough. */
    private static void endless(Talk talk, String answer) {
        String many = (answer + "\r\n").repeat(50).stripTrailing();
        try {
            while (true) {
                talk.send(many);
            }
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
    }

    private static ImapSession open(ScriptedServer server) {
        WireLimits limits = WireLimits.defaults().gathered(200_000).reply(100_000);
        return Imap.at("localhost")
                .with(ConnectOptions.of(server.at()).limits(limits))
                .open();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STATUS | STATUS | * STATUS INBOX (MESSAGES 1)",
                "LIST | LIST | * LIST () \"/\" a",
                "NAMESPACE | NAMESPACE | * NAMESPACE ((\"\" \"/\")) NIL NIL",
                "ID | ID | * ID (\"name\" \"x\")",
                "ENABLE | ENABLE | * ENABLED CONDSTORE",
                "QUOTA | GETQUOTAROOT | * QUOTA \"\" (STORAGE 10 512)",
                "SELECT | SELECT | * FLAGS (x)",
                "SEARCH | SEARCH | * SEARCH 1 2 3",
                "SEARCH | SEARCH | * ESEARCH (TAG \"A2\") UID ALL 1:3",
                "COUNT | SEARCH | * ESEARCH (TAG \"A2\") UID COUNT 3",
                "SORT | SORT | * SORT 1 2 3",
                "THREAD | THREAD | * THREAD (1)(2 3)",
                "FETCH | FETCH | * 1 FETCH (UID 1 FLAGS ())",
                "COPY | COPY | * OK [COPYUID 1 1 1] copied",
            })
    void endsAtTheLimitOfWhatOneCommandGathers(String question, String verb, String answer) {
        try (ScriptedServer server = ScriptedServer.plain(talk -> flood(talk, verb, answer));
                ImapSession imap = open(server)) {
            assertThatThrownBy(() ->
                            Objects.requireNonNull(QUESTIONS.get(question)).accept(imap))
                    .isInstanceOf(LimitExceeded.class)
                    .hasMessageContaining("WireLimits.gathered");
            assertThatThrownBy(imap::noop).isInstanceOf(NetException.class);
        }
    }

    @Test
    void moreSummariesThanMessagesWereAskedForEndToo() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> flood(talk, "FETCH", "* 1 FETCH (UID 1 FLAGS ())"));
                ImapSession imap = open(server)) {
            Folder inbox = imap.select("INBOX");
            assertThatThrownBy(() -> inbox.fetch(UidSet.range(1, 100), summary -> {}, Fetch.FLAGS))
                    .isInstanceOf(LimitExceeded.class)
                    .hasMessageContaining("messages");
        }
    }

    @Test
    void newsNobodyAskedForEndToo() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> flood(talk, "NOOP", "* 1 FETCH (UID 1 FLAGS ())"));
                ImapSession imap = open(server)) {
            assertThatThrownBy(imap::noop).isInstanceOf(LimitExceeded.class).hasMessageContaining("reply");
        }
    }

    /** What is handed on is not kept, and may be more. */
    @Test
    void aStreamKnowsNoSuchLimit() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
                    talk.send("* PREAUTH [CAPABILITY IMAP4rev1] hi");
                    talk.expect("A1 SELECT \"INBOX\"").send("* 20000 EXISTS").send("A1 OK done");
                    talk.expect("A2 UID FETCH 1:* (UID FLAGS)");
                    for (int i = 1; i <= 20_000; i++) {
                        talk.send("* " + i + " FETCH (UID " + i + " FLAGS ())");
                    }
                    talk.send("A2 OK done").drain();
                });
                ImapSession imap = open(server)) {
            int[] count = new int[1];
            imap.select("INBOX").fetch(UidSet.all(), summary -> count[0]++, Fetch.FLAGS);
            assertThat(count[0]).isEqualTo(20_000);
        }
    }
}
