package dev.tegami.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, whose every request would be seen. */
class BrowserTest {
    private static final String CANARY = "canary.tegami.invalid";
    private static final String HOSTILE =
            "<img src=\"http://" + CANARY + "/img.png\"><link rel=stylesheet href=\"http://"
                    + CANARY + "/style.css\"><script>document.title='owned'</script>"
                    + "<iframe src=\"http://" + CANARY
                    + "/frame\"></iframe></pre></bdi></style><svg onload=\"document.title='owned'\">";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aHostileMessageIsShownWholeAndAsksTheNetworkForNothing() throws IOException, InterruptedException {
        byte[] message = ("From: Eve " + HOSTILE + " <eve@example.com>\r\nSubject: " + HOSTILE
                        + "\r\nX-Evil: " + HOSTILE + "\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
                        + HOSTILE + "\r\n--b\r\nContent-Type: image/png; name=\"" + HOSTILE.replace("\"", "'")
                        + "\"\r\n\r\nx\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        Path page = folder.resolve("page.html");
        assertThat(Run.piped(message, "inspect", "--html", "-o", page.toString())
                        .code())
                .isEqualTo(Exit.DONE);
        try (Canary canary = Canary.sit()) {
            String dom = dom(page, canary.port());
            assertThat(dom)
                    .contains("multipart/mixed", "text/html", "image/png", "Not signed", "&lt;script&gt;", "X-Evil")
                    .contains("<title>Tegami: messages</title>")
                    .doesNotContain("<script", "<img", "<iframe", "<svg", "<link");
            assertThat(canary.requests()).noneMatch(request -> request.contains(CANARY));
        }
    }

    @Test
    void theCanarySingsWhenAPageDoesAskTheNetwork() throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("bad.html"), "<!DOCTYPE html><p>" + HOSTILE);
        try (Canary canary = Canary.sit()) {
            assertThat(dom(page, canary.port())).contains("<title>owned</title>");
            assertThat(canary.requests()).anyMatch(request -> request.contains(CANARY));
        }
    }

    @Test
    void aSealedMessageShowsWhatItsLayersCover() throws IOException, InterruptedException {
        People people = People.in(folder);
        Path page = folder.resolve("sealed.html");
        Run run = Run.of(
                "inspect",
                people.sealed(),
                "--html",
                "--key=" + people.file("bob.p12"),
                "--key-password-file=" + people.file("password"),
                "--ca=" + people.file("ca.pem"),
                "--without-revocation",
                "--output=" + page);
        assertThat(run.code()).as(run.err()).isEqualTo(Exit.DONE);
        try (Canary canary = Canary.sit()) {
            String dom = dom(page, canary.port());
            assertThat(dom).contains("Trusted", "Hello Bob", "議事録 &lt;b&gt;", "Integrity: Good");
            List<Integer> places = Stream.of(
                            "OUTSIDE", "ENCRYPTED", "SIGNED", "text/plain", "Hello Bob", "As it travelled")
                    .map(dom::indexOf)
                    .toList();
            assertThat(places).isSorted().doesNotContain(-1);
        }
    }

    private String dom(Path page, int proxy) throws IOException, InterruptedException {
        Path dom = folder.resolve("dom.html");
        Process browser = new ProcessBuilder(
                        chromium(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--proxy-server=http://127.0.0.1:" + proxy,
                        "--timeout=20000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(browser.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            browser.destroyForcibly().waitFor();
        }
        return Files.readString(dom);
    }

    /** The browser. {@code .ci/run} installs it; elsewhere its absence is reported. */
    private static String chromium() {
        Optional<String> found = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(directory -> Stream.of("chromium", "chromium-browser").map(name -> directory + "/" + name))
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst();
        assumeTrue(found.isPresent() || System.getenv("CI") != null, "no Chromium on this machine");
        return found.orElseThrow();
    }
}
