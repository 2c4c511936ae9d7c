package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import dev.tegami.net.Aborted;
import dev.tegami.net.ConnectOptions;
import dev.tegami.net.ConnectionLost;
import dev.tegami.net.Receive;
import dev.tegami.testkit.ScriptedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Long work tells how far it is, and can be given up. */
class ProgressTest {
    private static final Message LETTER = Message.compose()
            .from("ada@example.test")
            .to("bob@example.test")
            .text("see the film")
            .attach("film.bin", new byte[5_000_000])
            .build();
    private static final long ENCODED = LETTER.attachments().get(0).rawBody().size();

    private final List<Progress> told = new ArrayList<>();

    private static void rises(List<Progress> told) {
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).octets()).isGreaterThan(told.get(i - 1).octets());
        }
    }

    @Test
    void aPartInWindowsTellsItsOctets() {
        try (LetterServer server = new LetterServer("", LETTER);
                ImapSession imap = server.open()) {
            PartView film =
                    imap.select("INBOX").view(1).orElseThrow().attachments().get(0);
            imap.onProgress(told::add);
            film.bytes(1 << 23);
            assertThat(told).hasSize(7);
            rises(told);
            assertThat(told.get(6)).isEqualTo(new Progress("UID FETCH", 0, 1, ENCODED, ENCODED, -1, -1));
        }
    }

    @Test
    void aPartThatTheServerDecodesTellsItsOctets() {
        try (LetterServer server = new LetterServer(" BINARY", LETTER);
                ImapSession imap = server.open()) {
            PartView film =
                    imap.select("INBOX").view(1).orElseThrow().attachments().get(0);
            imap.onProgress(told::add);
            film.bytes(1 << 23);
            rises(told);
            assertThat(told.size()).isBetween(4, 6);
            assertThat(told.get(told.size() - 1).ofOctets()).isEqualTo(5_000_000);
            assertThat(told.get(told.size() - 1).octets()).isGreaterThanOrEqualTo(5_000_000);
        }
    }

    @Test
    void whoGivesUpInWindowsKeepsTheSession() {
        try (LetterServer server = new LetterServer("", LETTER);
                ImapSession imap = server.open()) {
            MessageView view = imap.select("INBOX").view(1).orElseThrow();
            imap.onProgress(progress -> {
                throw new CancellationException("enough");
            });
            PartView film = view.attachments().get(0);
            assertThatThrownBy(() -> film.bytes(1 << 23)).isInstanceOf(CancellationException.class);
            imap.onProgress(progress -> {});
            assertThat(view.text()).contains("see the film");
        }
    }

    @Test
    void whoGivesUpAnAppendLosesTheConnection() {
        try (ScriptedServer server =
                        ScriptedServer.plain(talk -> talk.send("* PREAUTH [CAPABILITY IMAP4rev1 LITERAL+] ready")
                                .drain());
                ImapSession imap = Imap.at("localhost")
                        .with(ConnectOptions.of(server.at()))
                        .open()) {
            imap.onProgress(progress -> {
                assertThat(progress.work()).isEqualTo("APPEND");
                assertThat(progress.ofMessages()).isEqualTo(1);
                assertThat(progress.ofOctets()).isEqualTo(LETTER.size());
                throw new CancellationException("enough");
            });
            assertThatThrownBy(() -> imap.append("INBOX", LETTER)).isInstanceOf(CancellationException.class);
            assertThatThrownBy(imap::noop).isInstanceOfAny(ConnectionLost.class, Aborted.class);
        }
    }

    @Test
    void aListenerThatCallsTheSessionIsRefused() {
        try (LetterServer server = new LetterServer("", LETTER);
                ImapSession imap = server.open()) {
            Folder inbox = imap.select("INBOX");
            imap.onProgress(progress -> imap.noop());
            assertThatThrownBy(() -> inbox.fetch(UidSet.all(), Fetch.SIZE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("its own callback");
            imap.onProgress(told::add);
            assertThat(inbox.receive(1, Section.ALL, Receive.bytes(1 << 24)).orElseThrow())
                    .hasSize((int) LETTER.size());
            rises(told);
        }
    }

    @Test
    void whatTheServerSaysOfItsWorkIsProgress() throws Exception {
        Dialogue.selected(
                "INPROGRESS",
                inbox -> {
                    List<Progress> heard = new ArrayList<>();
                    inbox.session.onProgress(heard::add);
                    inbox.search(Search.anywhere("slow"));
                    assertThat(heard)
                            .containsExactly(
                                    new Progress("SEARCH", 0, -1, 0, -1, 454, 1000),
                                    new Progress("SEARCH", 0, -1, 0, -1, 999, -1),
                                    new Progress("SEARCH", 0, -1, 0, -1, -1, -1));
                    inbox.fetch(UidSet.of(4));
                    Progress last = heard.get(heard.size() - 1);
                    assertThat(last.work()).isEqualTo("UID FETCH");
                    assertThat(last.messages()).isEqualTo(1);
                    assertThat(last.items()).isEqualTo(-1);
                },
                "C: A2 UID SEARCH TEXT \"slow\"",
                "S: * OK [INPROGRESS (\"A2\" 454 1000)] 45%",
                "S: * OK [INPROGRESS (NIL 999 NIL)] on",
                "S: * OK [INPROGRESS] Hang in there",
                "S: * SEARCH 4",
                "S: A2 OK done",
                "C: A3 UID FETCH 4 (UID)",
                "S: * 1 FETCH (UID 4)",
                "S: A3 OK done");
    }

    @Test
    void whoGivesUpWhileTheServerIsBusyKeepsTheSession() throws Exception {
        Sessions.dialogue(
                        "S: * PREAUTH [CAPABILITY IMAP4rev1 INPROGRESS] hello",
                        "C: A1 SELECT \"INBOX\"",
                        "S: A1 OK done",
                        "C: A2 UID SEARCH TEXT \"slow\"",
                        "S: * OK [INPROGRESS (\"A2\" 1 NIL)] on",
                        "S: * SEARCH 4",
                        "S: A2 OK done",
                        "C: A3 NOOP",
                        "S: A3 OK done")
                .whole(wire -> {
                    ImapSession imap = Sessions.over(wire);
                    Folder inbox = imap.select("INBOX");
                    imap.onProgress(progress -> {
                        throw new CancellationException("enough");
                    });
                    assertThatThrownBy(() -> inbox.search(Search.anywhere("slow")))
                            .isInstanceOf(CancellationException.class);
                    imap.noop();
                });
    }

    @Test
    void fetchesAppendsAndSyncsCountMessages() throws Exception {
        ModelFolder folder = new ModelFolder(3);
        for (int i = 0; i < 2_500; i++) {
            folder.add();
        }
        try (ModelServer server = new ModelServer(ModelServer.Ability.CONDSTORE, "", folder);
                ImapSession imap = server.imap().open()) {
            imap.onProgress(told::add);
            Folder inbox = imap.select("INBOX");
            inbox.fetch(UidSet.range(1, 1_000_000), Fetch.FLAGS);
            assertThat(told).extracting(Progress::messages).containsExactly(1_000L, 2_000L, 2_500L);
            assertThat(told).allMatch(progress -> progress.ofMessages() == 2_500);
            told.clear();
            inbox.sync(FolderState.empty());
            assertThat(told).extracting(Progress::work).containsOnly("SYNC");
            assertThat(told.get(told.size() - 1).messages()).isEqualTo(2_500);
        }
    }
}
