package dev.tegami.examples.programs;

import dev.tegami.MailException;
import dev.tegami.examples.cli.Exit;
import dev.tegami.examples.cli.KeyOptions;
import dev.tegami.examples.cli.Program;
import dev.tegami.examples.cli.ServerOptions;
import dev.tegami.examples.cli.Shown;
import dev.tegami.examples.cli.Terminal;
import dev.tegami.examples.cli.TrustOptions;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.net.PoolLimits;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Smime;
import dev.tegami.smtp.Handover;
import dev.tegami.smtp.MailObject;
import dev.tegami.smtp.Smtp;
import dev.tegami.smtp.SmtpPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Sends a newsletter, signed, to readers of whom each gets a copy encrypted for nobody else, over a bounded number of
 * connections. A journal tells what became of each reader, and is written before a copy leaves and after the server's
 * word: a second run goes on where the first one stopped, and sends nothing again that may have arrived.
 */
@Command(
        name = "Newsletter",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Send a text to many readers, signed, and encrypted for each of them.")
public final class Newsletter implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final KeyOptions key;

    @Option(names = "--from", required = true, description = "The author; the key must be theirs.")
    private String from = "";

    @Option(names = "--subject", required = true, description = "What it is about.")
    private String subject = "";

    @Option(names = "--readers", required = true, description = "Lines of: ADDRESS TAB CERTIFICATE-FILE.")
    private Path readers = Path.of("");

    @Option(names = "--sent", required = true, description = "The journal: who has got it. A second run goes on by it.")
    private Path sent = Path.of("");

    @Option(names = "--connections", paramLabel = "N", defaultValue = "2", description = "How many send at once.")
    private int connections = 2;

    @Option(names = "--again", description = "Send also to those of whom it is not known whether they have it.")
    private boolean again;

    @Parameters(paramLabel = "TEXT", description = "The file with the text, in UTF-8.")
    private Path text = Path.of("");

    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    Newsletter(Terminal terminal) {
        this.terminal = terminal;
        this.server = new ServerOptions(terminal);
        this.key = new KeyOptions(terminal);
    }

    /**
     * Runs the program.
     *
     * @param arguments {@code --help} tells
     */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        System.exit(Program.run(terminal, new Newsletter(terminal), arguments));
    }

    /** What became of a reader. */
    private enum State {
        BEGUN,
        SENT,
        REFUSED,
        UNKNOWN,
        NOT_TRIED
    }

    /** Lines of an address, a tab and a state; the last one of an address counts. */
    private static final class Journal implements AutoCloseable {
        private final Map<String, State> states = new ConcurrentHashMap<>();
        private final FileChannel file;

        Journal(Path path) throws IOException {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            byte[] octets = Files.readAllBytes(path);
            int whole = octets.length;
            while (whole > 0 && octets[whole - 1] != '\n') {
                whole--; // a line that was cut off was never acted upon
            }
            file.truncate(whole).position(whole);
            for (String line :
                    new String(octets, 0, whole, StandardCharsets.UTF_8).lines().toList()) {
                String[] entry = line.split("\t", 2);
                states.put(entry[0], entry.length < 2 ? State.SENT : State.valueOf(entry[1]));
            }
        }

        Optional<State> of(String reader) {
            return Optional.ofNullable(states.get(reader));
        }

        /** One whole line at a time, and on the disk when this returns. */
        void write(String reader, State state) {
            try {
                file.write(ByteBuffer.wrap((reader + "\t" + state + "\n").getBytes(StandardCharsets.UTF_8)));
                file.force(false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            states.put(reader, state);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    public Integer call() throws IOException {
        if (connections < 1 || connections > PoolLimits.MOST) {
            throw new ParameterException(command.commandLine(), "--connections is from 1 to " + PoolLimits.MOST);
        }
        Identity author = key.identity();
        String words = Files.readString(text);
        List<String> lines = Files.readAllLines(readers);
        ExecutorService executor = Executors.newFixedThreadPool(connections);
        try (Journal journal = new Journal(sent);
                SmtpPool pool = server.door(Smtp::at).pool(PoolLimits.of(connections))) {
            // a stream gives one letter after the other: few of them are held at a time
            Iterator<MailObject> letters = lines.stream()
                    .flatMap(line -> letter(journal, author, words, line).stream())
                    .iterator();
            pool.sendAll(letters, executor, handover -> {
                told(journal, handover);
                terminal.progress(seen + " of " + lines.size());
            });
        } finally {
            executor.shutdown();
            terminal.progressEnds();
        }
        terminal.say(lines.size() - failed.get() + " of " + lines.size() + " have it");
        return failed.get() == 0 ? Exit.DONE : Exit.NO;
    }

    /** The letter to a reader who is to get one. */
    private Optional<MailObject> letter(Journal journal, Identity author, String words, String line) {
        seen.incrementAndGet();
        String[] reader = line.split("\t", 2);
        if (reader.length < 2) {
            return no("no address, tab and certificate: " + line);
        }
        try {
            String address = Mailbox.parse(reader[0]).address();
            State state = journal.of(address).orElse(State.NOT_TRIED);
            if (state == State.SENT) {
                return Optional.empty();
            }
            if (!again && (state == State.BEGUN || state == State.UNKNOWN)) {
                return no(address + ": may have it from an earlier run; --again sends it");
            }
            Message letter = Message.compose()
                    .from(from)
                    .to(address)
                    .subject(subject)
                    .text(words)
                    .build()
                    .with(Smime.sign(author))
                    .with(Smime.encrypt(TrustOptions.certificates(List.of(Path.of(reader[1])))));
            journal.write(address, State.BEGUN);
            return Optional.of(MailObject.of(letter));
        } catch (IOException | MailException | InvalidPathException e) {
            return no(reader[0] + ": " + e.getMessage());
        }
    }

    private Optional<MailObject> no(String why) {
        failed.incrementAndGet();
        terminal.news(Shown.line(why));
        return Optional.empty();
    }

    private void told(Journal journal, Handover handover) {
        String reader = handover.mail().envelope().recipients().get(0).mailbox().address();
        State state = State.valueOf(handover.state().name());
        journal.write(reader, state);
        if (state != State.SENT) {
            failed.incrementAndGet();
            terminal.news(Shown.line(reader + ": " + state
                    + handover.problem().map(why -> " " + why.getMessage()).orElse("")));
        }
    }
}
