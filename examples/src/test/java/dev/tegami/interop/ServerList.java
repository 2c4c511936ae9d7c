package dev.tegami.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.UUID;

/** What the scripts that started the servers said about them. */
final class ServerList {
    private static final int POOL = 200;
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

    /** A number that was not given before for this server, whichever process asked. */
    static int next(String server) {
        Path file = Path.of(System.getProperty("tegami.servers", "")).resolveSibling(server + ".next");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer room = ByteBuffer.allocate(4);
            int next = channel.read(room, 0) < 4 ? 0 : room.getInt(0);
            if (next >= POOL) {
                throw new IllegalStateException(server + " has no fresh person left: start the servers anew");
            }
            channel.write(ByteBuffer.allocate(4).putInt(0, next + 1), 0);
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
