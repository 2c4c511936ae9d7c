package dev.tegami.benchmarks.smtp;

import dev.tegami.mime.Message;
import dev.tegami.net.PoolLimits;
import dev.tegami.smtp.Pace;
import dev.tegami.smtp.Smtp;
import dev.tegami.smtp.SmtpPool;
import dev.tegami.smtp.SmtpSession;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** A server that takes 20 ms for each message: four threads over a pool of four, beside one over a session. */
@State(Scope.Benchmark)
public class PoolBenchmark {
    private final Message letter = Message.compose()
            .from("ada@example.org")
            .to("bob@example.net")
            .subject("Minutes")
            .text("A line of a letter, which has about forty of them.\r\n".repeat(36))
            .build();

    private SlowSink sink;
    private SmtpSession session;
    private SmtpPool pool;

    /** Opens them. */
    @Setup
    public void open() throws IOException {
        sink = new SlowSink();
        Smtp door = Smtp.at("localhost").port(sink.port()).insecurePlaintext();
        session = door.open();
        pool = door.pool(PoolLimits.of(4), Pace.unhurried().perConnection(Integer.MAX_VALUE));
    }

    /** Closes them. */
    @TearDown
    public void close() throws IOException {
        session.close();
        pool.close();
        sink.close();
    }

    /** One thread, one session. */
    @Benchmark
    @Threads(1)
    public boolean oneSession() {
        return session.send(letter).isComplete();
    }

    /** Four threads, a pool of four. */
    @Benchmark
    @Threads(4)
    public boolean poolOfFour() {
        return pool.send(letter).isComplete();
    }
}
