package dev.tegami.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the command line says: nothing, for the demo's own servers, or where the real ones are. */
record Settings(Map<String, String> values) {
    static final String USAGE = """
            without arguments: the whole trip through servers of the demo's own
            or all of: --smtp HOST[:PORT] --imap HOST[:PORT] --pop3 HOST[:PORT] --user ADDRESS --password-file FILE
            the first line of that file is the password, which other people on a machine could see among arguments
            and perhaps: --trust FILE, a PEM file with the authority of the servers' certificates
            submission is done with STARTTLS (587), reading with TLS (993, 995); the letter goes from the user to the user""";

    private static final List<String> NEEDED = List.of("--smtp", "--imap", "--pop3", "--user", "--password-file");

    /** A host, and a port if one was given. */
    record Place(String host, Optional<Integer> port) {
        static Place parse(String text) {
            int colon = text.lastIndexOf(':');
            return colon < 0
                    ? new Place(text, Optional.empty())
                    : new Place(text.substring(0, colon), Optional.of(Integer.valueOf(text.substring(colon + 1))));
        }
    }

    static Settings parse(String... arguments) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            values.put(arguments[i], arguments[i + 1]);
        }
        boolean known = values.keySet().stream().allMatch(name -> NEEDED.contains(name) || name.equals("--trust"));
        if (arguments.length % 2 != 0
                || !known
                || (!values.isEmpty() && !values.keySet().containsAll(NEEDED))) {
            throw new IllegalArgumentException(USAGE);
        }
        return new Settings(values);
    }

    boolean namesServers() {
        return !values.isEmpty();
    }

    Place place(String name) {
        return Place.parse(values.getOrDefault(name, ""));
    }

    String user() {
        return values.getOrDefault("--user", "");
    }

    String password() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(values.getOrDefault("--password-file", "")))) {
            return lines.findFirst().orElse("");
        }
    }

    Optional<Path> trust() {
        return Optional.ofNullable(values.get("--trust")).map(Path::of);
    }
}
