package dev.tegami.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that use one store at a time and are killed with SIGKILL in the middle of their work. */
class KillTest {
    private final Path path;

    KillTest(@TempDir Path directory) {
        this.path = directory.resolve("store");
    }

    /** Reads what a process says until it has said enough, kills it, and gives all it said. */
    private static List<String> killAfter(Process process, int lines) throws Exception {
        List<String> said = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                if (said.size() == lines) {
                    process.toHandle().destroyForcibly(); // the process itself would close its output, too
                }
            }
        }
        assertThat(process.waitFor()).isEqualTo(137);
        return said;
    }

    private static List<String> names(Store store) throws IOException {
        List<String> names = new ArrayList<>();
        for (Stored one : store.list()) {
            String name = one.message().subject().orElseThrow();
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            one.raw().writeTo(octets);
            StoreProcess.letter(name).writeTo(expected);
            assertThat(octets.toString(StandardCharsets.US_ASCII))
                    .isEqualTo(expected.toString(StandardCharsets.US_ASCII));
            names.add(name);
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAILDIR", "MBOX"})
    void whatWasDeliveredIsThereOnceAndNothingIsThereInPart(String kind) throws Exception {
        Set<String> promised = new HashSet<>();
        for (int round = 0; round < 4; round++) {
            Process process = StoreProcess.start(kind, path, StoreProcess.Work.DELIVER, "r" + round);
            promised.addAll(killAfter(process, 1 + 7 * round));
            assertThat(names(StoreProcess.open(kind, path)))
                    .doesNotHaveDuplicates()
                    .containsAll(promised);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAILDIR", "MBOX"})
    void twoProcessesShareAStoreAndOneIsKilled(String kind) throws Exception {
        Process one = StoreProcess.start(kind, path, StoreProcess.Work.DELIVER, "one");
        Process two = StoreProcess.start(kind, path, StoreProcess.Work.DELIVER, "two");
        Set<String> promised = new HashSet<>(killAfter(one, 15));
        promised.addAll(killAfter(two, 30));

        Store store = StoreProcess.open(kind, path);
        assertThat(names(store)).doesNotHaveDuplicates().containsAll(promised);
        store.deliver(StoreProcess.letter("after"));
        assertThat(names(store)).contains("after");
    }

    @Test
    void anMboxIsWholeWhereverARewriteIsKilled() throws Exception {
        Store store = Mbox.at(path);
        for (int i = 0; i < 5; i++) {
            store.deliver(StoreProcess.letter("kept-" + i));
        }
        for (int round = 0; round < 3; round++) {
            killAfter(StoreProcess.start("MBOX", path, StoreProcess.Work.REWRITE, "r" + round), 1 + 3 * round);
            List<String> subjects = new ArrayList<>();
            for (Stored one : store.list()) {
                subjects.add(one.message().subject().orElseThrow());
            }
            assertThat(subjects)
                    .contains("kept-0", "kept-1", "kept-2", "kept-3", "kept-4")
                    .doesNotHaveDuplicates();
            assertThat(subjects.size()).isLessThanOrEqualTo(6 + round);
        }
    }
}
