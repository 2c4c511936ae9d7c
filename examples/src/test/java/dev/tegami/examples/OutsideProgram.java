package dev.tegami.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody's small module that uses every module of the library, and what the library is made of. */
final class OutsideProgram {
    /** What the program says where no server is. */
    static final String SAYS = "false, nobody there, nobody there, nobody there, true";

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
            import dev.tegami.sasl.Credentials;
            import dev.tegami.sasl.Link;
            import dev.tegami.sasl.Sasl;
            import dev.tegami.sasl.TokenSource;
            import dev.tegami.smime.Keys;
            import dev.tegami.smime.Smime;
            import dev.tegami.smime.Trust;
            import dev.tegami.smtp.Smtp;
            import java.util.List;
            import java.util.function.Supplier;

            public final class Main implements Supplier<String> {
                public static void main(String[] arguments) {
                    System.out.print(new Main().get());
                }

                @Override
                public String get() {
                    StringBuilder said = new StringBuilder();
                    Message letter = Message.compose().from("ada@example.org").to("bob@example.org").text("hi").build();
                    said.append(Smime.open(Message.parse(letter.toBytes()), Keys.none(), Trust.nobody()).isTrusted());
                    for (Runnable dial : new Runnable[] {
                        () -> Smtp.at("localhost").port(1).send(letter),
                        () -> Imap.at("localhost").port(1).open(),
                        () -> Pop3.at("localhost").port(1).open()
                    }) {
                        try {
                            dial.run();
                        } catch (ConnectFailed e) {
                            said.append(", nobody there");
                        }
                    }
                    Link link = new Link("imap", "localhost", 993, Link.Privacy.PRIVATE, List.of());
                    said.append(", ").append(Sasl.choose(List.of("SCRAM-SHA-256"), Credentials.password("ada", "x"), link)
                            .begin(TokenSource.Freshness.ANY).initial().isPresent());
                    Resolver.platform();
                    return said.toString();
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

    private OutsideProgram() {}

    /** The library and what it needs: jars, or directories of classes where nothing is packed yet. */
    static List<Path> library() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("-tests.jar") && !entry.contains("test-classes"))
                .filter(entry -> LIBRARY.stream().anyMatch(entry::contains))
                .map(Path::of)
                .toList();
    }

    static String libraryPath() {
        return library().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Compiles the program under a directory, against modules: exported packages are all it sees. */
    static Path compileUnder(Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources/letter"));
        Path module = Files.writeString(sources.resolveSibling("module-info.java"), MODULE);
        Path program = Files.writeString(sources.resolve("Main.java"), PROGRAM);
        Path classes = folder.resolve("classes");
        run("javac", "-d", classes.toString(), "--module-path", libraryPath(), module.toString(), program.toString());
        return classes;
    }

    static void run(String tool, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int code = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
        assertThat(code).as(said.toString()).isZero();
    }
}
