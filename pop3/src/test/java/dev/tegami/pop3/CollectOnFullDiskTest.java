package dev.tegami.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.store.Store;
import dev.tegami.store.Stored;
import dev.tegami.testkit.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk is full in the middle of a collection: nothing is deleted that is not stored, nothing comes twice. */
class CollectOnFullDiskTest {
    private static final int MESSAGES = 12;

    private final Path disk;
    private final FakeMaildrop drop = new FakeMaildrop();

    CollectOnFullDiskTest(@TempDir Path disk) {
        this.disk = disk;
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAILDIR", "MBOX"})
    void theNextRunWithRoomEndsWithEveryMessageOnce(String kind) throws Exception {
        for (int i = 0; i < MESSAGES; i++) {
            drop.mails.add(new FakeMaildrop.Mail(
                    "m" + i, "Message-ID: <" + i + "@x>\r\nSubject: m" + i + "\r\n\r\n" + "x".repeat(10_000) + "\r\n"));
        }
        try (SmallDisk mounted = SmallDisk.mount(disk)) {
            for (int free = 0; free < MESSAGES * 12_000; free += 9_000) {
                mounted.leave(free);
                assertThatThrownBy(() -> collect(kind)).isInstanceOf(IOException.class);
                assertThat(drop.mails).as("with %s octets free", free).hasSize(MESSAGES);
            }
            mounted.leave(2 * MESSAGES * 20_000);
            assertThat(collect(kind).deleted()).hasSize(MESSAGES);
            assertThat(drop.mails).isEmpty();
            assertThat(subjects(kind)).hasSize(MESSAGES).doesNotHaveDuplicates();
        }
    }

    private Collected collect(String kind) throws IOException {
        try (SeenFile seen = SeenFile.open(disk.resolve("seen"));
                Pop3Session session = Sessions.with(drop)) {
            return session.collect(CollectKilledTest.store(kind, disk), seen, Policy.delete());
        }
    }

    private List<String> subjects(String kind) throws IOException {
        List<String> subjects = new ArrayList<>();
        Store store = CollectKilledTest.store(kind, disk);
        for (Stored one : store.list()) {
            assertThat(one.message().size()).isGreaterThan(10_000);
            subjects.add(one.message().subject().orElseThrow());
        }
        assertThat(Files.exists(disk.resolve("seen"))).isTrue();
        return subjects;
    }
}
