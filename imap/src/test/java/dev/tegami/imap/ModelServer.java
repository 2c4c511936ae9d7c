package dev.tegami.imap;

import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Deadlines;
import dev.tegami.net.WireLimits;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import dev.tegami.testkit.TestPki;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A server with one folder that tests change behind its clients' backs, with as many abilities as wanted. */
final class ModelServer implements AutoCloseable {
    private static final Pattern CHANGED_SINCE = Pattern.compile("CHANGEDSINCE (\\d+)");

    /** What the server can do. */
    enum Ability {
        PLAIN(""),
        ESEARCH(" ESEARCH"),
        CONDSTORE(" CONDSTORE"),
        QRESYNC(" ENABLE UNSELECT CONDSTORE QRESYNC ESEARCH");

        private final String words;

        Ability(String words) {
            this.words = words;
        }

        boolean hasModSeq() {
            return this == CONDSTORE || this == QRESYNC;
        }
    }

    private final Ability ability;
    private final String more;
    private final ModelFolder folder;
    private final ScriptedServer server;

    ModelServer(Ability ability, String more, ModelFolder folder) {
        this.ability = ability;
        this.more = more;
        this.folder = folder;
        this.server = ScriptedServer.plain(talk -> new Session(talk).run());
    }

    Imap imap() {
        ConnectOptions options = ConnectOptions.of(server.at())
                .deadlines(Deadlines.all(Duration.ofSeconds(20)))
                .limits(WireLimits.defaults().line(1 << 24).reply(1 << 26))
                .tls(TestPki.shared().trusting());
        return Imap.at("localhost").with(options);
    }

    @Override
    public void close() {
        server.close();
    }

    /** One client. It is told what happened since it was last told, at the end of each command, as servers do. */
    private final class Session {
        private final Talk talk;
        private List<Long> told = new ArrayList<>();
        private long toldModSeq;
        private boolean qresync;

        Session(Talk talk) {
            this.talk = talk;
        }

        void run() throws IOException {
            talk.send("* PREAUTH [CAPABILITY IMAP4rev1" + ability.words + more + "] ready");
            for (String line = talk.line(); line != null; line = talk.line()) {
                String[] words = line.split(" ", 3);
                if (!answer(words[0], words[1], words.length > 2 ? words[2] : "")) {
                    return;
                }
            }
        }

        private boolean answer(String tag, String verb, String rest) throws IOException {
            switch (verb) {
                case "SELECT", "EXAMINE" -> select(tag);
                case "ENABLE" -> {
                    qresync |= rest.contains("QRESYNC");
                    talk.send("* ENABLED " + rest).send(tag + " OK done");
                }
                case "UNSELECT" -> talk.send(tag + " OK done");
                case "UID" -> uid(tag, rest);
                case "NOOP" -> done(tag);
                case "IDLE" -> idle(tag);
                case "LOGOUT" -> {
                    talk.send("* BYE bye").send(tag + " OK bye");
                    return false;
                }
                default -> talk.send(tag + " BAD unknown");
            }
            return true;
        }

        private void select(String tag) throws IOException {
            folder.withLock(() -> {
                told = folder.uids();
                toldModSeq = folder.modSeq();
                talk.send("* " + told.size() + " EXISTS");
                talk.send("* OK [UIDVALIDITY " + folder.uidValidity() + "] epoch");
                talk.send("* OK [UIDNEXT " + folder.uidNext() + "] next");
                if (ability.hasModSeq()) {
                    talk.send("* OK [HIGHESTMODSEQ " + folder.modSeq() + "] highest");
                }
            });
            talk.send(tag + " OK [READ-WRITE] selected");
        }

        private void uid(String tag, String rest) throws IOException {
            folder.withLock(() -> {
                if (rest.startsWith("SEARCH")) {
                    search(tag);
                } else {
                    fetch(rest);
                }
            });
            folder.happen();
            done(tag);
        }

        private void search(String tag) throws IOException {
            String uids = told.stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(ability.words.contains("ESEARCH") ? "," : " "));
            talk.send(
                    ability.words.contains("ESEARCH")
                            ? "* ESEARCH (TAG \"" + tag + "\") UID" + (uids.isEmpty() ? "" : " ALL " + uids)
                            : "* SEARCH " + uids);
        }

        private void fetch(String rest) throws IOException {
            UidSet wanted = UidSet.parse(rest.split(" ", 3)[1]);
            Matcher since = CHANGED_SINCE.matcher(rest);
            long after = since.find() ? Long.parseLong(since.group(1)) : -1;
            if (rest.contains("VANISHED")) {
                List<Long> gone = folder.vanishedSince(after);
                if (!gone.isEmpty()) {
                    talk.send("* VANISHED (EARLIER) "
                            + UidSet.of(gone.stream().mapToLong(Long::longValue).toArray()));
                }
            }
            for (int i = 0; i < told.size(); i++) {
                ModelFolder.Letter letter = folder.letter(told.get(i));
                if (letter != null && wanted.contains(letter.uid()) && letter.modSeq() > after) {
                    talk.send(fetched(i + 1, letter, true));
                }
            }
        }

        private String fetched(int number, ModelFolder.Letter letter, boolean withUid) {
            return "* " + number + " FETCH (" + (withUid ? "UID " + letter.uid() + " " : "") + "FLAGS ("
                    + String.join(" ", letter.flags()) + ")"
                    + (ability.hasModSeq() ? " MODSEQ (" + letter.modSeq() + ")" : "") + ")";
        }

        private void done(String tag) throws IOException {
            folder.withLock(this::tell);
            talk.send(tag + " OK done");
        }

        private void tell() throws IOException {
            List<Long> now = folder.uids();
            Set<Long> there = Set.copyOf(now);
            List<Long> gone = told.stream().filter(uid -> !there.contains(uid)).toList();
            if (!gone.isEmpty() && qresync) {
                talk.send("* VANISHED "
                        + UidSet.of(gone.stream().mapToLong(Long::longValue).toArray()));
            }
            for (long uid : gone) {
                if (!qresync) {
                    talk.send("* " + (told.indexOf(uid) + 1) + " EXPUNGE");
                }
                told.remove(uid);
            }
            int before = told.size();
            if (now.size() > before) {
                told = now;
                talk.send("* " + now.size() + " EXISTS");
            }
            for (int i = 0; i < before; i++) {
                ModelFolder.Letter letter = folder.letter(now.get(i));
                if (letter != null && letter.modSeq() > toldModSeq) {
                    talk.send(fetched(i + 1, letter, qresync));
                }
            }
            toldModSeq = folder.modSeq();
        }

        private void idle(String tag) throws IOException {
            talk.send("+ idling");
            Runnable end = folder.onChange(() -> folder.withLock(this::tell));
            try {
                talk.line();
            } finally {
                end.run();
            }
            done(tag);
        }
    }

    /** Work that may fail as connections do. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }
}
