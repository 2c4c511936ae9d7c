package dev.tegami.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import dev.tegami.internal.wire.Pool;
import dev.tegami.net.Aborted;
import dev.tegami.net.Deadlines;
import dev.tegami.net.PoolLimits;
import dev.tegami.smtp.Handover.State;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pool whose threads are interrupted, that is closed, or whose server breaks the limits. */
@Timeout(60)
class SmtpPoolEndsTest {
    private static final Envelope BOB = Envelope.of("alice@example.test", "bob@example.test");
    private static final PoolLimits FOUR = PoolLimits.of(4);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger taken = new AtomicInteger();
    private final List<Handover> told = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private Iterator<MailObject> endless() {
        return Stream.generate(taken::incrementAndGet)
                .map(number -> new MailObject(
                        Letters.of("From: a@b.test\r\nSubject: letter " + number + "\r\n\r\nhi\r\n"), BOB))
                .iterator();
    }

    private static Mailbag bag() {
        return new Mailbag(Mailbag.Settings.of("PIPELINING CHUNKING").answerTime(Duration.ofMillis(2)));
    }

    private static SmtpPool pool(Mailbag bag) {
        return Smtp.at("localhost")
                .port(bag.port())
                .insecurePlaintext()
                .deadlines(Deadlines.all(Duration.ofSeconds(10)))
                .pool(FOUR);
    }

    private void judge(Mailbag bag) {
        assertThat(told).hasSize(taken.get());
        told.forEach(handover -> {
            int arrived = bag.taken(handover.mail().message().subject().orElseThrow());
            switch (handover.state()) {
                case SENT -> assertThat(arrived).isEqualTo(1);
                case UNKNOWN -> assertThat(arrived).isBetween(0, 1);
                case REFUSED, NOT_TRIED -> assertThat(arrived).isZero();
            }
        });
    }

    @Test
    void anInterruptOfTheCallerEndsTheBatchAndEachMessageTakenIsTold() throws Exception {
        CountDownLatch some = new CountDownLatch(50);
        try (Mailbag bag = bag();
                SmtpPool pool = pool(bag)) {
            Thread caller = Thread.currentThread();
            threads.execute(() -> {
                await(some);
                caller.interrupt();
            });
            assertThatThrownBy(() -> pool.sendAll(endless(), threads, handover -> {
                        told.add(handover);
                        some.countDown();
                    }))
                    .isInstanceOf(Aborted.class);
            assertThat(Thread.interrupted()).isTrue();
            judge(bag);
        }
    }

    @Test
    void anExecutorThatIsShutDownEndsTheBatchAndEachMessageTakenIsTold() throws Exception {
        ExecutorService own = Executors.newFixedThreadPool(3);
        try (Mailbag bag = bag();
                SmtpPool pool = pool(bag)) {
            assertThatThrownBy(() -> pool.sendAll(endless(), own, handover -> {
                        told.add(handover);
                        if (told.size() == 50) {
                            own.shutdownNow();
                        }
                    }))
                    .isInstanceOf(Aborted.class);
            assertThat(own.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            judge(bag);
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
    void aConnectionThatWasBeingOpenedWhileItClosedSendsNothing() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
            reached.countDown();
            await(closed);
            Sessions.hello(talk, "mail.test", "PIPELINING");
            heard.add(String.valueOf(talk.line()));
            talk.send("221 bye");
        })) {
            SmtpPool pool = Sessions.at(server).pool(FOUR);
            Future<Receipt> sending = threads.submit(() -> pool.send(Letters.plain(), BOB));
            reached.await();
            assertThat(pool.close(Duration.ofMillis(1))).isFalse();
            Future<Boolean> done = threads.submit(() -> pool.close(Duration.ofSeconds(20)));
            closed.countDown();
            assertThatThrownBy(sending::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
            assertThat(done.get()).isTrue();
            assertThat(heard).containsExactly("QUIT");
            assertThat(pool.connections()).isZero();
        }
    }

    private static void endless(Talk talk) throws IOException {
        for (int i = 0; i < 10_000; i++) {
            talk.send("250-and on");
        }
    }

    @Test
    void anAnswerWithoutEndCostsItsConnectionAndNotTheBatch() {
        AtomicInteger visits = new AtomicInteger();
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
                    Sessions.hello(talk, "mail.test", "PIPELINING");
                    if (visits.getAndIncrement() == 0) {
                        talk.line();
                        endless(talk);
                    }
                    for (int i = 0; i < 2; i++) {
                        Sessions.envelope(talk);
                        Sessions.message(talk);
                        talk.send("250 ok");
                    }
                    talk.drain();
                });
                SmtpPool pool = Sessions.at(server).pool(PoolLimits.of(1))) {
            List<MailObject> mails = Stream.generate(() -> new MailObject(Letters.plain(), BOB))
                    .limit(3)
                    .toList();
            pool.sendAll(mails.iterator(), Runnable::run, told::add);
            assertThat(told).extracting(Handover::state).containsExactly(State.NOT_TRIED, State.SENT, State.SENT);
            assertThat(told.get(0).problem()).containsInstanceOf(LimitExceeded.class);
        }
    }

    @Test
    void aKeptConnectionThatAnswersWithoutEndIsNotAlive() {
        try (ScriptedServer server = ScriptedServer.plain(talk -> {
                    Sessions.hello(talk, "mail.test", "PIPELINING");
                    talk.expect("NOOP");
                    endless(talk);
                });
                SmtpSession session = Sessions.at(server).open()) {
            long longAgo = System.nanoTime() - Duration.ofMinutes(1).toNanos();
            assertThat(SmtpPool.isAlive(new Pool.Lent<>(session, longAgo, longAgo, false)))
                    .isFalse();
        }
    }
}
