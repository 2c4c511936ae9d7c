package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.NetException;
import dev.tegami.net.PoolLimits;
import dev.tegami.net.TimedOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Connections are shared, bounded, and replaced when they broke unused. */
class ImapPoolTest {
    private final ModelFolder inbox = new ModelFolder(1);
    private final ModelFolder lists = new ModelFolder(2);
    private final ModelServer server = new ModelServer(
            ModelServer.Ability.PLAIN,
            " IDLE",
            new ModelFolders().with("INBOX", inbox).with("Lists", lists));

    @Test
    void manyThreadsShareFewConnections() throws Exception {
        inbox.withLock(inbox::add);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (server;
                ImapPool pool = server.imap().pool(PoolLimits.of(3))) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String name = i % 2 == 0 ? "INBOX" : "Lists";
                counts.add(threads.submit(() -> pool.examine(name, Folder::exists)));
            }
            for (int i = 0; i < 200; i++) {
                assertThat(counts.get(i).get()).isEqualTo(i % 2 == 0 ? 1 : 0);
            }
            assertThat(pool.connections()).isBetween(1, 3);
            assertThat(server.accepted()).isBetween(1, 3);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatHappenedSinceTheLastTimeIsSeen() {
        try (server;
                ImapPool pool = server.imap().pool(PoolLimits.of(1))) {
            assertThat(pool.select("INBOX", Folder::exists)).isZero();
            inbox.withLock(inbox::add);
            assertThat(pool.select("INBOX", Folder::exists)).isEqualTo(1);
            assertThat(pool.select("Lists", Folder::exists)).isZero();
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatBrokeUnusedIsReplacedUnnoticed() {
        try (server;
                ImapPool pool = server.imap().pool(PoolLimits.of(2))) {
            for (int i = 0; i < 5; i++) {
                assertThat(pool.select("INBOX", Folder::exists)).isZero();
                int known = pool.session(imap -> imap.capabilities().size());
                assertThat(known).isPositive();
                server.cut();
            }
            assertThat(pool.connections()).isEqualTo(1);
        }
    }

    @Test
    void workThatBeganIsNotRepeated() {
        int[] begun = new int[1];
        try (server;
                ImapPool pool = server.imap().pool(PoolLimits.of(2))) {
            assertThatThrownBy(() -> pool.select("INBOX", folder -> {
                        begun[0]++;
                        server.cut();
                        return folder.search(Search.all());
                    }))
                    .isInstanceOf(NetException.class);
            assertThat(begun[0]).isEqualTo(1);
            assertThat(pool.connections()).isZero();
        }
    }

    @Test
    void aRefusedFolderLeavesTheConnection() {
        try (server;
                ImapPool pool = server.imap().pool(PoolLimits.of(2))) {
            assertThatThrownBy(() -> pool.select("Nowhere", Folder::exists)).isInstanceOf(ImapRefused.class);
            assertThat(pool.select("INBOX", Folder::exists)).isZero();
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void whoWaitsTooLongIsToldWhy() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (server;
                ImapPool pool = server.imap().pool(PoolLimits.of(1).patience(Duration.ofMillis(50)))) {
            Future<Boolean> holder = threads.submit(() -> pool.session(imap -> {
                taken.countDown();
                return awaits(over);
            }));
            taken.await();
            assertThatThrownBy(() -> pool.select("INBOX", Folder::exists))
                    .isInstanceOf(TimedOut.class)
                    .hasMessageContaining("all 1 were in use");
            over.countDown();
            assertThat(holder.get()).isTrue();
            assertThat(pool.select("INBOX", Folder::exists)).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void aServerThatAllowsFewerIsBelieved() throws InterruptedException, ExecutionException {
        server.most(2);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (server;
                ImapPool pool = server.imap().pool(PoolLimits.of(8))) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                counts.add(threads.submit(() -> pool.examine("INBOX", Folder::exists)));
            }
            for (Future<Long> count : counts) {
                assertThat(count.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsTooOldIsClosed() {
        try (server;
                ImapPool pool = server.imap().pool(PoolLimits.of(2).age(Duration.ofNanos(1)))) {
            assertThat(pool.select("INBOX", Folder::exists)).isZero();
            assertThat(pool.connections()).isZero();
            assertThat(server.farewells()).isEqualTo(1);
        }
    }

    @Test
    void aClosedPoolLendsNothing() {
        try (server) {
            ImapPool pool = server.imap().pool(PoolLimits.of(2));
            assertThat(pool.select("INBOX", Folder::exists)).isZero();
            pool.close();
            assertThat(server.farewells()).isEqualTo(1);
            assertThatThrownBy(() -> pool.select("INBOX", Folder::exists)).isInstanceOf(IllegalStateException.class);
        }
    }
}
