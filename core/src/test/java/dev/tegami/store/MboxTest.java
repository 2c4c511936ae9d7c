package dev.tegami.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.MimeException;
import dev.tegami.mime.Source;
import dev.tegami.mime.SourceChanged;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MboxTest {
    private final Path directory;

    MboxTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Path file() {
        return directory.resolve("box");
    }

    private Mbox mbox() throws IOException {
        return Mbox.at(file());
    }

    static Source octets(String text) {
        return Source.of(text.getBytes(ISO_8859_1));
    }

    static String text(Stored one) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        one.raw().writeTo(out);
        return out.toString(ISO_8859_1);
    }

    static List<String> texts(Mbox mbox) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Stored one : mbox.list()) {
            texts.add(text(one));
        }
        return texts;
    }

    private static final List<String> AWKWARD = List.of(
            "A: b\r\n\r\nFrom me\r\n>From you\r\n>>From them\r\n\r\nFrom a@b Thu Jan  1 00:00:00 1970\r\nC: d\r\n",
            "A: b\n\n\n\n",
            "A: b\n\n",
            "A: b\r\n\r\n\r\n\r\n",
            "From x\nA: b\n\nFrom y\n",
            "A: b\n\n>\n>>\n>From\n> From \n>>>>>>>>>>>>From \n",
            "A: b\n\nlone\rcr\r\r\nbare\n\0nul\u00ff\n",
            "A: b\nContent-Length: 3\n\n" + "x".repeat(200_000) + "\nFrom \n");

    @ParameterizedTest
    @EnumSource(names = {"MBOXRD", "MBOXCL2"})
    void givesBackTheOctetsItWasGiven(MboxDialect dialect) throws IOException {
        Mbox mbox = mbox().dialect(dialect);
        for (String message : AWKWARD) {
            mbox.deliver(octets(message));
        }

        assertThat(texts(mbox)).isEqualTo(AWKWARD);
    }

    @ParameterizedTest
    @EnumSource
    void givesBackPlainMessagesInEveryDialect(MboxDialect dialect) throws IOException {
        List<String> plain = List.of("A: b\r\n\r\nFrom me\r\nto you\r\n", "A: c\n\n\nFrom x\n", "A: d\n\nend\n");
        Mbox mbox = mbox().dialect(dialect);
        for (String message : plain) {
            mbox.deliver(octets(message));
        }

        assertThat(texts(mbox)).isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource(names = {"MBOXO", "MBOXCL"})
    void refusesWhatTheDialectWouldLose(MboxDialect dialect) throws IOException {
        Mbox mbox = mbox().dialect(dialect);
        mbox.deliver(octets("A: b\n\nfine\n"));

        assertThatThrownBy(() -> mbox.deliver(octets("A: b\n\n>From me\n")))
                .isInstanceOf(MimeException.class)
                .hasMessageContaining(dialect.name());
        assertThat(texts(mbox)).containsExactly("A: b\n\nfine\n");
        assertThat(directory.toFile().list()).containsExactly("box");
    }

    @Test
    void aMessageIsTheSameHoweverItsOctetsArrive() throws IOException {
        for (MboxDialect dialect : List.of(MboxDialect.MBOXRD, MboxDialect.MBOXCL2)) {
            Mbox mbox = Mbox.at(directory.resolve(dialect.name())).dialect(dialect);
            for (int step = 1; step < 8; step++) {
                try (Staged staged = mbox.stage()) {
                    byte[] all = AWKWARD.get(0).getBytes(ISO_8859_1);
                    for (int i = 0; i < all.length; i += step) {
                        staged.stream().write(all, i, Math.min(step, all.length - i));
                    }
                    mbox.commit(List.of(staged.seal()));
                }
            }
            assertThat(texts(mbox)).hasSize(7).containsOnly(AWKWARD.get(0));
        }
    }

    @Test
    void addsTheEmptyLineAForeignWriterForgot() throws IOException {
        Files.writeString(file(), "From a@b Thu Jan  1 00:00:00 1970\nA: b\n\nno end");
        mbox().deliver(octets("A: c\n\nx\n"));

        assertThat(texts(mbox())).containsExactly("A: b\n\nno end\n", "A: c\n\nx\n");
    }

    @Test
    void readsForeignSeparatorsAndNoProse() throws IOException {
        Files.writeString(
                file(),
                String.join(
                        "",
                        "From - Tue May 15 10:00:00 2001\r\nA: 1\r\n\r\nx\r\n\r\n",
                        "From ???@??? Mon Sep 27 14:00:00 1999\nA: 2\n\nFrom here on it is prose\n\nFrom there too\nit goes on\n\n",
                        "From bob@example.org\nA: 3\n\nend\n"));

        assertThat(texts(mbox()))
                .containsExactly(
                        "A: 1\r\n\r\nx\r\n",
                        "A: 2\n\nFrom here on it is prose\n\nFrom there too\nit goes on\n",
                        "A: 3\n\nend\n");
    }

    @Test
    void aLyingContentLengthIsNotFollowed() throws IOException {
        String first = "From a@b Thu Jan  1 00:00:00 1970\nContent-Length: ";
        for (String lie : List.of("999999999999", "1", "-5", "99999999999999999999999", "0x10", "")) {
            Files.writeString(
                    file(), first + lie + "\nA: 1\n\nbody\n\nFrom a@b Thu Jan  1 00:00:00 1970\nA: 2\n\nx\n\n");

            assertThat(mbox().dialect(MboxDialect.MBOXCL).list()).as(lie).hasSize(2);
        }
    }

    @Test
    void deletesAndFlagsLeaveTheOthersAsTheyWere() throws IOException {
        for (int i = 0; i < 5; i++) {
            mbox().deliver(octets("Subject: " + i + "\r\nStatus: O\r\n\r\nbody " + i + "\r\n"));
        }
        List<Stored> listed = mbox().list();
        mbox().delete(List.of(listed.get(3), listed.get(1)));
        List<Stored> left = mbox().list();
        mbox().flag(left.get(1), EnumSet.of(StoreFlag.SEEN, StoreFlag.REPLIED, StoreFlag.FLAGGED));

        assertThat(texts(mbox()))
                .containsExactly(
                        "Subject: 0\r\nStatus: O\r\n\r\nbody 0\r\n",
                        "Subject: 2\r\nStatus: RO\r\nX-Status: FA\r\n\r\nbody 2\r\n",
                        "Subject: 4\r\nStatus: O\r\n\r\nbody 4\r\n");
        assertThat(mbox().list().get(1).flags())
                .containsExactlyInAnyOrder(StoreFlag.SEEN, StoreFlag.REPLIED, StoreFlag.FLAGGED);
        assertThat(mbox().list().get(0).flags()).isEmpty();
    }

    @Test
    void whatWasListedBeforeARewriteIsKnownToBeStale() throws IOException {
        mbox().deliver(octets("A: 1\n\nx\n"));
        mbox().deliver(octets("A: 2\n\ny\n"));
        List<Stored> stale = mbox().list();
        mbox().delete(List.of(stale.get(0)));

        assertThatThrownBy(() -> text(stale.get(1))).isInstanceOf(SourceChanged.class);
        assertThatThrownBy(() -> mbox().delete(List.of(stale.get(1)))).isInstanceOf(SourceChanged.class);
        assertThatThrownBy(() -> mbox().flag(stale.get(1), Set.of())).isInstanceOf(SourceChanged.class);
        assertThat(texts(mbox())).containsExactly("A: 2\n\ny\n");
    }

    @Test
    void aRewriteInPlaceByAnotherProgramIsNoticed() throws IOException {
        mbox().deliver(octets("A: 1\n\nx\n"));
        mbox().deliver(octets("A: 2\n\ny\n"));
        List<Stored> stale = mbox().list();
        String all = Files.readString(file());
        Files.writeString(file(), all.substring((int) ((MboxMessage) stale.get(1)).start()) + all);

        assertThatThrownBy(() -> text(stale.get(0))).isInstanceOf(SourceChanged.class);
        assertThatThrownBy(() -> mbox().delete(stale)).isInstanceOf(SourceChanged.class);
    }

    @Test
    void aListingStaysGoodWhileMailArrives() throws IOException {
        mbox().deliver(octets("A: 1\n\nx\n"));
        List<Stored> listed = mbox().list();
        mbox().deliver(octets("A: 2\n\ny\n"));
        assertThat(text(listed.get(0))).isEqualTo("A: 1\n\nx\n");
        mbox().delete(listed);

        assertThat(texts(mbox())).containsExactly("A: 2\n\ny\n");
    }

    @Test
    void severalMessagesAreCommittedAtOnceInOrder() throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (Staged staged = mbox().stage()) {
                octets("A: " + i + "\n\n" + i + "\n").writeTo(staged.stream());
                names.add(staged.seal());
            }
        }
        mbox().commit(names);

        assertThat(texts(mbox())).containsExactly("A: 0\n\n0\n", "A: 1\n\n1\n", "A: 2\n\n2\n");
        assertThat(mbox().settle(names.get(1))).isEqualTo(Settled.BEFORE);
        assertThat(directory.toFile().list()).containsExactly("box");
    }

    @Test
    void aLockOfAnotherProgramIsWaitedForAndNamed() throws IOException {
        Files.writeString(directory.resolve("box.lock"), "4711\n");

        assertThatThrownBy(() -> mbox().lockWait(Duration.ofMillis(20)).deliver(octets("A: 1\n\n")))
                .isInstanceOfSatisfying(
                        StoreLocked.class, e -> assertThat(e.isTransient()).isTrue())
                .hasMessageContaining("box.lock");
        assertThat(Files.readString(directory.resolve("box.lock"))).isEqualTo("4711\n");
    }

    @Test
    void theLockOfADeadProcessOfOursIsTakenOver() throws IOException {
        Files.writeString(directory.resolve("box.lock"), "tegami\n");
        mbox().deliver(octets("A: 1\n\n"));

        assertThat(mbox().list()).hasSize(1);
        assertThat(directory.toFile().list()).containsExactly("box");
    }

    @Test
    void anEmptyOrMissingFileHasNoMessages() throws IOException {
        assertThat(mbox().list()).isEmpty();
        Files.createFile(file());
        assertThat(mbox().list()).isEmpty();
        assertThat(mbox().index(Progress.NONE).size()).isZero();
    }

    @Test
    void anIndexReportsItsProgressAndHasRandomAccess() throws IOException {
        try (var out = Files.newBufferedWriter(file(), US_ASCII, StandardOpenOption.CREATE_NEW)) {
            for (int i = 0; i < 20_000; i++) {
                out.write("From a@b Thu Jan  1 00:00:00 1970\nSubject: " + i + "\n\n" + "x".repeat(i % 300) + "\n\n");
            }
        }
        List<Long> marks = new ArrayList<>();
        MboxIndex index = mbox().index((done, total) -> marks.add(done));

        assertThat(index.size()).isEqualTo(20_000);
        assertThat(marks).isSorted().hasSizeGreaterThan(3).endsWith(Files.size(file()));
        for (int i : List.of(0, 1, 9_999, 19_999)) {
            assertThat(index.get(i).header().first("Subject").orElseThrow().value())
                    .isEqualTo("" + i);
        }
        assertThatThrownBy(() -> index.get(20_000)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aLineAsLongAsTheWorldDoesNotConfuseTheScan() throws IOException {
        int[] sizes = {(1 << 20) - 60, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20};
        for (int size : sizes) {
            Files.deleteIfExists(file());
            mbox().deliver(octets("A: 1\n\n" + "x".repeat(size) + "From \n"));
            mbox().deliver(octets("A: 2\n\ny\n"));
            assertThat(mbox().list()).as("line of %d", size).hasSize(2);
        }
    }

    @Test
    void quotesAreUndoneAtEveryWindowEdge() throws IOException {
        for (int pad = 16_370; pad < 16_400; pad++) {
            Files.deleteIfExists(file());
            String message = "A: 1\n\n" + "x".repeat(pad) + "\n>>From me\n";
            mbox().deliver(octets(message));
            assertThat(text(mbox().list().get(0))).isEqualTo(message);
        }
    }

    @Test
    void cleanLeavesYoungLeftoversAlone() throws IOException {
        Staged staged = mbox().stage();
        staged.seal();
        String old = ".box.tegami-1000000000.M1P1Q1R1.host";
        Files.setLastModifiedTime(
                Files.createFile(directory.resolve(old)),
                java.nio.file.attribute.FileTime.fromMillis(1_000_000_000_000L));

        assertThat(mbox().clean()).isEqualTo(1);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aPassGivesEveryMessageAsGettingEachDoes() throws IOException {
        for (MboxDialect dialect : MboxDialect.values()) {
            Files.deleteIfExists(file());
            Mbox mbox = mbox().dialect(dialect);
            for (int i = 0; i < 40; i++) {
                mbox.deliver(octets("Subject: " + i + "\n\nFrom me\n" + "x\n".repeat(i % 7 == 0 ? 100_000 : i * 50)));
            }
            MboxIndex index = mbox.index(Progress.NONE);
            List<String> passed = new ArrayList<>();
            index.readAll((stored, message) -> {
                assertThat(message.toBytes()).isEqualTo(stored.message().toBytes());
                passed.add(stored.name() + message.subject().orElseThrow());
            });
            List<String> gotten = new ArrayList<>();
            for (int i = 0; i < index.size(); i++) {
                gotten.add(index.get(i).name()
                        + index.get(i).header().first("Subject").orElseThrow().value());
            }
            assertThat(passed).as("%s", dialect).hasSize(40).isEqualTo(gotten);
            assertThat(mbox.search(header ->
                            header.first("Subject").orElseThrow().value().equals("21")))
                    .singleElement()
                    .satisfies(found ->
                            assertThat(found.name()).isEqualTo(index.get(21).name()));
        }
    }

    @Test
    void aFileThatIsRewrittenDuringAPassEndsItWithAnError() throws IOException {
        for (int i = 0; i < 3; i++) {
            mbox().deliver(octets("Subject: " + i + "\n\ntext\n"));
        }
        MboxIndex index = mbox().index(Progress.NONE);
        List<String> seen = new ArrayList<>();
        assertThatThrownBy(() -> index.readAll((stored, message) -> {
                    if (seen.isEmpty()) {
                        mbox().delete(List.of(stored));
                    }
                    seen.add(message.subject().orElseThrow());
                }))
                .isInstanceOf(SourceChanged.class);
        assertThat(seen).containsExactly("0", "1", "2");
        assertThatThrownBy(() -> index.readAll((stored, message) -> seen.clear()))
                .isInstanceOf(SourceChanged.class);
        assertThat(seen).hasSize(3);
    }

    @Test
    void whatIsAppendedDuringAPassIsNotReadAndDoesNoHarm() throws IOException {
        mbox().deliver(octets("Subject: 0\n\ntext\n"));
        List<String> seen = new ArrayList<>();
        mbox().index(Progress.NONE).readAll((stored, message) -> {
            mbox().deliver(octets("Subject: later\n\ntext\n"));
            seen.add(message.subject().orElseThrow());
        });
        assertThat(seen).containsExactly("0");
        assertThat(mbox().list()).hasSize(2);
    }
}
