package dev.tegami.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.Aborted;
import dev.tegami.net.ConnectFailed;
import dev.tegami.net.Deadlines;
import dev.tegami.net.PoolLimits;
import dev.tegami.net.TimedOut;
import dev.tegami.smtp.Handover.State;
import dev.tegami.testkit.ScriptedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SmtpPoolTest {
    private static final Envelope BOB = Envelope.of("alice@example.test", "bob@example.test");
    private static final PoolLimits FOUR = PoolLimits.of(4);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Handover> told = new ArrayList<>();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static MailObject mail(int number) {
        return new MailObject(Letters.of("From: a@b.test\r\nSubject: letter " + number + "\r\n\r\nhi\r\n"), BOB);
    }

    private static List<MailObject> mails(int count) {
        return IntStream.range(0, count).mapToObj(SmtpPoolTest::mail).toList();
    }

    private static Smtp at(int port) {
        return Smtp.at("localhost").port(port).insecurePlaintext().deadlines(Deadlines.all(Duration.ofSeconds(10)));
    }

    private static Mailbag bag(Mailbag.Settings settings) {
        return new Mailbag(settings);
    }

    private static Mailbag.Settings settings() {
        return Mailbag.Settings.of("PIPELINING CHUNKING");
    }

    @Test
    void oneThreadUsesOneConnectionForAll() throws Exception {
        try (Mailbag bag = bag(settings());
                SmtpPool pool = at(bag.port()).pool(FOUR)) {
            for (MailObject mail : mails(20)) {
                assertThat(pool.send(mail.message(), mail.envelope()).isComplete())
                        .isTrue();
            }
            assertThat(bag.taken()).isEqualTo(20);
            assertThat(bag.connections()).isEqualTo(1);
            assertThat(pool.connections()).isEqualTo(1);
        }
    }

    @Test
    void manyThreadsShareTheConnectionsThereAre() throws Exception {
        try (Mailbag bag = bag(settings().answerTime(Duration.ofMillis(2)));
                SmtpPool pool = at(bag.port()).pool(FOUR)) {
            List<Future<Receipt>> all = new ArrayList<>();
            for (MailObject mail : mails(100)) {
                all.add(threads.submit(() -> pool.send(mail.message(), mail.envelope())));
            }
            for (Future<Receipt> receipt : all) {
                assertThat(receipt.get().isComplete()).isTrue();
            }
            assertThat(bag.taken()).isEqualTo(100);
            assertThat(bag.mostAtOnce()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void aConnectionIsReplacedAfterItsMessages() throws Exception {
        try (Mailbag bag = bag(settings());
                SmtpPool pool = at(bag.port()).pool(FOUR, Pace.unhurried().perConnection(3))) {
            for (MailObject mail : mails(10)) {
                pool.send(mail.message(), mail.envelope());
            }
            pool.sendAll(mails(30).iterator(), threads, told::add);
            assertThat(told).extracting(Handover::state).hasSize(30).containsOnly(State.SENT);
            assertThat(bag.taken()).isEqualTo(40);
            assertThat(bag.connections()).isGreaterThanOrEqualTo(13);
        }
    }

    @Test
    void aServerThatClosesAfterSomeMessagesIsReachedAgain() throws Exception {
        try (Mailbag bag = bag(settings().perConnection(3));
                SmtpPool pool = at(bag.port()).pool(FOUR)) {
            for (MailObject mail : mails(10)) {
                assertThat(pool.send(mail.message(), mail.envelope()).isComplete())
                        .isTrue();
            }
            pool.sendAll(mails(50).iterator(), threads, told::add);
            assertThat(told).extracting(Handover::state).hasSize(50).containsOnly(State.SENT);
            mails(10)
                    .forEach(mail -> assertThat(
                                    bag.taken(mail.message().subject().orElseThrow()))
                            .isEqualTo(2));
            assertThat(bag.taken()).isEqualTo(60);
        }
    }

    @Test
    void aServerThatTakesFewerConnectionsIsBelieved() throws Exception {
        try (Mailbag bag = bag(settings().atOnce(2).answerTime(Duration.ofMillis(1)));
                SmtpPool pool = at(bag.port()).pool(FOUR)) {
            pool.sendAll(mails(100).iterator(), threads, told::add);
            assertThat(told).extracting(Handover::state).hasSize(100).containsOnly(State.SENT);
            assertThat(bag.taken()).isEqualTo(100);
        }
    }

    @Test
    void aRestartOfTheServerLosesNothingAndDoublesNothing() throws Exception {
        Mailbag before = bag(settings());
        try (SmtpPool pool = at(before.port()).pool(FOUR)) {
            List<MailObject> mails = mails(60);
            for (MailObject mail : mails.subList(0, 10)) {
                pool.send(mail.message(), mail.envelope());
            }
            before.close();
            CountDownLatch tried = new CountDownLatch(1);
            Future<?> work = threads.submit(() -> {
                tried.countDown();
                pool.sendAll(mails.subList(10, 60).iterator(), threads, told::add);
            });
            tried.await();
            try (Mailbag after = new Mailbag(settings(), before.port())) {
                work.get();
                assertThat(told).extracting(Handover::state).hasSize(50).containsOnly(State.SENT);
                assertThat(before.taken() + after.taken()).isEqualTo(60);
            }
        }
    }

    @Test
    void keptConnectionsThatAreDeadGiveNoMessageUp() throws Exception {
        Mailbag before = bag(settings());
        try (SmtpPool pool = at(before.port()).pool(PoolLimits.of(8))) {
            long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            Stream.generate(() -> pool.borrow(until)).limit(8).toList().forEach(pool::giveBack);
            assertThat(pool.connections()).isEqualTo(8);
            before.close();
            try (Mailbag after = new Mailbag(settings(), before.port())) {
                pool.sendAll(mails(1).iterator(), Runnable::run, told::add);
                assertThat(told).extracting(Handover::state).containsExactly(State.SENT);
                assertThat(after.taken()).isEqualTo(1);
            }
        }
    }

    @Test
    void anExecutorThatBreaksEndsTheBatchAfterThoseItRuns() throws Exception {
        AtomicInteger tasks = new AtomicInteger();
        try (Mailbag bag = bag(settings().answerTime(Duration.ofMillis(1)));
                SmtpPool pool = at(bag.port()).pool(FOUR)) {
            Iterator<MailObject> endless =
                    Stream.iterate(0, i -> i + 1).map(SmtpPoolTest::mail).iterator();
            assertThatThrownBy(() -> pool.sendAll(
                            endless,
                            task -> {
                                if (tasks.incrementAndGet() > 1) {
                                    throw new OutOfMemoryError("no thread");
                                }
                                threads.execute(task);
                            },
                            told::add))
                    .isInstanceOf(OutOfMemoryError.class);
            assertThat(told).hasSize(bag.taken());
        }
    }

    @Test
    void withoutAServerNothingMoreIsTakenOnceThePatienceEnds() throws Exception {
        Mailbag gone = bag(settings());
        gone.close();
        try (SmtpPool pool = at(gone.port()).pool(FOUR.patience(Duration.ofMillis(300)))) {
            assertThatThrownBy(() -> pool.sendAll(mails(100).iterator(), threads, told::add))
                    .isInstanceOf(ConnectFailed.class);
            assertThat(told).hasSizeBetween(1, 4).extracting(Handover::state).containsOnly(State.NOT_TRIED);
            assertThatThrownBy(() -> pool.send(Letters.plain(), BOB)).isInstanceOf(ConnectFailed.class);
        }
    }

    @Test
    void whoeverWaitsTooLongIsToldSo() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
                    Sessions.hello(talk, "mail.test", "PIPELINING");
                    Sessions.envelope(talk);
                    Sessions.message(talk);
                    arrived.countDown();
                    await(release);
                    talk.send("250 ok").drain();
                });
                SmtpPool pool = Sessions.at(server).pool(PoolLimits.of(1).patience(Duration.ofMillis(50)))) {
            Future<Receipt> slow = threads.submit(() -> pool.send(Letters.plain(), BOB));
            arrived.await();
            assertThatThrownBy(() -> pool.send(Letters.plain(), BOB)).isInstanceOf(TimedOut.class);
            release.countDown();
            assertThat(slow.get().isComplete()).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void closingWaitsForWhatIsUnderWayAndThenCutsIt() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            Sessions.hello(talk, "mail.test", "PIPELINING");
            Sessions.envelope(talk);
            Sessions.message(talk);
            arrived.countDown();
            talk.stall();
        })) {
            SmtpPool pool = Sessions.at(server).pool(FOUR);
            Future<Receipt> stuck = threads.submit(() -> pool.send(Letters.plain(), BOB));
            arrived.await();
            assertThat(pool.close(Duration.ofMillis(10))).isFalse();
            assertThatThrownBy(stuck::get).hasCauseInstanceOf(DeliveryUnknown.class);
            assertThatThrownBy(() -> pool.send(Letters.plain(), BOB)).isInstanceOf(IllegalStateException.class);
            assertThat(pool.close(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void anUnknownOutcomeIsReportedAndNotRepeated() {
        AtomicInteger visits = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
                    visits.incrementAndGet();
                    Sessions.hello(talk, "mail.test", "PIPELINING");
                    Sessions.envelope(talk);
                    Sessions.message(talk);
                    talk.close();
                });
                SmtpPool pool = Sessions.at(server).pool(FOUR)) {
            assertThatThrownBy(() -> pool.send(Letters.plain(), BOB)).isInstanceOf(DeliveryUnknown.class);
            pool.sendAll(List.of(mail(1)).iterator(), threads, told::add);
            assertThat(told).extracting(Handover::state).containsExactly(State.UNKNOWN);
            assertThat(visits).hasValue(2);
        }
    }

    @Test
    void anExecutorWithoutThreadsLeavesTheWorkToTheCaller() throws IOException {
        try (Mailbag bag = bag(settings());
                SmtpPool pool = at(bag.port()).pool(FOUR)) {
            pool.sendAll(
                    mails(10).iterator(),
                    task -> {
                        throw new RejectedExecutionException("full");
                    },
                    told::add);
            pool.sendAll(mails(10).iterator(), Runnable::run, told::add);
            pool.sendAll(mails(10).iterator(), task -> {}, told::add);
            assertThat(told).hasSize(30);
        }
    }

    @Test
    void aListenerThatBreaksStopsTheBatch() throws IOException {
        try (Mailbag bag = bag(settings());
                SmtpPool pool = at(bag.port()).pool(FOUR)) {
            assertThatThrownBy(() -> pool.sendAll(mails(1_000).iterator(), threads, handover -> {
                        told.add(handover);
                        throw new IllegalStateException("full");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("full");
            assertThat(told).hasSizeLessThan(20).hasSize(bag.taken());
        }
    }

    @Test
    void aRateIsKeptByWaitingAndWhoeverWouldWaitTooLongIsToldSo() throws IOException {
        Pace pace = Pace.unhurried().rate(1, Duration.ofHours(1));
        try (Mailbag bag = bag(settings());
                SmtpPool pool = at(bag.port()).pool(FOUR, pace)) {
            pool.send(Letters.plain(), BOB);
            assertThatThrownBy(() -> pool.send(Letters.plain(), BOB))
                    .isInstanceOf(TimedOut.class)
                    .hasMessageContaining("rate");
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> pool.sendAll(mails(3).iterator(), threads, told::add))
                    .isInstanceOf(Aborted.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(bag.taken()).isEqualTo(1);
        }
    }

    @Test
    void ratesAndNumbersOutOfBoundsAreRefused() {
        assertThatThrownBy(() -> Pace.unhurried().rate(0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pace.unhurried().rate(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pace.unhurried().perConnection(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
