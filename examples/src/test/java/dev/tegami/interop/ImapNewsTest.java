package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.imap.Change;
import dev.tegami.imap.Event;
import dev.tegami.imap.Flag;
import dev.tegami.imap.Folder;
import dev.tegami.imap.FolderState;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.NotifyScope;
import dev.tegami.imap.Search;
import dev.tegami.imap.Sync;
import dev.tegami.imap.UidSet;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others do in the meantime: told by the server, or found out. */
class ImapNewsTest extends ImapServers {
    @AfterAll
    static void theReadmeSaysWhatWasSeen() throws IOException {
        MATRIX.check(ImapFeature.Subject.NEWS);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whoIsIdleHearsOfNews(String server) throws IOException {
        Imap door = door(server);
        try (ImapSession imap = door.open();
                ImapSession other = door.open()) {
            Folder box = filled(imap, letter("one"));
            if (!has(imap, "IDLE")) {
                assertThatThrownBy(() -> box.idle(Duration.ofMillis(1)))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("IDLE");
                return;
            }
            assertThat(box.idle(Duration.ofMillis(1))).isEmpty();
            other.append(box.name(), letter("two"));
            List<Event> heard = new ArrayList<>();
            imap.listen(heard::add);
            for (int i = 0; i < 10 && box.exists() < 2; i++) {
                box.idle(Duration.ofSeconds(6));
            }
            assertThat(box.exists()).isEqualTo(2);
            assertThat(heard).contains(new Event.Exists(2));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void otherFoldersAreHeardOf(String server) throws IOException {
        Imap door = door(server);
        try (ImapSession imap = door.open();
                ImapSession other = door.open()) {
            String name = name(imap, "Watched");
            imap.create(name);
            Folder box = filled(imap);
            if (!has(imap, "NOTIFY")) {
                assertThatThrownBy(imap::notifyOf)
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("NOTIFY");
                return;
            }
            List<Event> heard = new ArrayList<>();
            imap.listen(heard::add);
            imap.notifyOf(NotifyScope.SELECTED, NotifyScope.PERSONAL);
            other.append(name, letter("one"));
            for (int i = 0; i < 10 && heard.stream().noneMatch(each -> tellsOf(each, name)); i++) {
                box.idle(Duration.ofSeconds(3));
            }
            assertThat(heard).anyMatch(each -> tellsOf(each, name));
            imap.notifyOf();
        }
    }

    private static boolean tellsOf(Event event, String name) {
        return event instanceof Event.StatusChanged changed
                && changed.status().folder().equals(name);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void syncFindsTheSameFactsWithEveryServer(String server) throws IOException {
        Imap door = door(server);
        try (ImapSession imap = door.open();
                ImapSession other = door.open()) {
            Folder box = filled(imap, letter("one"), letter("two"), letter("three"));
            FolderState first = box.sync(FolderState.empty()).state();
            assertThat(first.uids()).isEqualTo(UidSet.range(1, 3));
            assertThat(box.sync(first).changes()).isEmpty();

            Folder theirs = other.select(box.name());
            theirs.addFlags(theirs.search(Search.subject("two")), Flag.FLAGGED);
            theirs.addFlags(theirs.search(Search.subject("one")), Flag.DELETED);
            theirs.expunge();
            other.append(box.name(), letter("four"));
            imap.noop();

            Sync second = box.sync(FolderState.parse(first.toBytes()));
            assertThat(second.state().uids()).isEqualTo(UidSet.range(2, 4));
            assertThat(second.changes()).contains(new Change.Vanished(UidSet.of(1)));
            assertThat(second.changes())
                    .anyMatch(each -> each instanceof Change.Added added && added.uid() == 4)
                    .anyMatch(each -> each instanceof Change.Flagged flagged
                            && flagged.uid() == 2
                            && flagged.flags().contains(Flag.FLAGGED))
                    .hasSize(3);
            assertThat(second.state().flags(2).orElse(Set.of())).contains(Flag.FLAGGED);
        }
    }

    /** In a session that has not heard of the folder since: the state is all there is. */
    @ParameterizedTest
    @MethodSource("servers")
    void aLaterSessionCatchesUp(String server) throws IOException {
        Imap door = door(server);
        String name;
        FolderState before;
        try (ImapSession imap = door.open()) {
            Folder box = filled(imap, letter("one"), letter("two"));
            name = box.name();
            before = box.sync(FolderState.empty()).state();
            box.addFlags(UidSet.of(1), Flag.DELETED);
            box.expunge();
        }
        try (ImapSession imap = door.open()) {
            Sync later = imap.select(name).sync(before);
            assertThat(later.changes()).containsExactly(new Change.Vanished(UidSet.of(1)));
            assertThat(later.state().uids()).isEqualTo(UidSet.of(2));
        }
    }
}
