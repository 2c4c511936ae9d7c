package dev.tegami.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.store.Maildir;
import dev.tegami.store.Mbox;
import dev.tegami.store.Store;
import dev.tegami.store.Stored;
import dev.tegami.testkit.ChildProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that collects mail and is killed (SIGKILL) when the server hears, or has done, a certain command. */
class CollectKilledTest {
    private static final int MESSAGES = 150;

    private final Path directory;
    private final FakeMaildrop drop = new FakeMaildrop();
    private final List<String> names = new ArrayList<>();

    CollectKilledTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** The command at which to kill. */
    private record Moment(String command, boolean isDone) {}

    private static final class Killer implements MaildropServer.Watcher {
        private final Moment moment;
        private final CompletableFuture<Process> victim;

        Killer(Moment moment, CompletableFuture<Process> victim) {
            this.moment = moment;
            this.victim = victim;
        }

        @Override
        public boolean before(String command) {
            return survives(command, false);
        }

        @Override
        public boolean after(String command) {
            return survives(command, true);
        }

        private boolean survives(String command, boolean isDone) {
            if (!moment.equals(new Moment(command, isDone))) {
                return true;
            }
            victim.join().toHandle().destroyForcibly();
            victim.join().onExit().join();
            return false;
        }
    }

    static Store store(String kind, Path directory) throws IOException {
        return kind.equals("MAILDIR") ? Maildir.create(directory.resolve("mail")) : Mbox.at(directory.resolve("mail"));
    }

    /** The process: its arguments are a port, the kind of store, and a directory. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[2]);
        try (SeenFile seen = SeenFile.open(directory.resolve("seen"))) {
            Pop3.at("localhost")
                    .port(Integer.parseInt(arguments[0]))
                    .insecurePlaintext()
                    .login("ada", "secret")
                    .collect(store(arguments[1], directory), seen, Policy.delete());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAILDIR", "MBOX"})
    void everyMessageEndsInTheStoreOnceAndNothingIsDeletedThatIsNotThere(String kind) throws Exception {
        for (int i = 0; i < MESSAGES; i++) {
            drop.add("m" + i);
            names.add("m" + i);
        }
        for (Moment moment : List.of(
                new Moment("RETR 2", false),
                new Moment("RETR 64", true),
                new Moment("RETR 65", true),
                new Moment("RETR 150", true),
                new Moment("DELE 1", false),
                new Moment("DELE 150", true),
                new Moment("QUIT", false),
                new Moment("QUIT", true))) {
            assertThat(collectAndBeKilled(kind, moment)).as("%s", moment).isEqualTo(137);
            List<String> stored = subjects(kind);
            assertThat(stored).as("%s", moment).doesNotHaveDuplicates();
            List<String> all = new ArrayList<>(stored);
            all.addAll(drop.uids());
            assertThat(all).as("%s", moment).containsAll(names);
        }
        assertThat(drop.mails).isEmpty();
        assertThat(subjects(kind)).containsExactlyInAnyOrderElementsOf(names);
    }

    private int collectAndBeKilled(String kind, Moment moment) throws Exception {
        CompletableFuture<Process> victim = new CompletableFuture<>();
        try (MaildropServer server = new MaildropServer(drop, new Killer(moment, victim))) {
            Process process = ChildProcess.start(
                    CollectKilledTest.class, Integer.toString(server.port()), kind, directory.toString());
            victim.complete(process);
            return process.waitFor();
        }
    }

    private List<String> subjects(String kind) throws IOException {
        List<String> subjects = new ArrayList<>();
        for (Stored one : store(kind, directory).list()) {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            one.raw().writeTo(octets);
            String subject = one.message().subject().orElseThrow();
            assertThat(octets.toString(StandardCharsets.US_ASCII)).isEqualTo(FakeMaildrop.letter(subject));
            subjects.add(subject);
        }
        return subjects;
    }
}
