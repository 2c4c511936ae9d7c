package dev.tegami.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import dev.tegami.store.Mbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class InspectTest {
    private static final String HOSTILE =
            "Subject: \u001b[31mred\u202e\r\nContent-Type: text/html; charset=none\r\n\r\n<b>hi</b>\r\n";

    @TempDir
    Path folder = Path.of("");

    People people = new People(folder);

    @BeforeEach
    void meet() throws IOException {
        people = People.in(folder);
    }

    @Test
    void aSealedMessageIsShownAsItTravelledAndAsItIs() {
        Run run = Run.of(
                "inspect",
                people.sealed(),
                "--key",
                people.file("bob.p12"),
                "--key-password-file",
                people.file("password"),
                "--ca",
                people.file("ca.pem"));
        assertThat(run.code()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains("application/pkcs7-mime", "encrypted with", "signed by", "text/plain");
    }

    @Test
    void damageIsToldAndNothingSteersTheTerminal() {
        Run run = Run.piped(HOSTILE.getBytes(StandardCharsets.UTF_8), "inspect");
        assertThat(run.out()).contains("! UNKNOWN_CHARSET").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void coloursAreForTerminals() {
        byte[] message = HOSTILE.getBytes(StandardCharsets.UTF_8);
        assertThat(Run.with(Ansi.ON, Map.of(), message, "inspect").out()).contains("\u001b[33m! UNKNOWN_CHARSET");
    }

    @Test
    void jsonHasOneLinePerMessageOfAnMbox() throws IOException {
        Mbox mbox = Mbox.at(folder.resolve("two.mbox"));
        mbox.deliver(Message.parse(Path.of(people.letter())).raw());
        mbox.deliver(Message.parse(Path.of(people.signed())).raw());
        Run run = Run.of("inspect", people.file("two.mbox"), "--as=json");
        assertThat(run.out().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"root\":{")
                        .contains("\"smime\":{\"trusted\":false")
                        .endsWith("}}"));
        assertThat(Run.of("inspect", people.file("two.mbox"), "--as=json", "--number=2")
                        .out())
                .contains("\"kind\":\"signed\"")
                .hasLineCount(1);
        assertThat(Run.of("inspect", people.file("two.mbox"), "--number=3").code())
                .isEqualTo(Exit.NO);
    }

    @Test
    void aHiddenSubjectIsShownWithItsWorth() {
        String hidden = people.file("hidden.eml");
        Run.of("encrypt", people.letter(), "--for", people.file("bob.pem"), "--protect-headers", "-o", hidden);
        assertThat(Run.of("inspect", hidden, "--html").out()).contains("<h1><bdi>[...]</bdi></h1>");
        assertThat(Run.with(
                                Map.of("P", "changeit"),
                                "inspect",
                                hidden,
                                "--html",
                                "--key=" + people.file("bob.p12"),
                                "--key-password-env=P")
                        .out())
                .contains("<h1><bdi>議事録 &lt;b&gt;</bdi></h1>", "Header inside", "Hidden outside");
    }

    @Test
    void aFileThatIsNotThereIsAnErrorOfFiles() {
        Run run = Run.of("inspect", people.file("none.eml"));
        assertThat(run.code()).isEqualTo(Exit.FILES);
        assertThat(run.err()).contains("none.eml");
    }

    @Test
    void anOutputAppearsWholeAndNothingIsLeftBesideIt() throws IOException {
        Run run = Run.of("inspect", people.letter(), "--html", "-o", people.file("page.html"));
        assertThat(run.code()).isEqualTo(Exit.DONE);
        assertThat(Files.readString(folder.resolve("page.html")))
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
