package dev.tegami.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.MailException;
import dev.tegami.pop3.FakeMaildrop.Uidl;
import dev.tegami.store.Maildir;
import dev.tegami.store.Mbox;
import dev.tegami.store.Store;
import dev.tegami.store.Stored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CollectTest {
    private final Path directory;
    private final FakeMaildrop drop = new FakeMaildrop().add("a").add("b").add("c");
    private int stores;

    CollectTest(@TempDir Path directory) {
        this.directory = directory;
    }

    enum Kind {
        MAILDIR,
        MBOX
    }

    private Store store(Kind kind) throws IOException {
        Path path = directory.resolve("store" + stores);
        return kind == Kind.MAILDIR ? Maildir.create(path) : Mbox.at(path);
    }

    private Collected collect(Store store, Policy policy) throws IOException {
        return collect(store, policy, Integer.MAX_VALUE);
    }

    private Collected collect(Store store, Policy policy, int cut) throws IOException {
        try (SeenFile seen = SeenFile.open(directory.resolve("seen" + stores));
                Pop3Session session = Sessions.over(new FakeTransport(drop, cut))) {
            return session.collect(store, seen, policy);
        }
    }

    private static List<String> subjects(Store store) throws IOException {
        List<String> subjects = new ArrayList<>();
        for (Stored one : store.list()) {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            one.raw().writeTo(octets);
            String subject = one.message().subject().orElseThrow();
            assertThat(octets.toString(StandardCharsets.US_ASCII)).isEqualTo(FakeMaildrop.letter(subject));
            subjects.add(subject);
        }
        return subjects;
    }

    @ParameterizedTest
    @EnumSource
    void leavesOnTheServerAndDownloadsNothingTwice(Kind kind) throws IOException {
        Store store = store(kind);
        assertThat(collect(store, Policy.leave()).stored()).hasSize(3);
        drop.add("d");
        Collected second = collect(store, Policy.leave());

        assertThat(second.stored()).extracting(Entry::number).containsExactly(4);
        assertThat(second.known()).isEqualTo(3);
        assertThat(drop.retrieved).isEqualTo(4);
        assertThat(subjects(store)).containsExactly("a", "b", "c", "d");
        assertThat(drop.uids()).containsExactly("a", "b", "c", "d");
    }

    @ParameterizedTest
    @EnumSource
    void deletesWhatIsStored(Kind kind) throws IOException {
        Store store = store(kind);
        Collected collected = collect(store, Policy.delete());

        assertThat(collected.deleted()).hasSize(3);
        assertThat(drop.mails).isEmpty();
        assertThat(subjects(store)).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @EnumSource
    void endsWithEveryMessageOnceWhereverTheConnectionIsCut(Kind kind) throws IOException {
        drop.mails.clear();
        drop.add("a").add("b");
        drop.capabilities = "PIPELINING\r\n";
        FakeTransport whole = new FakeTransport(drop, Integer.MAX_VALUE);
        try (SeenFile seen = SeenFile.open(directory.resolve("dry"));
                Pop3Session session = Sessions.over(whole)) {
            session.collect(Maildir.create(directory.resolve("dryrun")), seen, Policy.delete());
        }
        for (int cut = 0; cut < whole.given; cut++) {
            stores++;
            drop.mails.clear();
            drop.add("a").add("b");
            Store store = store(kind);
            int at = cut;
            assertThatThrownBy(() -> collect(store, Policy.delete(), at))
                    .as("cut at %d", cut)
                    .isInstanceOf(MailException.class);
            assertThat(subjects(store)).as("cut at %d", cut).containsAll(missing());
            collect(store, Policy.delete());
            assertThat(subjects(store)).as("cut at %d", cut).containsExactly("a", "b");
            assertThat(drop.mails).isEmpty();
        }
    }

    /** What the server no longer has. */
    private Set<String> missing() {
        List<String> all = new ArrayList<>(List.of("a", "b"));
        all.removeAll(drop.uids());
        return Set.copyOf(all);
    }

    @ParameterizedTest
    @EnumSource
    void knowsMessagesByTheirOctetsWhereNamesAreMissingOrUseless(Uidl uidl) throws IOException {
        drop.uidl = uidl;
        Store store = store(Kind.MAILDIR);
        collect(store, Policy.leave());
        collect(store, Policy.leave());
        drop.mails.remove(0);
        drop.add("d");
        collect(store, Policy.leave());

        assertThat(subjects(store)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void numbersAsNamesAreCheckedByHeadersAndNotDownloadedAgain() throws IOException {
        drop.uidl = Uidl.NUMBERS;
        Store store = store(Kind.MAILDIR);
        collect(store, Policy.leave());
        collect(store, Policy.leave());

        assertThat(drop.retrieved).isEqualTo(3);
    }

    @Test
    void aServerThatLosesOrChangesItsNamesCausesNoDuplicates() throws IOException {
        Store store = store(Kind.MAILDIR);
        collect(store, Policy.leave());
        drop.uidl = Uidl.MISSING;
        collect(store, Policy.leave());
        drop.uidl = Uidl.GOOD;
        List<FakeMaildrop.Mail> renamed = drop.mails.stream()
                .map(mail -> new FakeMaildrop.Mail("new-" + mail.uid(), mail.octets()))
                .toList();
        drop.mails.clear();
        drop.mails.addAll(renamed);
        collect(store, Policy.leave());
        collect(store, Policy.leave());

        assertThat(subjects(store)).containsExactly("a", "b", "c");
    }

    @Test
    void twoEqualMessagesAreTwoMessages() throws IOException {
        drop.mails.clear();
        drop.mails.add(new FakeMaildrop.Mail("x1", FakeMaildrop.letter("x")));
        drop.mails.add(new FakeMaildrop.Mail("x2", FakeMaildrop.letter("x")));
        for (Uidl uidl : Uidl.values()) {
            stores++;
            drop.uidl = uidl;
            Store store = store(Kind.MAILDIR);
            collect(store, Policy.leave());
            collect(store, Policy.leave());
            assertThat(subjects(store)).as(uidl.name()).containsExactly("x", "x");
        }
    }

    @Test
    void aNameThatWasGivenToAnotherMessageDeletesNothingUnstored() throws IOException {
        Store store = store(Kind.MAILDIR);
        collect(store, Policy.leave());
        drop.mails.set(1, new FakeMaildrop.Mail("b", FakeMaildrop.letter("z")));
        Collected collected = collect(store, Policy.delete());

        assertThat(collected.deleted()).hasSize(2);
        assertThat(collected.notes()).hasSize(1);
        assertThat(drop.uids()).containsExactly("b");
        collect(store, Policy.delete());
        assertThat(subjects(store)).containsExactlyInAnyOrder("a", "b", "c", "z");
        assertThat(drop.mails).isEmpty();
    }

    @Test
    void aNameThatComesBackAfterItsDeletionIsLookedAt() throws IOException {
        Store store = store(Kind.MAILDIR);
        collect(store, Policy.delete());
        drop.mails.add(new FakeMaildrop.Mail("a", FakeMaildrop.letter("y")));
        drop.mails.add(new FakeMaildrop.Mail("b", FakeMaildrop.letter("b")));
        collect(store, Policy.delete());

        assertThat(subjects(store)).containsExactlyInAnyOrder("a", "b", "c", "y");
    }

    @Test
    void checksOldMessagesWithoutTop() throws IOException {
        drop.hasTop = false;
        Store store = store(Kind.MAILDIR);
        collect(store, Policy.leave());
        Collected collected = collect(store, Policy.delete());

        assertThat(collected.deleted()).hasSize(3);
        assertThat(drop.mails).isEmpty();
    }

    @Test
    void leavesTheNewest() throws IOException {
        assertThat(collect(store(Kind.MAILDIR), Policy.leaveNewest(2)).deleted())
                .hasSize(1);
        assertThat(drop.uids()).containsExactly("b", "c");
    }

    @Test
    void leavesForSomeTime() throws IOException {
        Store store = store(Kind.MAILDIR);
        collect(store, Policy.leaveFor(Duration.ofDays(1)));
        assertThat(drop.mails).hasSize(3);
        collect(store, Policy.leaveFor(Duration.ZERO));

        assertThat(drop.mails).isEmpty();
        assertThat(subjects(store)).containsExactly("a", "b", "c");
    }

    @Test
    void leavesUntilSeenElsewhere() throws IOException {
        collect(store(Kind.MAILDIR), Policy.leaveUntil(mark -> mark.key().equals("uid:b")));

        assertThat(drop.uids()).containsExactly("a", "c");
    }

    @Test
    void passesOverLargeMessagesWithANote() throws IOException {
        drop.mails.add(new FakeMaildrop.Mail("big", FakeMaildrop.letter("big") + "x".repeat(1000) + "\r\n"));
        Store store = store(Kind.MAILDIR);
        Collected collected = collect(store, Policy.delete().largest(500));

        assertThat(collected.notes())
                .hasSize(1)
                .first()
                .extracting(Collected.Note::entry)
                .extracting(Entry::number)
                .isEqualTo(4);
        assertThat(drop.uids()).containsExactly("big");
        assertThat(subjects(store)).containsExactly("a", "b", "c");
    }

    @Test
    void aRefusalInTheMiddleOfThePipelineCostsThatMessageOnly() throws IOException {
        drop.refused.add("RETR 2");
        Store store = store(Kind.MBOX);
        Collected collected = collect(store, Policy.delete());

        assertThat(collected.notes()).hasSize(1);
        assertThat(drop.uids()).containsExactly("b");
        drop.refused.clear();
        collect(store, Policy.delete());
        assertThat(subjects(store)).containsExactly("a", "c", "b");
    }

    @Test
    void aServerThatCannotDeleteIsBelievedAndNothingComesTwice() throws IOException {
        drop.quit = "-ERR some messages not removed\r\n";
        Store store = store(Kind.MAILDIR);
        assertThatThrownBy(() -> collect(store, Policy.delete()))
                .isInstanceOf(Pop3Refused.class)
                .hasMessageContaining("not removed");
        collect(store, Policy.leave());

        assertThat(subjects(store)).containsExactly("a", "b", "c");
    }

    @Test
    void aSinkGetsEveryMessageAtLeastOnce() throws IOException {
        List<String> got = new ArrayList<>();
        Sink sink = (entry, message) -> {
            got.add(new String(message.open().readAllBytes(), StandardCharsets.US_ASCII));
            if (got.size() == 2) {
                throw new IOException("disk full");
            }
        };
        Path memory = directory.resolve("sink");
        try (SeenFile seen = SeenFile.open(memory);
                Pop3Session session = Sessions.with(drop)) {
            assertThatThrownBy(() -> session.collect(sink, seen, Policy.delete()))
                    .hasMessage("disk full");
        }
        assertThat(drop.mails).hasSize(3);
        try (SeenFile seen = SeenFile.open(memory);
                Pop3Session session = Sessions.with(drop)) {
            session.collect(sink, seen, Policy.delete());
        }
        assertThat(got).contains(FakeMaildrop.letter("a"), FakeMaildrop.letter("b"), FakeMaildrop.letter("c"));
        assertThat(drop.mails).isEmpty();
    }

    @Test
    void aMemoryThatCannotBeWrittenStopsBeforeAnythingIsDeleted() throws IOException {
        Seen broken = new Seen() {
            @Override
            public List<Mark> marks() {
                return List.of();
            }

            @Override
            public void record(List<Mark> marks) throws IOException {
                throw new IOException("no room");
            }

            @Override
            public void forget(List<String> keys) {}
        };
        try (Pop3Session session = Sessions.with(drop)) {
            assertThatThrownBy(() -> session.collect(Maildir.create(directory.resolve("m")), broken, Policy.delete()))
                    .hasMessage("no room");
        }
        assertThat(drop.mails).hasSize(3);
    }
}
