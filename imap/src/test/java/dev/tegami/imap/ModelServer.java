package dev.tegami.imap;

import dev.tegami.net.ConnectOptions;
import dev.tegami.net.Deadlines;
import dev.tegami.net.WireLimits;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import dev.tegami.testkit.TestPki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A server with folders that tests change behind its clients' backs, with as many abilities as wanted, that cuts
 * connections and refuses them when told to.
 */
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
    private final ModelFolders folders;
    private final ScriptedServer server;
    private final Set<Talk> talks = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lines = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger farewells = new AtomicInteger();
    private final AtomicInteger idles = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile int most = Integer.MAX_VALUE;
    private volatile boolean isDown;
    private volatile boolean isDeaf;
    private volatile boolean isNoisy;

    ModelServer(Ability ability, String more, ModelFolder folder) {
        this(ability, more, new ModelFolders().with("INBOX", folder));
    }

    ModelServer(Ability ability, String more, ModelFolders folders) {
        this.ability = ability;
        this.more = more;
        this.folders = folders;
        this.server = ScriptedServer.plain(this::serve);
    }

    private void serve(Talk talk) throws IOException {
        talks.add(talk);
        accepted.incrementAndGet();
        try {
            if (talks.size() > most) {
                talk.send("* BYE [LIMIT] too many connections");
            } else if (!isDown) {
                new Session(talk).run();
            }
        } finally {
            talks.remove(talk);
        }
    }

    /** Ends all connections at once. */
    void cut() {
        talks.forEach(ModelServer::reset);
    }

    private static void reset(Talk talk) {
        try {
            talk.reset();
        } catch (SocketException e) {
            System.getLogger("dev.tegami.testkit").log(System.Logger.Level.DEBUG, "it has ended already", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts the next connection that sends so many lines. */
    void cutAfter(int sent) {
        lines.set(sent);
    }

    /** Whether new connections end at once. */
    void down(boolean down) {
        isDown = down;
    }

    /** Whether what clients say is not answered. */
    void deaf(boolean deaf) {
        isDeaf = deaf;
    }

    /** Whether each IDLE is told that messages are there, though nothing happened. */
    void noisy(boolean noisy) {
        isNoisy = noisy;
    }

    /** How many connections are allowed at a time. */
    void most(int connections) {
        most = connections;
    }

    /** How many connections there were. */
    int accepted() {
        return accepted.get();
    }

    /** How many clients said goodbye. */
    int farewells() {
        return farewells.get();
    }

    /** How often a client began to wait. */
    int idles() {
        return idles.get();
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
        private final Line talk;
        private ModelFolder folder;
        private Set<String> notified = Set.of();
        private final Map<String, String> toldOf = new ConcurrentHashMap<>();
        private List<Long> told = new ArrayList<>();
        private long toldModSeq;
        private long epoch;
        private boolean qresync;

        Session(Talk talk) {
            this.talk = new Line(talk);
            this.folder = folders.first();
        }

        void run() throws IOException {
            talk.send("* PREAUTH [CAPABILITY IMAP4rev1" + ability.words + more + "] ready");
            for (String line = talk.line(); line != null; line = talk.line()) {
                String[] words = line.split(" ", 3);
                if (isDeaf) {
                    continue;
                }
                if (!answer(words[0], words[1], words.length > 2 ? words[2] : "")) {
                    return;
                }
            }
        }

        private boolean answer(String tag, String verb, String rest) throws IOException {
            switch (verb) {
                case "SELECT", "EXAMINE" -> select(tag, rest);
                case "STATUS" -> {
                    status(rest.substring(1, rest.indexOf('"', 1)));
                    talk.send(tag + " OK done");
                }
                case "NOTIFY" -> {
                    notified = folders.names().stream()
                            .filter(name -> rest.contains('"' + name + '"'))
                            .collect(Collectors.toSet());
                    talk.send(tag + " OK done");
                }
                case "ENABLE" -> {
                    qresync |= rest.contains("QRESYNC");
                    talk.send("* ENABLED " + rest).send(tag + " OK done");
                }
                case "COMPRESS" -> {
                    talk.send(tag + " OK from here on");
                    talk.compress();
                }
                case "UNSELECT" -> talk.send(tag + " OK done");
                case "UID" -> uid(tag, rest);
                case "NOOP" -> done(tag);
                case "IDLE" -> idle(tag);
                case "LOGOUT" -> {
                    farewells.incrementAndGet();
                    talk.send("* BYE bye").send(tag + " OK bye");
                    return false;
                }
                default -> talk.send(tag + " BAD unknown");
            }
            return true;
        }

        private void status(String name) throws IOException {
            ModelFolder asked = folders.at(name);
            asked.withLock(() -> talk.send(
                    "* STATUS \"" + name + "\" (MESSAGES " + asked.uids().size() + " UIDNEXT "
                            + asked.uidNext() + " UIDVALIDITY " + asked.uidValidity()
                            + (ability.hasModSeq() ? " HIGHESTMODSEQ " + asked.modSeq() : "") + ")"));
        }

        private void select(String tag, String name) throws IOException {
            Optional<ModelFolder> asked = folders.find(name.replace("\"", ""));
            if (asked.isEmpty()) {
                talk.send(tag + " NO [NONEXISTENT] no such folder");
                return;
            }
            folder = asked.get();
            folder.withLock(() -> {
                told = folder.uids();
                epoch = folder.uidValidity();
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
                if (epoch != folder.uidValidity()) {
                    throw new IOException("the folder was made anew: servers end such sessions");
                }
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
            tellOthers();
            talk.send(tag + " OK done");
        }

        private void tellOthers() throws IOException {
            for (String name : notified) {
                notify(name);
            }
        }

        /** Tells of a folder that is not selected, if something happened to it since it was last told of. */
        private void notify(String name) throws IOException {
            ModelFolder asked = folders.at(name);
            String now = asked.uidValidity() + "." + asked.modSeq();
            if (asked != folder && !now.equals(toldOf.put(name, now))) {
                status(name);
            }
        }

        private void tell() throws IOException {
            if (epoch != 0 && epoch != folder.uidValidity()) {
                throw new IOException("the folder was made anew: servers end such sessions");
            }
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
            List<Runnable> ends = new ArrayList<>();
            ends.add(folder.onChange(() -> folder.withLock(this::tell)));
            for (String name : notified) {
                ends.add(folders.at(name).onChange(() -> notify(name)));
            }
            try {
                folder.withLock(this::tell);
                tellOthers();
                idles.incrementAndGet();
                talk.send("+ idling");
                if (isNoisy) {
                    talk.send("* " + told.size() + " EXISTS");
                }
                String end = talk.line();
                if (end == null || isDeaf) {
                    return;
                }
            } finally {
                ends.forEach(Runnable::run);
            }
            done(tag);
        }
    }

    /** A connection that may be cut in the middle. */
    private final class Line {
        private final Talk talk;
        private final ReentrantLock turn = new ReentrantLock();

        Line(Talk talk) {
            this.talk = talk;
        }

        void compress() {
            talk.compress();
        }

        @Nullable
        String line() throws IOException {
            return talk.line();
        }

        Line send(String line) throws IOException {
            turn.lock();
            try {
                if (lines.getAndDecrement() <= 0) {
                    lines.set(Integer.MAX_VALUE);
                    talk.reset();
                }
                talk.send(line);
                return this;
            } finally {
                turn.unlock();
            }
        }
    }

    /** Work that may fail as connections do. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }
}
