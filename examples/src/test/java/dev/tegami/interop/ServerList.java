package dev.tegami.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;

/** What the scripts that started the servers said about them. */
final class ServerList {
    private static final Properties LIST = read();

    private ServerList() {}

    static String value(String name) {
        String value = LIST.getProperty(name);
        assumeTrue(value != null, () -> "no server: " + name + " is not in the file that -Dtegami.servers names");
        return value == null ? "" : value;
    }

    static String freshName() {
        return "fresh-" + UUID.randomUUID().toString().substring(0, 13);
    }

    private static Properties read() {
        Properties list = new Properties();
        String file = System.getProperty("tegami.servers", "");
        if (file.isEmpty()) {
            return list;
        }
        try (Reader in = Files.newBufferedReader(Path.of(file))) {
            list.load(in);
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
