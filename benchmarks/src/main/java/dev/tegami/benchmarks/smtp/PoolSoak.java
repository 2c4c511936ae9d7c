package dev.tegami.benchmarks.smtp;

import dev.tegami.mime.Message;
import dev.tegami.net.PoolLimits;
import dev.tegami.smtp.Envelope;
import dev.tegami.smtp.Handover;
import dev.tegami.smtp.MailObject;
import dev.tegami.smtp.Pace;
import dev.tegami.smtp.Smtp;
import dev.tegami.smtp.SmtpPool;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/**
 * Sends through a pool of four to {@code smtp-sink} for a long time, and tells every ten seconds what it holds: live heap
 * and open descriptors stay flat. Arguments: how many minutes, how many messages a second (0 for all that go), and how
 * many messages at most.
 */
public final class PoolSoak {
    private static final long TEN_SECONDS = 10_000_000_000L;

    private final Map<Handover.State, Long> states = new TreeMap<>();
    private final long began = System.nanoTime();
    private long told;
    private long shown = began;

    private PoolSoak() {}

    /**
     * Runs.
     *
     * @param arguments minutes, messages a second, most messages
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long minutes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 60;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
        long most = arguments.length > 2 ? Long.parseLong(arguments[2]) : Long.MAX_VALUE;
        new PoolSoak().run(Duration.ofMinutes(minutes), rate, most);
    }

    private void run(Duration span, int rate, long most) throws IOException, InterruptedException {
        Pace unhurried = Pace.unhurried().perConnection(1_000);
        Pace pace = rate == 0 ? unhurried : unhurried.rate(rate, Duration.ofSeconds(1));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Sink sink = Sink.start();
                SmtpPool pool = Smtp.at("localhost")
                        .port(sink.port())
                        .insecurePlaintext()
                        .pool(PoolLimits.of(4), pace)) {
            Iterator<MailObject> mails = LongStream.range(0, most)
                    .takeWhile(i -> System.nanoTime() - began < span.toNanos())
                    .mapToObj(PoolSoak::mail)
                    .iterator();
            pool.sendAll(mails, threads, this::told);
            show();
        } finally {
            threads.shutdown();
        }
    }

    private static MailObject mail(long number) {
        Message letter = Message.compose()
                .from("ada@example.org")
                .to("bob@example.net")
                .subject("Letter " + number)
                .text("A line of a letter, which has about forty of them.\r\n".repeat(36))
                .build();
        return new MailObject(letter, Envelope.of("ada@example.org", "bob@example.net"));
    }

    private void told(Handover handover) {
        states.merge(handover.state(), 1L, Long::sum);
        told++;
        if (System.nanoTime() - shown > TEN_SECONDS) {
            shown = System.nanoTime();
            show();
        }
    }

    private void show() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        String[] descriptors = new File("/proc/self/fd").list();
        System.out.printf(
                "%5d s %,10d messages %s, %,8d KiB live, %d descriptors%n",
                (System.nanoTime() - began) / 1_000_000_000L,
                told,
                states,
                (runtime.totalMemory() - runtime.freeMemory()) / 1024,
                descriptors == null ? -1 : descriptors.length);
    }
}
