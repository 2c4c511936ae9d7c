package dev.tegami.examples.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.examples.cli.Exit;
import dev.tegami.examples.cli.People;
import dev.tegami.examples.cli.Run;
import dev.tegami.examples.cli.Terminal;
import dev.tegami.mime.Message;
import dev.tegami.store.Mbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileProgramsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void anMboxIsArchivedByYearAndOnce() throws IOException {
        Mbox mbox = Mbox.at(folder.resolve("all.mbox"));
        for (String date : List.of("2024-05-01T10:00:00Z", "2025-05-01T10:00:00Z", "2024-06-01T10:00:00Z")) {
            mbox.deliver(Message.compose()
                    .from("ada@example.org")
                    .date(OffsetDateTime.parse(date))
                    .subject("of " + date)
                    .text("From here on\n")
                    .build()
                    .raw());
        }
        Path archive = folder.resolve("archive");
        Run run = Run.program(
                ArchiveMbox::new, Map.of(), folder.resolve("all.mbox").toString(), archive.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(Mbox.at(archive.resolve("2024.mbox")).list()).hasSize(2);
        assertThat(Mbox.at(archive.resolve("2025.mbox")).list()).hasSize(1);
        assertThat(Files.readAllLines(archive.resolve("messages.tsv")))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("2024\t2024-05-01T10:00Z")
                .endsWith("\t[ada@example.org]\tof 2024-05-01T10:00:00Z");
        assertThat(Run.program(
                                ArchiveMbox::new,
                                Map.of(),
                                folder.resolve("all.mbox").toString(),
                                archive.toString())
                        .code())
                .isEqualTo(Exit.NO);
    }

    @Test
    void signedMessagesOfAnMboxAreJudged() throws IOException {
        People people = People.in(folder);
        Mbox mbox = Mbox.at(folder.resolve("signed.mbox"));
        mbox.deliver(Message.parse(Path.of(people.signed())).raw());
        mbox.deliver(Message.parse(Path.of(people.letter())).raw());
        String store = folder.resolve("signed.mbox").toString();
        Run trusting =
                Run.program(VerifyAll::new, Map.of(), "--ca", people.file("ca.pem"), "--without-revocation", store);
        assertThat(trusting.code()).isEqualTo(Exit.DONE);
        assertThat(trusting.err()).contains("1 TRUSTED", "1 UNSIGNED");
        assertThat(Run.program(VerifyAll::new, Map.of(), store).code()).isEqualTo(Exit.NO);
    }

    @Test
    void jakartaMailAndBcjmailAgreeWithTegami() throws IOException {
        People people = People.in(folder);
        Run run = Run.program(
                SideBySide::new,
                Map.of("P", "changeit"),
                "--key=" + people.file("ada.p12"),
                "--key-password-env=P",
                people.letter());
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("signature is right: Jakarta Mail true, Tegami true");
    }

    @Test
    void everyProgramHasHelp() {
        List<Function<Terminal, Object>> programs = List.of(
                SendLetter::new,
                Newsletter::new,
                Browse::new,
                Watcher::new,
                Collector::new,
                VerifyAll::new,
                Migrate::new,
                ArchiveMbox::new,
                SideBySide::new);
        assertThat(programs).allSatisfy(program -> {
            Run run = Run.program(program, Map.of(), "--help");
            assertThat(run.code()).isEqualTo(Exit.DONE);
            assertThat(run.out()).contains("Usage: ");
        });
    }
}
