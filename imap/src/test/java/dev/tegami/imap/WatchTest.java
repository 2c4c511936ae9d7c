package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.imap.ModelServer.Ability;
import dev.tegami.imap.ModelServer.Moment;
import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.Deadlines;
import dev.tegami.net.TimedOut;
import dev.tegami.testkit.ScriptedServer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the server can do, and however often it goes away: no change is lost and none is told twice. */
class WatchTest {
    private static final int STEPS = 300;
    private static final List<Moment> MOMENTS = List.of(Moment.values());
    private static final Duration SHORT = Duration.ofMillis(2);

    private final ModelFolder inbox = new ModelFolder(17);
    private final ModelFolder lists = new ModelFolder(18);
    private final ModelFolders folders = new ModelFolders().with("INBOX", inbox).with("Lists", lists);

    static Stream<Arguments> servers() {
        return Stream.of("", " IDLE", " IDLE NOTIFY", " IDLE NOTIFY COMPRESS=DEFLATE")
                .flatMap(more -> Stream.of(Ability.values()).map(ability -> Arguments.of(ability, more)));
    }

    @ParameterizedTest(name = "{0}{1}")
    @MethodSource("servers")
    void theMirrorsAreTheFoldersAtEveryRest(Ability ability, String more) {
        Random random = new Random((ability + more).hashCode());
        WatchedMirrors mirrors = new WatchedMirrors(folders);
        try (ModelServer server = new ModelServer(ability, more, folders);
                Watch watch = quick(server)
                        .since("INBOX", FolderState.empty())
                        .since("Lists", FolderState.empty())
                        .start(mirrors)) {
            for (int step = 0; step < STEPS; step++) {
                disturb(server, random);
                for (int i = random.nextInt(4); i >= 0; i--) {
                    folders.any(random).change();
                }
                if (random.nextBoolean()) {
                    mirrors.awaitTruth();
                }
            }
            mirrors.awaitTruth();
            assertThat(watch.isRunning()).isTrue();
        }
    }

    private void disturb(ModelServer server, Random random) {
        switch (random.nextInt(20)) {
            case 0 -> server.cut();
            case 1 -> server.cutAfter(random.nextInt(30));
            case 2, 3 -> server.once(MOMENTS.get(random.nextInt(MOMENTS.size())), folders.any(random)::change);
            case 4 -> {
                server.down(true);
                server.cut();
                folders.any(random).renumber();
                server.down(false);
            }
            default -> {}
        }
    }

    private static FolderWatch quick(ModelServer server) {
        return server.imap()
                .compressed()
                .watch("INBOX", "Lists")
                .backOff(SHORT, SHORT)
                .poll(SHORT);
    }

    @ParameterizedTest
    @EnumSource(Ability.class)
    void whatWasThereBeforeIsKnownWithoutBeingTold(Ability ability) {
        inbox.change();
        WatchedMirrors mirrors = new WatchedMirrors(folders);
        try (ModelServer server = new ModelServer(ability, " IDLE", folders);
                Watch watch = server.imap().watch("INBOX").start(mirrors)) {
            FolderState known = mirrors.awaitRest("INBOX");
            assertThat(known.size()).isEqualTo(inbox.truth().size());
            assertThat(mirrors.told("INBOX")).isZero();
            inbox.withLock(inbox::add);
            assertThat(watch.failure()).isEmpty();
        }
    }

    @Test
    void aWatchGoesOnWhereTheOneBeforeEnded() {
        WatchedMirrors mirrors = new WatchedMirrors(folders);
        FolderState state = FolderState.empty();
        try (ModelServer server = new ModelServer(Ability.QRESYNC, " IDLE", folders)) {
            for (int i = 0; i < 10; i++) {
                try (Watch watch =
                        server.imap().watch("INBOX").since("INBOX", state).start(mirrors)) {
                    inbox.change();
                    mirrors.awaitTruth("INBOX");
                    assertThat(watch.isRunning()).isTrue();
                }
                state = FolderState.parse(mirrors.lastRest("INBOX").toBytes());
                inbox.change();
            }
        }
    }

    @Test
    void closingLeavesTheServerInGoodForm() {
        WatchedMirrors mirrors = new WatchedMirrors(folders);
        try (ModelServer server = new ModelServer(Ability.QRESYNC, " IDLE", folders)) {
            Watch watch = server.imap().watch("INBOX").start(mirrors);
            mirrors.awaitRest("INBOX");
            watch.close();
            assertThat(watch.isRunning()).isFalse();
            assertThat(watch.failure()).isEmpty();
            assertThat(mirrors.losses()).isEmpty();
            assertThat(server.farewells()).isEqualTo(1);
            watch.close();
        }
    }

