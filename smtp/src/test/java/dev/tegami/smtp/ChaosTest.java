package dev.tegami.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.net.Deadlines;
import dev.tegami.net.NetException;
import dev.tegami.net.PoolLimits;
import dev.tegami.smtp.Handover.State;
import dev.tegami.testkit.ChaosProxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A proxy cuts, resets, delays and stalls connections at random. Nothing is lost and nothing is doubled, except what was
 * reported as unknown. {@code -Dchaos.messages=10000} makes it long, {@code -Dchaos.seed=…} repeats a run.
 */
class ChaosTest {
    private static final int MESSAGES = Integer.getInteger("chaos.messages", 300);
    private static final long SEED = Long.getLong("chaos.seed", 20_250_101);
    private static final int MOST_OCTETS = 6_000;

    private final Map<String, State> told = new HashMap<>();

    private static MailObject mail(int number) {
        String subject = (number % 10 == 7 ? "spam " : "letter ") + number;
        String recipient = number % 10 == 3 ? "nobody@example.test" : "bob@example.test";
        String text = "From: alice@example.test\r\nSubject: " + subject + "\r\n\r\n"
                + "A line of it.\r\n".repeat(number % 50);
        return new MailObject(Letters.of(text), Envelope.of("alice@example.test", recipient));
    }

    private static Iterator<MailObject> mails() {
        return IntStream.range(0, MESSAGES).mapToObj(ChaosTest::mail).iterator();
    }

    private void note(Handover handover) {
        String subject = handover.mail().message().subject().orElseThrow();
        assertThat(told.put(subject, handover.state()))
                .as("told twice: %s", subject)
                .isNull();
    }

    private static Smtp at(ChaosProxy proxy, boolean chunked) {
        Smtp smtp = Smtp.at("localhost")
                .port(proxy.port())
                .insecurePlaintext()
                .deadlines(Deadlines.all(Duration.ofMillis(250)));
        return chunked ? smtp.inChunks() : smtp;
    }

    @ParameterizedTest
    @CsvSource({"PIPELINING, false", "PIPELINING CHUNKING, true", "HELP, false"})
    void batches(String offers, boolean chunked) throws Exception {
        try (Mailbag bag = new Mailbag(Mailbag.Settings.of(offers));
                ChaosProxy proxy = new ChaosProxy(bag.port(), SEED, MOST_OCTETS)) {
            Smtp smtp = at(proxy, chunked);
            Deque<MailObject> left = new ArrayDeque<>();
            mails().forEachRemaining(left::add);
            for (int tries = 0; !left.isEmpty() && tries < MESSAGES; tries++) {
                oneSession(smtp, left);
            }
            assertThat(left).isEmpty();
            judge(bag, proxy);
        }
    }

    private void oneSession(Smtp smtp, Deque<MailObject> left) {
        try (SmtpSession session = smtp.open()) {
            List<MailObject> some = left.stream().limit(50).toList();
            for (Handover handover : session.sendAll(some)) {
                left.remove(handover.mail());
                boolean again = handover.state() == State.NOT_TRIED || Attempts.isWorthAnother(handover);
                if (again) {
                    left.add(handover.mail());
                } else {
                    note(handover);
                }
            }
        } catch (NetException e) {
            System.getLogger("dev.tegami.smtp").log(System.Logger.Level.DEBUG, "no session", e);
        }
    }

    @ParameterizedTest
    @CsvSource({"PIPELINING, false", "PIPELINING CHUNKING, true"})
    void aPool(String offers, boolean chunked) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Mailbag bag = new Mailbag(Mailbag.Settings.of(offers).perConnection(40));
                ChaosProxy proxy = new ChaosProxy(bag.port(), SEED, MOST_OCTETS);
                SmtpPool pool = at(proxy, chunked).pool(PoolLimits.of(4))) {
            pool.sendAll(mails(), threads, this::note);
            judge(bag, proxy);
        } finally {
            threads.shutdownNow();
        }
    }

    private void judge(Mailbag bag, ChaosProxy proxy) {
        assertThat(told).hasSize(MESSAGES);
        told.forEach((subject, state) -> {
            int taken = bag.taken(subject);
            switch (state) {
                case SENT -> assertThat(taken).as(subject).isEqualTo(1);
                case REFUSED, NOT_TRIED ->
                    assertThat(taken).as("%s %s", state, subject).isZero();
                case UNKNOWN -> assertThat(taken).as(subject).isBetween(0, 1);
            }
        });
        Map<State, Integer> sums = new HashMap<>();
        told.values().forEach(state -> sums.merge(state, 1, Integer::sum));
        System.getLogger("dev.tegami.smtp")
                .log(System.Logger.Level.INFO, "{0} over {1} connections", sums, proxy.connections());
        assertThat(sums.getOrDefault(State.SENT, 0)).isGreaterThan(MESSAGES / 2);
    }
}
