package dev.tegami.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Source;
import dev.tegami.testkit.SmallDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs root, for a small file system. */
class FullDiskTest {
    private final Path disk;

    FullDiskTest(@TempDir Path disk) {
        this.disk = disk;
    }

    private static Source letter(int size) {
        return Source.of(("A: b\n\n" + "x".repeat(size) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAILDIR", "MBOX"})
    void aDeliveryThatDoesNotFitLeavesTheStoreAsItWas(String kind) throws Exception {
        try (SmallDisk mounted = SmallDisk.mount(disk)) {
            Store store = StoreProcess.open(kind, disk.resolve("store"));
            store.deliver(letter(60_000));
            for (int free = 8_192; free < 3 * 60_000; free += 20_000) {
                mounted.leave(free);
                assertThatThrownBy(() -> store.deliver(letter(300_000))).isInstanceOf(IOException.class);
                assertThat(store.list()).hasSize(1);
            }
            mounted.leave(400_000);
            store.deliver(letter(10_000));
            assertThat(store.list()).hasSize(2);
        }
    }

    @Test
    void anAppendAndARewriteThatDoNotFitAreTakenBack() throws Exception {
        try (SmallDisk mounted = SmallDisk.mount(disk)) {
            Store store = Mbox.at(disk.resolve("store"));
            store.deliver(letter(70_000));
            mounted.leave(150_000); // beside the mbox there is room, in it there is none
            assertThatThrownBy(() -> store.deliver(letter(100_000))).isInstanceOf(IOException.class);
            assertThat(store.list()).hasSize(1);
            Stored one = store.list().get(0);
            mounted.leave(60_000);
            assertThatThrownBy(() -> store.flag(one, Set.of(StoreFlag.SEEN))).isInstanceOf(IOException.class);
            assertThat(one.message().size()).isEqualTo(70_007);

            mounted.leave(200_000);
            store.flag(store.list().get(0), Set.of(StoreFlag.SEEN));
            assertThat(store.list()).hasSize(1);
            store.delete(List.of(store.list().get(0)));
            assertThat(store.list()).isEmpty();
        }
    }
}