    @Test
    void theListenerMayCloseTheWatch() {
        inbox.change();
        inbox.change();
        WatchedMirrors mirrors = new WatchedMirrors(folders);
        try (ModelServer server = new ModelServer(Ability.PLAIN, " IDLE", folders);
                Watch watch = server.imap().watch("INBOX").start(mirrors)) {
            mirrors.onRest(watch::close);
            mirrors.awaitRest("INBOX");
            WatchedMirrors.await(() -> !watch.isRunning());
        }
    }

    @Test
    void aPeerThatNoLongerAnswersIsLeft() {
        WatchedMirrors mirrors = new WatchedMirrors(folders);
        try (ModelServer server = new ModelServer(Ability.QRESYNC, " IDLE", folders);
                Watch watch = server.imap()
                        .deadlines(Deadlines.all(Duration.ofMillis(300)))
                        .watch("INBOX")
                        .backOff(SHORT, SHORT)
                        .idle(Duration.ofMillis(50))
                        .start(mirrors)) {
            mirrors.awaitRest("INBOX");
            server.deaf(true);
            WatchedMirrors.await(() -> !mirrors.losses().isEmpty());
            assertThat(mirrors.losses().get(0)).isInstanceOf(TimedOut.class);
            server.deaf(false);
            inbox.change();
            WatchedMirrors.await(
                    () -> mirrors.lastRest("INBOX").size() == inbox.truth().size());
            assertThat(watch.failure()).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNotThereEndsTheWatchWithTheServersWords() {
        WatchedMirrors mirrors = new WatchedMirrors(folders);
        try (ModelServer server = new ModelServer(Ability.PLAIN, " IDLE", folders);
                Watch watch = server.imap().watch("Nowhere").start(mirrors)) {
            WatchedMirrors.await(() -> !watch.isRunning());
            assertThat(watch.failure().orElseThrow())
                    .isInstanceOf(ImapRefused.class)
                    .hasMessageContaining("no such folder");
        }
    }

    @Test
    void aRefusedLoginIsNotTriedAgain() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
                    talk.send("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready");
                    String tag = new StringTokenizer(String.valueOf(talk.line())).nextToken();
                    talk.send(tag + " NO [AUTHENTICATIONFAILED] wrong");
                    talk.drain();
                });
                Watch watch = Imap.at("localhost")
                        .port(server.at().port())
                        .insecurePlaintext()
                        .login("ada", "wrong")
                        .watch("INBOX")
                        .start((folder, change) -> {})) {
            WatchedMirrors.await(() -> !watch.isRunning());
            assertThat(watch.failure().orElseThrow()).isInstanceOf(AuthenticationFailed.class);
        }
    }

    @Test
    void aListenerThatThrowsEndsTheWatchWithItsError() {
        inbox.withLock(inbox::add);
        try (ModelServer server = new ModelServer(Ability.PLAIN, " IDLE", folders);
                Watch watch = server.imap()
                        .watch("INBOX")
                        .since("INBOX", FolderState.empty())
                        .start((folder, change) -> {
                            throw new TimedOut(server.imap().options().server(), "the listener's own", "slow", "");
                        })) {
            WatchedMirrors.await(() -> !watch.isRunning());
            assertThat(watch.failure().orElseThrow()).hasMessageContaining("the listener's own");
        }
    }

    @Test
    void aServerThatKeepsTellingNothingIsNotAskedWithoutEnd() {
        WatchedMirrors mirrors = new WatchedMirrors(folders);
        try (ModelServer server = new ModelServer(Ability.PLAIN, " IDLE", folders)) {
            server.noisy(true);
            try (Watch watch = server.imap().watch("INBOX").start(mirrors)) {
                mirrors.awaitRest("INBOX");
                WatchedMirrors.await(() -> server.idles() >= 4);
                assertThat(watch.isRunning()).isTrue();
            }
            assertThat(server.idles()).isLessThan(20);
        }
    }

    @Test
    void spansOutOfBoundsAreRefused() {
        FolderWatch watch = Imap.at("localhost").watch("INBOX");
        assertThatThrownBy(() -> watch.idle(Duration.ofMinutes(30))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> watch.poll(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> watch.since("Other", FolderState.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Imap.at("localhost").watch()).isInstanceOf(IllegalArgumentException.class);
    }
}
