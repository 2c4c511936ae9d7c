package dev.tegami.imap;

import dev.tegami.imap.ModelServer.Moment;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One client. It is told what happened since it was last told, at the end of each command, as servers do. */
final class ModelSession {
    private static final Pattern CHANGED_SINCE = Pattern.compile("CHANGEDSINCE (\\d+)");

    private final ModelServer server;
    private final ModelFolders folders;
    private final ModelServer.Ability ability;
    private final ModelLine talk;
    private ModelFolder folder;
    private Set<String> notified = Set.of();
    private final Map<String, String> toldOf = new ConcurrentHashMap<>();
    private List<Long> told = new ArrayList<>();
    private long toldModSeq;
    private long epoch;
    private boolean qresync;

    ModelSession(ModelServer server, Talk talk) {
        this.server = server;
        this.folders = server.folders();
        this.ability = server.ability();
        this.talk = new ModelLine(server, talk);
        this.folder = folders.first();
    }

    void run() throws IOException {
        talk.send("* PREAUTH [CAPABILITY " + server.capabilities() + "] ready");
        for (String line = talk.line(); line != null; line = talk.line()) {
            String[] words = line.split(" ", 3);
            if (server.isDeaf()) {
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
                server.left();
                talk.send("* BYE bye").send(tag + " OK bye");
                return false;
            }
            default -> talk.send(tag + " BAD unknown");
        }
        return true;
    }

    private void status(String name) throws IOException {
        ModelFolder asked = folders.at(name);
        asked.withLock(() ->
                talk.send("* STATUS \"" + name + "\" (MESSAGES " + asked.uids().size() + " UIDNEXT "
                        + asked.uidNext() + " UIDVALIDITY " + asked.uidValidity()
                        + (ability.hasModSeq() ? " HIGHESTMODSEQ " + asked.modSeq() : "") + ")"));
    }

    private void select(String tag, String name) throws IOException {
        Optional<ModelFolder> asked = folders.find(name.replace("\"", ""));
        if (asked.isEmpty()) {
            talk.send(tag + " NO [NONEXISTENT] no such folder");
            return;
        }
        server.happen(Moment.SELECT_HEARD);
        leave();
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
        server.happen(Moment.SELECTED);
    }

    /** What happened to a folder while it was selected counts as told. */
    private void leave() {
        for (String name : notified) {
            if (folders.at(name) == folder) {
                folder.withLock(() -> toldOf.put(name, now(folder)));
            }
        }
    }

    private static String now(ModelFolder folder) {
        return folder.uidValidity() + "." + folder.modSeq();
    }

    private void uid(String tag, String rest) throws IOException {
        server.happen(Moment.UID_HEARD);
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
        server.happen(Moment.UID_DATA_SENT);
        if (server.isLate()) {
            talk.send(tag + " OK done");
        } else {
            done(tag);
        }
        server.happen(Moment.UID_DONE);
    }

    private void search(String tag) throws IOException {
        String uids = told.stream().map(String::valueOf).collect(Collectors.joining(ability.hasEsearch() ? "," : " "));
        talk.send(
                ability.hasEsearch()
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
                server.happen(Moment.UID_LINE_SENT);
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
        asked.withLock(() -> {
            String now = now(asked);
            if (asked != folder && !now.equals(toldOf.put(name, now))) {
                status(name);
            }
        });
    }

    private void tell() throws IOException {
        if (epoch != 0 && epoch != folder.uidValidity()) {
            throw new IOException("the folder was made anew: servers end such sessions");
        }
        List<Long> now = folder.uids();
        Set<Long> there = Set.copyOf(now);
        List<Long> gone = told.stream().filter(uid -> !there.contains(uid)).toList();
        if (!gone.isEmpty() && qresync) {
            talk.send("* VANISHED " + vanished(gone));
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

    private String vanished(List<Long> gone) {
        if (!server.isWide()) {
            return String.valueOf(
                    UidSet.of(gone.stream().mapToLong(Long::longValue).toArray()));
        }
        StringBuilder spans = new StringBuilder();
        int last = -2;
        for (long uid : gone) {
            int at = told.indexOf(uid);
            spans.append(at == last + 1 ? ":" : spans.isEmpty() ? "" : ",").append(uid);
            last = at;
        }
        return spans.toString().replaceAll(":[0-9:]*:", ":");
    }

    private void idle(String tag) throws IOException {
        server.happen(Moment.IDLE_HEARD);
        List<Runnable> ends = new ArrayList<>();
        ends.add(folder.onChange(() -> folder.withLock(this::tell)));
        for (String name : notified) {
            ends.add(folders.at(name).onChange(() -> notify(name)));
        }
        try {
            folder.withLock(this::tell);
            tellOthers();
            server.happen(Moment.IDLE_SETTLED);
            server.waited();
            talk.together(() -> {
                talk.send("+ idling");
                server.happen(Moment.IDLE_CONTINUED);
            });
            if (server.isNoisy()) {
                talk.send("* " + told.size() + " EXISTS");
            }
            String end = talk.line();
            if (end == null || server.isDeaf()) {
                return;
            }
            server.happen(Moment.DONE_HEARD);
        } finally {
            ends.forEach(Runnable::run);
        }
        server.happen(Moment.DONE_SETTLED);
        done(tag);
    }
}
