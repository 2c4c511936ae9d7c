package dev.tegami.imap;

import dev.tegami.net.ConnectOptions;
import dev.tegami.testkit.ScriptedServer;
import dev.tegami.testkit.Talk;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server with these capabilities and no others, which says OK to whatever it is told, and keeps it. */
final class ObligingServer implements AutoCloseable {
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}$");

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ScriptedServer server;

    ObligingServer(String capabilities) {
        server = ScriptedServer.plain(talk -> {
            talk.send("* PREAUTH [CAPABILITY IMAP4rev1 " + capabilities + "] hello");
            for (String line = talk.line(); line != null; line = talk.line()) {
                answer(talk, line.split(" ", 2)[0], whole(talk, line));
            }
        });
    }

    /** A command with its literals left out. */
    private String whole(Talk talk, String first) throws IOException {
        String line = first;
        String command = "";
        for (Matcher literal = LITERAL.matcher(line); literal.find(); literal = LITERAL.matcher(line)) {
            talk.send("+ go on");
            talk.read(Integer.parseInt(literal.group(1)));
            command += line;
            line = String.valueOf(talk.line());
        }
        command = (command + line).replaceFirst("^\\S+ ", "");
        heard.add(command);
        return command;
    }

    private static void answer(Talk talk, String tag, String command) throws IOException {
        if (command.startsWith("LIST")) {
            talk.send("* LIST () \"/\" INBOX");
        } else if (command.startsWith("SELECT") || command.startsWith("EXAMINE")) {
            talk.send("* 1 EXISTS");
        } else if (command.startsWith("UID SEARCH") || command.startsWith("UID SORT")) {
            talk.send("* " + command.split(" ", -1)[1] + " 4");
        } else if (command.contains("FETCH")) {
            talk.send(
                    "* 1 FETCH (UID 4 FLAGS () RFC822.SIZE 9 INTERNALDATE \"01-Jan-2026 00:00:00 +0000\""
                            + " ENVELOPE (NIL \"a\" NIL NIL NIL NIL NIL NIL NIL NIL) BODY[HEADER.FIELDS (\"References\")] \"\")");
        }
        talk.send(tag + " OK done");
    }

    ImapSession open() {
        return Imap.at("localhost").with(ConnectOptions.of(server.at())).open();
    }

    /** What it was told, without tags. */
    List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        server.close();
    }
}
