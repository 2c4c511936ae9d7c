package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.imap.Event;
import dev.tegami.imap.Fetch;
import dev.tegami.imap.Flag;
import dev.tegami.imap.Folder;
import dev.tegami.imap.FolderState;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.Progress;
import dev.tegami.imap.Search;
import dev.tegami.imap.SeqSet;
import dev.tegami.imap.Summary;
import dev.tegami.imap.Sync;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Large folders: the newest messages, portions, and sessions without sequence numbers. */
class ImapScaleTest extends ImapServers {
    @AfterAll
    static void theReadmeSaysWhatWasSeen() throws IOException {
        MATRIX.check(ImapFeature.Subject.SCALE);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theNewestMessagesAndBatchesAreTheSameWhateverTheServerHas(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("one"), letter("two"), letter("three"));
            assertThat(box.newest(2, Fetch.ENVELOPE))
                    .extracting(each -> each.subject().orElseThrow())
                    .containsExactly("three", "two");
            assertThat(box.newest(100)).hasSize(3);
            assertThat(box.batches(500)).hasSize(1);
            assertThat(box.batches(500).get(0).contains(2)).isTrue();
            imap.examine("INBOX");
            imap.delete(box.name());
        }
    }

    @Test
    void aSessionWithoutSequenceNumbersDoesAllThatOthersDo() throws IOException {
        try (ImapSession imap = door("cyrus310").open()) {
            assertThat(imap.enable("UIDONLY")).containsExactly("UIDONLY");
            Folder box = filled(imap, letter("one"), letter("two"), letter("three"));
            assertThat(box.exists()).isEqualTo(3);
            assertThat(box.fetch(UidSet.all(), Fetch.ENVELOPE, Fetch.FLAGS, Fetch.STRUCTURE))
                    .hasSize(3)
                    .allMatch(each -> each.number() == 0)
                    .extracting(Summary::uid)
                    .containsExactly(1L, 2L, 3L);
            assertThatThrownBy(() -> box.fetch(SeqSet.of(1))).hasMessageContaining("UIDONLY");
            Sync first = box.sync(FolderState.empty());
            box.addFlags(UidSet.of(2), Flag.FLAGGED);
            String other = name(imap, "Other");
            imap.create(other);
            box.move(UidSet.of(1), other);
            imap.append(box.name(), letter("four"));
            imap.noop();
            Sync second = box.sync(first.state());
            assertThat(second.state().uids()).isEqualTo(UidSet.of(2, 3, 4));
            assertThat(box.search(Search.flagged(Flag.FLAGGED))).isEqualTo(UidSet.of(2));
            assertThat(box.page(Search.all()).newestFirst().range(0, 0).fetch().uids())
                    .containsExactly(4L);
            assertThat(box.view(3).orElseThrow().text()).isPresent();
            assertThat(box.exists()).isEqualTo(3);
            imap.examine("INBOX");
            imap.delete(box.name());
            imap.delete(other);
        }
    }

    /** It says so each ten seconds; how many texts to look for keeps it busy for longer is found by trying. */
    @Test
    void aServerThatIsBusyTellsHowFarItIs() throws IOException {
        try (ImapSession imap = door("dovecot24").open()) {
            Folder box = filled(imap, Collections.nCopies(40, lengthy()).toArray(Message[]::new));
            List<Progress> told = new ArrayList<>();
            List<Event> heard = new ArrayList<>();
            imap.listen(heard::add);
            imap.onProgress(told::add);
            long texts = 50;
            for (int attempt = 0; attempt < 5 && told.isEmpty(); attempt++) {
                long begun = System.nanoTime();
                assertThat(box.tally(without((int) texts)).count()).isEqualTo(40);
                long millis = 1 + (System.nanoTime() - begun) / 1_000_000;
                texts = Math.min(2_000, 1 + texts * 15_000 / millis);
            }
            assertThat(told).isNotEmpty().allSatisfy(progress -> {
                assertThat(progress.work()).isEqualTo("SEARCH");
                assertThat(progress.items()).isBetween(0L, 39L);
                assertThat(progress.ofItems()).isEqualTo(40);
            });
            assertThat(heard).hasAtLeastOneElementOfType(Event.InProgress.class);
            imap.examine("INBOX");
            imap.delete(box.name());
        }
    }

    private static Message lengthy() {
        return Message.compose()
                .from("ada@example.org")
                .text("The quick brown fox jumps over the lazy dog, again and again.\r\n".repeat(1_000))
                .build();
    }

    private static Search without(int texts) {
        Search question = Search.all();
        for (int i = 0; i < texts; i++) {
            question = question.and(Search.not(Search.anywhere("no fox " + i)));
        }
        return question;
    }
}
