package dev.tegami.store;

import static dev.tegami.store.MboxTest.octets;
import static dev.tegami.store.MboxTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mbox as a process leaves it that is killed in the middle of an append, for every octet it may have reached. */
class MboxRecoveryTest {
    private static final String FOREIGN = "From z@z Fri Jan  2 00:00:00 1970\nA: z\n\nforeign\n\n";

    private final Path directory;
    private final Path file;
    private final Mbox mbox;
    private final byte[] before;
    private final List<String> names = new ArrayList<>();

    MboxRecoveryTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        file = directory.resolve("box");
        mbox = Mbox.at(file);
        mbox.deliver(octets("A: 0\n\nold\n"));
        before = Files.readAllBytes(file);
    }

    /** Makes the journal and the first {@code reached} octets of an append of two messages. */
    private int interrupt(int reached) throws IOException {
        Files.write(file, before);
        names.clear();
        for (int i = 1; i < 3; i++) {
            Staged staged = mbox.stage();
            octets("A: " + i + "\n\nnew " + i + "\n").writeTo(staged.stream());
            names.add(staged.seal());
        }
        byte[] one = Files.readAllBytes(MboxStaged.spool(file, names.get(0)));
        byte[] two = Files.readAllBytes(MboxStaged.spool(file, names.get(1)));
        byte[] appended = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, appended, one.length, two.length);
        new MboxJournal(before.length, 0, names).write(file);
        int n = Math.min(reached, appended.length);
        byte[] all = Arrays.copyOf(before, before.length + n);
        System.arraycopy(appended, 0, all, before.length, n);
        Files.write(file, all);
        return appended.length;
    }

    @Test
    void whoeverComesNextCompletesIt() throws IOException {
        int total = interrupt(0);
        mbox.list();
        for (int reached = 0; reached <= total; reached++) {
            interrupt(reached);
            assertThat(texts(mbox))
                    .as("after %d octets", reached)
                    .containsExactly("A: 0\n\nold\n", "A: 1\n\nnew 1\n", "A: 2\n\nnew 2\n");
            assertThat(mbox.settle(names.get(0))).isEqualTo(Settled.BEFORE);
            assertThat(directory.toFile().list()).containsExactly("box");
        }
    }

    @Test
    void whatAnotherProgramAppendedSinceIsKept() throws IOException {
        int total = interrupt(0);
        mbox.list();
        for (int reached = 0; reached <= total; reached++) {
            interrupt(reached);
            Files.writeString(file, FOREIGN, java.nio.file.StandardOpenOption.APPEND);
            mbox.deliver(octets("A: 3\n\nnext\n"));
            assertThat(texts(mbox))
                    .as("after %d octets", reached)
                    .containsExactly(
                            "A: 0\n\nold\n",
                            "A: 1\n\nnew 1\n",
                            "A: 2\n\nnew 2\n",
                            "A: z\n\nforeign\n",
                            "A: 3\n\nnext\n");
        }
    }

    @Test
    void octetsThatNeverReachedTheDiskAreWrittenAgain() throws IOException {
        int total = interrupt(0);
        mbox.list();
        for (int reached = 0; reached < total; reached += 7) {
            interrupt(reached);
            byte[] all = Arrays.copyOf(Files.readAllBytes(file), before.length + total);
            Files.write(file, all);
            assertThat(texts(mbox))
                    .as("after %d octets", reached)
                    .containsExactly("A: 0\n\nold\n", "A: 1\n\nnew 1\n", "A: 2\n\nnew 2\n");
        }
    }

    @Test
    void aFileThatIsGoneProvesThatAllWasAppended() throws IOException {
        interrupt(Integer.MAX_VALUE);
        Files.delete(MboxStaged.spool(file, names.get(0)));

        assertThat(texts(mbox)).hasSize(3);
        assertThat(directory.toFile().list()).containsExactly("box");
    }

    @Test
    void aJournalWithoutItsEndMeansThatNothingWasAppended() throws IOException {
        interrupt(0);
        byte[] journal = Files.readAllBytes(MboxJournal.path(file));
        for (int cut = 0; cut < journal.length; cut++) {
            Files.write(MboxJournal.path(file), Arrays.copyOf(journal, cut));
            if (cut < journal.length - 1) {
                assertThat(texts(mbox)).as("journal of %d octets", cut).containsExactly("A: 0\n\nold\n");
            }
        }
        mbox.commit(names);
        assertThat(texts(mbox)).hasSize(3);
    }

    @Test
    void theFilesWaitWhenOthersTookMessagesOut() throws IOException {
        interrupt(3);
        Files.write(file, new byte[0]);

        assertThat(texts(mbox)).isEmpty();
        assertThat(mbox.settle(names.get(0))).isEqualTo(Settled.NOW);
        assertThat(mbox.settle(names.get(1))).isEqualTo(Settled.NOW);
        assertThat(texts(mbox)).containsExactly("A: 1\n\nnew 1\n", "A: 2\n\nnew 2\n");
    }
}
