package dev.tegami.examples.programs;

import dev.tegami.examples.cli.Exit;
import dev.tegami.examples.cli.Program;
import dev.tegami.examples.cli.ServerOptions;
import dev.tegami.examples.cli.Shown;
import dev.tegami.examples.cli.Terminal;
import dev.tegami.imap.Change;
import dev.tegami.imap.Fetch;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapPool;
import dev.tegami.imap.Summary;
import dev.tegami.imap.UidSet;
import dev.tegami.imap.Watch;
import dev.tegami.imap.WatchListener;
import dev.tegami.net.PoolLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Says who wrote about what, as soon as it comes. The watch has a connection of its own and makes it anew when it is
 * lost; what was missed meanwhile is told then. What came is looked up through a pool, on another connection.
 */
@Command(
        name = "Watcher",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Say who wrote about what, as soon as it comes. Ends with Ctrl-C.")
public final class Watcher implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ServerOptions server;

    @Option(names = "--count", paramLabel = "N", description = "End after so many messages.")
    private int count = Integer.MAX_VALUE;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", defaultValue = "INBOX", description = "INBOX, if not said.")
    private String folder = "INBOX";

    private final CountDownLatch enough = new CountDownLatch(1);

    Watcher(Terminal terminal) {
        this.terminal = terminal;
        this.server = new ServerOptions(terminal);
    }

    /**
     * Runs the program.
     *
     * @param arguments {@code --help} tells
     */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        System.exit(Program.run(terminal, new Watcher(terminal), arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Imap imap = server.door(Imap::at);
        try (ImapPool pool = imap.pool(PoolLimits.of(2));
                Watch watch = imap.watch(folder).start(new Telling(pool))) {
            enough.await();
            if (watch.failure().isPresent()) {
                throw watch.failure().get();
            }
            return Exit.DONE;
        }
    }

    /** Tells every message that comes. */
    private final class Telling implements WatchListener {
        private final ImapPool pool;
        private int told;

        Telling(ImapPool pool) {
            this.pool = pool;
        }

        @Override
        public void changed(String name, Change change) {
            if (change instanceof Change.Added added) {
                List<Summary> found = pool.examine(name, in -> in.fetch(UidSet.of(added.uid()), Fetch.ENVELOPE));
                found.forEach(summary -> terminal.say(
                        Shown.line(summary.from() + ": " + summary.subject().orElse("(no subject)"))));
                told += found.size();
                if (told >= count) {
                    enough.countDown();
                }
            }
        }

        @Override
        public void lost(RuntimeException why, Duration retryIn) {
            terminal.news("connection lost, next try in " + retryIn.toSeconds() + " s");
        }

        @Override
        public void ended(RuntimeException why) {
            enough.countDown();
        }
    }
}
