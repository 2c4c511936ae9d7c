package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.server.BuildInfo;
import dev.tegami.net.Trace;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was said to whom, and what of it the README of the module claims. Nobody writes a cell by hand: an extension is
 * offered if the server said so in this run, and used if what proves it went over the wire in this run.
 */
final class ImapMatrix {
    private static final Path README = Path.of("../imap/README.md");
    private static final Path TRANSCRIPTS = Path.of("../imap/src/test/resources/dev/tegami/imap");

    private final Map<String, List<String>> said = new ConcurrentHashMap<>();

    /** Keeps what is said to a server and by it. */
    Trace of(String server) {
        List<String> lines = lines(server);
        return event -> lines.add(event.toString());
    }

    /** Writes down what left no trace, for it is about something not sent. */
    void note(String server, String what) {
        lines(server).add("-- " + what);
    }

    private List<String> lines(String server) {
        return said.computeIfAbsent(server, name -> new CopyOnWriteArrayList<>());
    }

    /** Compares a table of the README with what was said; servers that were not there are left out. */
    void check(ImapFeature.Subject subject) throws IOException {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        for (String server : ImapServers.servers().toList()) {
            if (said.containsKey(server)) {
                columns.put(title(server), column(subject, lines(server), "used for real here"));
            }
        }
        columns.put("James 3.8", column(subject, transcripts("james-*.txt"), "transcript only"));
        String table = table(subject, columns);
        Path made = Path.of("target", "imap-" + subject.name().toLowerCase(Locale.ROOT) + ".md");
        Files.writeString(made, table);
        assertThat(checkedIn(subject, columns.keySet()))
                .as("the table in imap/README.md, beside %s", made)
                .isEqualTo(table);
    }

    private static List<String> transcripts(String names) throws IOException {
        List<String> lines = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(TRANSCRIPTS, names)) {
            for (Path file : files) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private static String title(String server) {
        return switch (server) {
            case "greenmail" -> Versions.title("GreenMail", BuildInfo.INSTANCE.getProjectVersion());
            case "cyrus", "cyrus310" -> Versions.title("Cyrus", ServerList.value(server + ".version"));
            case "courier" -> Versions.title("Courier", ServerList.value(server + ".version"));
            default -> Versions.title("Dovecot", ServerList.value(server + ".version"));
        };
    }

    private static Map<String, String> column(ImapFeature.Subject subject, List<String> lines, String used) {
        Set<String> capabilities = capabilities(lines);
        Map<String, String> cells = new LinkedHashMap<>();
        for (ImapFeature feature : ImapFeatures.of(subject)) {
            boolean proved = lines.stream().anyMatch(feature.pattern().asPredicate());
            String cell = proved ? used : "offered, NOT USED";
            cells.put(feature.title(), feature.isOffered(capabilities) ? cell : "not offered");
        }
        return cells;
    }

    /** Every capability that was ever listed; they differ before and after TLS and login. */
    private static Set<String> capabilities(List<String> lines) {
        Set<String> found = new TreeSet<>();
        for (String line : lines) {
            String upper = line.toUpperCase(Locale.ROOT);
            int at = upper.indexOf("CAPABILITY ");
            if (upper.startsWith("S: ")
                    && at > 0
                    && line.matches("S: (\\* |\\w+ OK |\\* OK |\\* PREAUTH )\\[?CAPA.*")) {
                found.addAll(List.of(upper.substring(at + 11)
                        .replaceFirst("\\].*", "")
                        .trim()
                        .split(" +", -1)));
            }
        }
        return found;
    }

    private static String table(ImapFeature.Subject subject, Map<String, Map<String, String>> columns) {
        List<String> lines = new ArrayList<>();
        lines.add("| "
                + Stream.concat(Stream.of("Extension"), columns.keySet().stream())
                        .collect(Collectors.joining(" | ")) + " |");
        lines.add("|---" + "|---".repeat(columns.size()) + "|");
        for (ImapFeature feature : ImapFeatures.of(subject)) {
            lines.add("| " + feature.title() + " | "
                    + columns.values().stream()
                            .map(cells -> cells.get(feature.title()))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        return String.join("\n", lines) + "\n";
    }

    /** The table in the README, with these columns only. */
    private static String checkedIn(ImapFeature.Subject subject, Set<String> titles) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(README)) {
            inside = line.startsWith("## ") ? line.equals(subject.heading()) : inside;
            if (inside && line.startsWith("|")) {
                rows.add(List.of(line.substring(1, line.length() - 1).split("\\|", -1)));
            }
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; !rows.isEmpty() && i < rows.get(0).size(); i++) {
            if (i == 0 || titles.contains(rows.get(0).get(i).trim())) {
                kept.add(i);
            }
        }
        return rows.stream()
                .map(row -> "|" + kept.stream().map(row::get).collect(Collectors.joining("|")) + "|\n")
                .collect(Collectors.joining());
    }
}
