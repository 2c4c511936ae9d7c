package dev.tegami.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** A real server that {@code -Dtegami.servers} names, as the scripts in {@code .ci/servers} write it down. */
public record RealServer(String host, int port) {
    /** Finds one by its name, such as {@code dovecot.pop3}; nothing where no servers are named. */
    public static Optional<RealServer> find(String name) {
        String file = System.getProperty("tegami.servers", "");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Properties list = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(file))) {
            list.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(list.getProperty(name)).map(RealServer::parse);
    }

    private static RealServer parse(String text) {
        int colon = text.lastIndexOf(':');
        return new RealServer(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
