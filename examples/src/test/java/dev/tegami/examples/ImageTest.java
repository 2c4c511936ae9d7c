package dev.tegami.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run-time image of one module that uses the library: it holds real modules only, and nothing is missing in it. */
class ImageTest {
    private static final String MODULE = """
            module letter {
                requires dev.tegami.smime;
                requires dev.tegami.smtp;
                requires dev.tegami.imap;
                requires dev.tegami.pop3;
            }
            """;
    private static final String PROGRAM = """
            package letter;

            import dev.tegami.dns.Resolver;
            import dev.tegami.imap.Imap;
            import dev.tegami.mime.Message;
            import dev.tegami.net.ConnectFailed;
            import dev.tegami.pop3.Pop3;
            import dev.tegami.smime.Keys;
            import dev.tegami.smime.Smime;
            import dev.tegami.smime.Trust;
            import dev.tegami.smtp.Smtp;

            public final class Main {
                public static void main(String[] arguments) {
                    Message letter = Message.compose().from("ada@example.org").to("bob@example.org").text("hi").build();
                    System.out.println(Smime.open(Message.parse(letter.toBytes()), Keys.none(), Trust.nobody()).isTrusted());
                    for (Runnable dial : new Runnable[] {
                        () -> Smtp.at("localhost").port(1).send(letter),
                        () -> Imap.at("localhost").port(1).open(),
                        () -> Pop3.at("localhost").port(1).open()
                    }) {
                        try {
                            dial.run();
                        } catch (ConnectFailed e) {
                            System.out.println("nobody there");
                        }
                    }
                    Resolver.platform();
                }
            }
            """;

    /** What the library is made of, and nothing of the examples. */
    private static final List<String> LIBRARY = List.of(
            "tegami-core",
            "tegami-smime",
            "tegami-smtp",
            "tegami-imap",
            "tegami-pop3",
            "core/target/classes",
            "smime/target/classes",
            "smtp/target/classes",
            "imap/target/classes",
            "pop3/target/classes",
            "jakarta.activation-api",
            "scram-client",
            "scram-common",
            "saslprep",
            "stringprep",
            "bcprov-",
            "bcutil-",
            "bcpkix-",
            "jspecify");

    @TempDir
    Path folder = Path.of("");

    @Test
    void anImageOfTheModulesRuns() throws IOException, InterruptedException {
        assumeTrue(
                Files.isDirectory(Path.of(System.getProperty("java.home"), "jmods")),
                "this JDK has no modules to link");
        String library = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("-tests.jar") && !entry.contains("test-classes"))
                .filter(entry -> LIBRARY.stream().anyMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
        Path sources = Files.createDirectories(folder.resolve("sources/letter"));
        Path module = Files.writeString(sources.resolveSibling("module-info.java"), MODULE);
        Path program = Files.writeString(sources.resolve("Main.java"), PROGRAM);
        Path classes = folder.resolve("classes");
        run("javac", "-d", classes.toString(), "--module-path", library, module.toString(), program.toString());
        Path image = folder.resolve("image");
        run(
                "jlink",
                "--module-path",
                library + File.pathSeparator + classes,
                "--ignore-signing-information",
                "--add-modules",
                "letter,jdk.naming.dns",
                "--output",
                image.toString());
        assertThat(start(image)).isEqualTo("false\nnobody there\nnobody there\nnobody there\n");
    }

    private static void run(String tool, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int code = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
        assertThat(code).as(said.toString()).isZero();
    }

    private String start(Path image) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(image.resolve("bin/java").toString(), "-m", "letter/letter.Main")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        return Files.readString(out);
    }
}
