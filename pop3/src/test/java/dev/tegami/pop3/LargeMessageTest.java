package dev.tegami.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.net.Receive;
import dev.tegami.testkit.ChildProcess;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message of 1 GB comes into a process with 32 MiB of heap. */
class LargeMessageTest {
    private static final String BLOCK = ("..a line that begins with a dot\r\n" + "x".repeat(990) + "\r\n").repeat(16);
    private static final int BLOCKS = 1_000_000_000 / BLOCK.length();

    /** The process: its arguments are a port and a file. */
    public static void main(String[] arguments) throws IOException {
        try (Pop3Session session = Pop3.at("localhost")
                .port(Integer.parseInt(arguments[0]))
                .insecurePlaintext()
                .open()) {
            session.retrieve(new Entry(1, 5, Optional.empty()), Receive.toFile(Path.of(arguments[1])));
        }
    }

    private static void serve(Talk talk) throws IOException {
        talk.send("+OK ready")
                .expect("CAPA")
                .send("-ERR what?")
                .expect("RETR 1")
                .send("+OK");
        for (int i = 0; i < BLOCKS; i++) {
            talk.raw(BLOCK);
        }
        talk.send(".");
        talk.drain();
    }

    @Test
    void aMessageOfAGigabyteGoesToAFileThroughThirtyTwoMegabytes(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("large.eml");
        try (ScriptedServer server = ScriptedServer.plain(LargeMessageTest::serve)) {
            Process process = ChildProcess.start(
                    LargeMessageTest.class, Integer.toString(server.at().port()), file.toString());
            assertThat(process.waitFor()).isZero();
        }
        assertThat(Files.size(file)).isEqualTo((BLOCK.length() - 16L) * BLOCKS);
    }
}
