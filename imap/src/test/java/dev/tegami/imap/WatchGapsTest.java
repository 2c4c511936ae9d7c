package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.imap.ModelServer.Ability;
import dev.tegami.imap.ModelServer.Moment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One last change, at each moment of a watch's talk with its server: it is told, though nothing comes after it. */
class WatchGapsTest {
    private static final Duration SHORT = Duration.ofMillis(2);

    private final ModelFolder inbox = new ModelFolder(17);
    private final ModelFolder lists = new ModelFolder(18);
    private final ModelFolders folders = new ModelFolders().with("INBOX", inbox).with("Lists", lists);
    private final WatchedMirrors mirrors = new WatchedMirrors(folders);
    private final AtomicBoolean happened = new AtomicBoolean();

    static Stream<Arguments> moments() {
        return servers()
                .flatMap(server -> Stream.of(Moment.values())
                        .map(moment -> Arguments.of(server.get()[0], server.get()[1], moment)));
    }

    static Stream<Arguments> servers() {
        return Stream.of(" IDLE", " IDLE NOTIFY COMPRESS=DEFLATE")
                .flatMap(more -> Stream.of(Ability.PLAIN, Ability.CONDSTORE, Ability.QRESYNC)
                        .map(ability -> Arguments.of(ability, more)));
    }

    @ParameterizedTest(name = "{0}{1} {2}")
    @MethodSource("moments")
    void aChangeIsNotMissed(Ability ability, String more, Moment moment) {
        for (int count = 1; count <= (moment.compareTo(Moment.IDLE_HEARD) < 0 ? 2 : 1); count++) {
            happens(ability, more, moment, count, inbox);
            happens(ability, more, moment, count, lists);
        }
    }

    private void happens(Ability ability, String more, Moment moment, int count, ModelFolder last) {
        begin();
        try (ModelServer server = new ModelServer(ability, more, folders);
                Watch watch = watch(server, more)) {
            mirrors.awaitTruth();
            server.once(moment, count, () -> {
                last.exchange();
                happened.set(true);
            });
            untilItHappened();
            assertThat(watch.isRunning()).isTrue();
        }
        folders.names().forEach(mirrors::forget);
    }

    @ParameterizedTest(name = "{0}{1} {2}")
    @MethodSource("moments")
    void aChangeIsNotMissedThoughTheConnectionGoesWithIt(Ability ability, String more, Moment moment) {
        begin();
        try (ModelServer server = new ModelServer(ability, more, folders);
                Watch watch = watch(server, more)) {
            mirrors.awaitTruth();
            server.once(moment, () -> {
                folders.names().forEach(name -> folders.at(name).exchange());
                server.cut();
                happened.set(true);
            });
            untilItHappened();
            assertThat(watch.isRunning()).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}{1}")
    @MethodSource("servers")
    void aChangeIsNotMissedWhileTheListenerIsAtWork(Ability ability, String more) {
        begin();
        try (ModelServer server = new ModelServer(ability, more, folders);
                Watch watch = watch(server, more)) {
            mirrors.awaitTruth();
            mirrors.onRest(() -> {
                mirrors.onRest(() -> {});
                folders.names().forEach(name -> folders.at(name).exchange());
                happened.set(true);
            });
            untilItHappened();
            assertThat(watch.isRunning()).isTrue();
        }
    }

    /** The last flags have a higher number than the message that shows after them, and the count is as before. */
    @ParameterizedTest(name = "{0}{1}")
    @MethodSource("servers")
    void aMessageIsNotHiddenByOneThatWentAndByFlagsThatChangedAfterIt(Ability ability, String more) {
        begin();
        List<Long> uids = lists.uids();
        try (ModelServer server = new ModelServer(ability, more, folders);
                Watch watch = watch(server, more)) {
            mirrors.awaitTruth();
            server.once(
                    Moment.SELECTED,
                    () -> lists.does(() -> {
                        lists.add();
                        lists.flag(uids.get(1), "$Last");
                        happened.set(true);
                    }));
            lists.does(() -> lists.expunge(uids.get(0)));
            WatchedMirrors.await(happened::get);
            mirrors.awaitTruth();
            assertThat(watch.isRunning()).isTrue();
        }
    }

    /** Keeps the watch busy; what happens is the last change. */
    private void untilItHappened() {
        do {
            lists.exchange();
            inbox.exchange();
            mirrors.awaitTruth();
        } while (!happened.get());
        mirrors.awaitTruth();
    }

    private void begin() {
        folders.names().forEach(name -> {
            ModelFolder folder = folders.at(name);
            folder.does(() -> {
                folder.add();
                folder.add();
            });
        });
        happened.set(false);
    }

    private Watch watch(ModelServer server, String more) {
        FolderWatch watch = server.imap()
                .compressed()
                .watch("INBOX", "Lists")
                .backOff(SHORT, SHORT)
                .since("INBOX", FolderState.empty())
                .since("Lists", FolderState.empty());
        return (more.contains("NOTIFY") ? watch : watch.poll(SHORT)).start(mirrors);
    }
}
