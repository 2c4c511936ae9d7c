package dev.tegami.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaildirTest {
    private final Path directory;
    private final Maildir maildir;

    MaildirTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.maildir = Maildir.create(directory.resolve("Mail"));
    }

    static Source letter(String subject) {
        return Source.of(("Subject: " + subject + "\r\n\r\nbody of " + subject + "\r\n").getBytes(US_ASCII));
    }

    private static String text(Stored one) throws IOException {
        return new String(one.message().toBytes(), US_ASCII);
    }

    private List<String> files(String sub) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("Mail").resolve(sub))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void deliversIntoNewAndLeavesNothingInTmp() throws IOException {
        maildir.deliver(letter("one"));
        maildir.deliver(letter("two"));

        assertThat(files("new")).hasSize(2);
        assertThat(files("tmp")).isEmpty();
        assertThat(text(maildir.list().get(0))).isEqualTo("Subject: one\r\n\r\nbody of one\r\n");
        assertThat(text(maildir.list().get(1))).endsWith("body of two\r\n");
    }

    @Test
    void nobodySeesAMessageBeforeItIsCommitted() throws IOException {
        try (Staged staged = maildir.stage()) {
            letter("half").writeTo(staged.stream());
            String name = staged.seal();
            assertThat(maildir.list()).isEmpty();
            maildir.commit(List.of(name));
        }
        assertThat(maildir.list()).hasSize(1);
    }

    @Test
    void anAbandonedMessageLeavesNothing() throws IOException {
        try (Staged staged = maildir.stage()) {
            letter("gone").writeTo(staged.stream());
        }
        assertThat(files("tmp")).isEmpty();
        assertThat(maildir.list()).isEmpty();
    }

    @Test
    void aSealedMessageOfADeadProcessIsDeliveredOnce() throws IOException {
        Staged staged = maildir.stage();
        letter("late").writeTo(staged.stream());
        String name = staged.seal();

        assertThat(maildir.settle(name)).isEqualTo(Settled.NOW);
        assertThat(maildir.settle(name)).isEqualTo(Settled.BEFORE);
        maildir.commit(List.of(name));
        assertThat(maildir.list()).hasSize(1);
    }

    @Test
    void aMessageReadAndDeletedMeanwhileCountsAsDelivered() throws IOException {
        Staged staged = maildir.stage();
        letter("read at once").writeTo(staged.stream());
        String name = staged.seal();
        maildir.commit(List.of(name));
        maildir.delete(maildir.list());

        assertThat(maildir.settle(name)).isEqualTo(Settled.BEFORE);
        assertThat(maildir.list()).isEmpty();
    }

    @Test
    void whatAnyoneMayHaveCleanedAwayIsUnknown() throws IOException {
        long old = Instant.now().minus(Duration.ofHours(36)).getEpochSecond();

        assertThat(maildir.settle(old + ".M1P1Q1R1.host")).isEqualTo(Settled.UNKNOWN);
    }

    @Test
    void aNameThatIsAPathIsRefused() {
        for (String name : List.of("../new/x", "a/b", "", ".hidden", "a\nb", "a\0b")) {
            assertThatThrownBy(() -> maildir.settle(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> maildir.commit(List.of(name))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void flagsLiveInTheNameAndKeywordsOfOthersStay() throws IOException {
        maildir.deliver(letter("flagged"));
        Stored one = maildir.list().get(0);

        maildir.flag(one, EnumSet.of(StoreFlag.SEEN, StoreFlag.FLAGGED));
        Path cur = directory.resolve("Mail/cur");
        Files.move(cur.resolve(one.name() + ":2,FS"), cur.resolve(one.name() + ":2,FSa"));
        assertThat(maildir.list().get(0).flags()).containsExactlyInAnyOrder(StoreFlag.SEEN, StoreFlag.FLAGGED);
        maildir.flag(maildir.list().get(0), Set.of(StoreFlag.REPLIED));

        assertThat(files("cur")).containsExactly(one.name() + ":2,Ra");
        assertThat(files("new")).isEmpty();
    }

    @Test
    void anEntryIsReadAlthoughItsFlagsChanged() throws IOException {
        maildir.deliver(letter("moved"));
        Stored before = maildir.list().get(0);
        maildir.flag(before, Set.of(StoreFlag.SEEN));

        assertThat(text(before)).contains("body of moved");
        maildir.delete(List.of(before));
        assertThat(maildir.list()).isEmpty();
    }

    @Test
    void deletingTwiceIsNoError() throws IOException {
        maildir.deliver(letter("twice"));
        List<Stored> listed = maildir.list();
        maildir.delete(listed);
        maildir.delete(listed);

        assertThat(maildir.list()).isEmpty();
        assertThatThrownBy(() -> listed.get(0).message()).isInstanceOf(IOException.class);
    }

    @Test
    void searchReadsHeadersOnly() throws IOException {
        maildir.deliver(letter("apples"));
        maildir.deliver(letter("pears"));

        List<Stored> found = maildir.search(
                header -> header.first("Subject").orElseThrow().value().equals("pears"));

        assertThat(found).hasSize(1);
        assertThat(text(found.get(0))).contains("body of pears");
    }

    @Test
    void cleanRemovesOldLeftoversOnly() throws IOException {
        Path tmp = directory.resolve("Mail/tmp");
        Files.setLastModifiedTime(
                Files.createFile(tmp.resolve("old")),
                FileTime.from(Instant.now().minus(Duration.ofHours(37))));
        Files.createFile(tmp.resolve("young"));

        assertThat(maildir.clean()).isEqualTo(1);
        assertThat(files("tmp")).containsExactly("young");
    }

    @Test
    void openRefusesWhatIsNoMaildir() {
        assertThatThrownBy(() -> Maildir.open(directory)).isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void mailIsForItsOwnerOnly() throws IOException {
        maildir.deliver(letter("private"));

        assertThat(Files.getPosixFilePermissions(directory.resolve("Mail/new"))).hasSize(3);
        assertThat(Files.getPosixFilePermissions(directory
                        .resolve("Mail/new")
                        .resolve(maildir.list().get(0).name())))
                .hasSize(2);
    }
}
