package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.imap.ModelServer.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the server can do, and whatever happens meanwhile, at rest the mirror is the folder. */
class SyncTest {
    private static final int STEPS = 400;

    @ParameterizedTest
    @EnumSource(ModelServer.Ability.class)
    void theMirrorIsTheFolderAtEveryRest(ModelServer.Ability ability) {
        ModelFolder folder = new ModelFolder(4711);
        Random random = new Random(42);
        Mirror mirror = new Mirror();
        FolderState state = FolderState.empty();
        try (ModelServer server = new ModelServer(ability, "", folder)) {
            ImapSession imap = server.imap().open();
            Folder inbox = imap.select("INBOX");
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(20) == 0) {
                    imap.abort();
                    imap = server.imap().open();
                    change(folder, random);
                    inbox = imap.select("INBOX");
                }
                change(folder, random);
                server.meanwhile(moment -> {
                    if (moment == Moment.UID_DATA_SENT) {
                        change(folder, random);
                    }
                });
                state = inbox.sync(state, mirror::apply);
                server.meanwhile(moment -> {});
                imap.noop();
                state = FolderState.parse(inbox.sync(state, mirror::apply).toBytes());
                assertThat(mirror.messages()).as("step %s", step).isEqualTo(folder.truth());
                assertThat(state.size()).isEqualTo(mirror.messages().size());
            }
            imap.close();
        }
    }

    private static void change(ModelFolder folder, Random random) {
        for (int i = random.nextInt(4); i > 0; i--) {
            folder.change();
        }
    }

    @ParameterizedTest
    @EnumSource(ModelServer.Ability.class)
    void aMessageThatIsToldLaterThanChangesBehindItIsNotHiddenByOneThatWentBefore(ModelServer.Ability ability) {
        ModelFolder folder = three();
        Mirror mirror = new Mirror();
        try (ModelServer server = new ModelServer(ability, "", folder)) {
            FolderState state = synced(server, FolderState.empty(), mirror);
            List<Long> uids = folder.uids();
            folder.withLock(() -> folder.expunge(uids.get(0)));
            try (ImapSession imap = server.imap().open()) {
                Folder inbox = imap.select("INBOX");
                folder.withLock(() -> {
                    folder.add();
                    folder.flag(uids.get(1));
                });
                state = inbox.sync(state, mirror::apply);
                assertThat(inbox.sync(state, mirror::apply).size()).isEqualTo(3);
            }
            assertThat(mirror.messages()).isEqualTo(folder.truth());
        }
    }

    @ParameterizedTest
    @EnumSource(ModelServer.Ability.class)
    void aMessageThatCameInTheFirstSyncIsFoundAfterTheConnectionWent(ModelServer.Ability ability) {
        ModelFolder folder = three();
        Mirror mirror = new Mirror();
        List<Long> uids = folder.uids();
        try (ModelServer server = new ModelServer(ability, "", folder)) {
            FolderState state;
            try (ImapSession imap = server.imap().open()) {
                Folder inbox = imap.select("INBOX");
                assertThat(inbox.sync(FolderState.empty()).state().size()).isEqualTo(3);
                folder.withLock(() -> {
                    folder.add();
                    folder.flag(uids.get(1));
                });
                server.once(Moment.UID_DATA_SENT, () -> folder.withLock(() -> folder.expunge(uids.get(0))));
                state = inbox.sync(FolderState.empty(), mirror::apply);
            }
            assertThat(synced(server, state, mirror).size()).isEqualTo(3);
            assertThat(mirror.messages()).isEqualTo(folder.truth());
        }
    }

    @ParameterizedTest
    @EnumSource(ModelServer.Ability.class)
    void aMessageThatShowsOnlyAfterTheConnectionWentIsFound(ModelServer.Ability ability) {
        showsLater(ability, 0);
    }

    @ParameterizedTest
    @EnumSource(ModelServer.Ability.class)
    void aMessageThatShowsOnlyAfterTheConnectionWentIsFoundBelowALaterOne(ModelServer.Ability ability) {
        showsLater(ability, 1);
    }

    private static void showsLater(ModelServer.Ability ability, int more) {
        ModelFolder folder = three();
        Mirror mirror = new Mirror();
        List<Long> uids = folder.uids();
        try (ModelServer server = new ModelServer(ability, "", folder)) {
            server.late(true);
            FolderState state = synced(server, FolderState.empty(), mirror);
            try (ImapSession imap = server.imap().open()) {
                Folder inbox = imap.select("INBOX");
                hide(folder, inbox);
                state = inbox.sync(state, mirror::apply);
                assertThat(state.size()).isEqualTo(3);
            }
            folder.withLock(() -> {
                folder.expunge(uids.get(0));
                for (int i = 0; i < more; i++) {
                    folder.add();
                }
            });
            assertThat(synced(server, state, mirror).size()).isEqualTo(3 + more);
            assertThat(mirror.messages()).isEqualTo(folder.truth());
        }
    }

    @ParameterizedTest
    @EnumSource(ModelServer.Ability.class)
    void flagsThatChangeBehindTheirAnswerAreToldThoughLaterChangesWereInIt(ModelServer.Ability ability) {
        ModelFolder folder = three();
        Mirror mirror = new Mirror();
        List<Long> uids = folder.uids();
        try (ModelServer server = new ModelServer(ability, "", folder)) {
            FolderState state = synced(server, FolderState.empty(), mirror);
            try (ImapSession imap = server.imap().open()) {
                Folder inbox = imap.select("INBOX");
                folder.withLock(() -> uids.forEach(folder::flag));
                server.once(
                        Moment.UID_LINE_SENT,
                        () -> folder.withLock(() -> {
                            folder.flag(uids.get(0), "$Behind");
                            folder.flag(uids.get(2));
                        }));
                state = inbox.sync(state, mirror::apply);
            }
            assertThat(synced(server, state, mirror).size()).isEqualTo(3);
            assertThat(mirror.messages()).isEqualTo(folder.truth());
        }
    }

    @ParameterizedTest
    @EnumSource(ModelServer.Ability.class)
    void aMessageBelowOneThatWasToldBeforeTheSyncBrokeOffIsFound(ModelServer.Ability ability) {
        ModelFolder folder = three();
        Mirror mirror = new Mirror();
        List<Long> uids = folder.uids();
        FolderState[] soFar = {FolderState.empty()};
        try (ModelServer server = new ModelServer(ability, "", folder)) {
            server.late(true);
            FolderState state = synced(server, FolderState.empty(), mirror);
            try (ImapSession imap = server.imap().open()) {
                Folder inbox = imap.select("INBOX");
                hide(folder, inbox);
                FolderState before = inbox.sync(state, mirror::apply);
                folder.withLock(folder::add);
                imap.noop();
                Consumer<Change> breaks = change -> {
                    mirror.apply(change);
                    throw new IllegalStateException("enough");
                };
                assertThatThrownBy(() -> inbox.sync(before, breaks, reached -> soFar[0] = reached))
                        .hasMessage("enough");
            }
            folder.withLock(() -> folder.expunge(uids.get(0)));
            assertThat(synced(server, soFar[0], mirror).size()).isEqualTo(4);
            assertThat(mirror.messages()).isEqualTo(folder.truth());
        }
    }

    /** A message comes, and another changes after it; both in a session that has turned on what it can. */
    private static void hide(ModelFolder folder, Folder inbox) {
        inbox.sync(FolderState.empty()); // QRESYNC is on from here
        folder.withLock(() -> {
            long second = folder.uids().get(1);
            folder.add();
            folder.flag(second);
        });
    }

    private static ModelFolder three() {
        ModelFolder folder = new ModelFolder(5);
        folder.withLock(() -> {
            folder.add();
            folder.add();
            folder.add();
        });
        return folder;
    }

    private static FolderState synced(ModelServer server, FolderState before, Mirror mirror) {
        try (ImapSession imap = server.imap().open()) {
            return imap.select("INBOX").sync(before, mirror::apply);
        }
    }

    @ParameterizedTest
    @EnumSource(ModelServer.Ability.class)
    void aNewEpochIsToldAndEverythingIsNew(ModelServer.Ability ability) {
        ModelFolder folder = new ModelFolder(1);
        for (int i = 0; i < 30; i++) {
            folder.change();
        }
        Mirror mirror = new Mirror();
        FolderState state = FolderState.empty();
        try (ModelServer server = new ModelServer(ability, "", folder)) {
            for (int i = 0; i < 3; i++) {
                try (ImapSession imap = server.imap().open()) {
                    Sync sync = imap.select("INBOX").sync(state);
                    assertThat(sync.changes().stream().filter(Change.Reset.class::isInstance))
                            .hasSize(i == 0 ? 0 : 1);
                    sync.changes().forEach(mirror::apply);
                    state = sync.state();
                }
                assertThat(mirror.messages()).isEqualTo(folder.truth());
                folder.renumber();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ModelServer.Ability.class)
    void aCompressedSessionTellsTheSame(ModelServer.Ability ability) {
        ModelFolder folder = new ModelFolder(3);
        for (int i = 0; i < 200; i++) {
            folder.change();
        }
        Mirror mirror = new Mirror();
        List<String> notes = new ArrayList<>();
        try (ModelServer server = new ModelServer(ability, " COMPRESS=DEFLATE", folder);
                ImapSession imap = server.imap()
                        .compressed()
                        .trace(event -> notes.add(event.toString()))
                        .open()) {
            FolderState state = imap.select("INBOX").sync(FolderState.empty(), mirror::apply);
            folder.change();
            imap.noop();
            assertThat(imap.select("INBOX").sync(state, mirror::apply).size())
                    .isEqualTo(folder.truth().size());
        }
        assertThat(mirror.messages()).isEqualTo(folder.truth());
        assertThat(notes).anyMatch(note -> note.contains("compressed"));
    }

    @Test
    void aSpanThatVanishedIsNoCount() {
        ModelFolder folder = new ModelFolder(6);
        folder.withLock(() -> {
            for (int i = 0; i < 8; i++) {
                folder.add();
            }
        });
        List<Long> uids = folder.uids();
        Mirror mirror = new Mirror();
        try (ModelServer server = new ModelServer(ModelServer.Ability.QRESYNC, "", folder)) {
            server.wide(true);
            try (ImapSession imap = server.imap().open()) {
                Folder inbox = imap.select("INBOX");
                FolderState state = inbox.sync(FolderState.empty(), mirror::apply);
                folder.withLock(() -> uids.subList(0, 7).forEach(folder::expunge));
                imap.noop();
                assertThat(inbox.sync(FolderState.empty()).state().size()).isEqualTo(1);
                assertThat(inbox.sync(state, mirror::apply).size()).isEqualTo(1);
            }
        }
        assertThat(mirror.messages()).isEqualTo(folder.truth());
    }

    @Test
    void aFolderThatDidNotChangeHasNoFacts() {
        ModelFolder folder = new ModelFolder(2);
        for (int i = 0; i < 30; i++) {
            folder.change();
        }
        try (ModelServer server = new ModelServer(ModelServer.Ability.QRESYNC, "", folder);
                ImapSession imap = server.imap().open()) {
            Folder inbox = imap.select("INBOX");
            Sync first = inbox.sync(FolderState.empty());
            assertThat(first.state().uids().size()).isEqualTo(folder.truth().size());
            assertThat(inbox.sync(first.state()).changes()).isEmpty();
        }
    }
}
