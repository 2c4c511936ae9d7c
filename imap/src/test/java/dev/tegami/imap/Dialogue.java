package dev.tegami.imap;

import java.util.stream.Stream;

/** A scripted talk with a server that has these capabilities; every way a transcript is replayed. */
final class Dialogue {
    /** What the client says. */
    interface Talk {
        void over(ImapSession imap);
    }

    private Dialogue() {}

    static void with(String capabilities, Talk talk, String... lines) throws Exception {
        String greeting = "S: * PREAUTH [CAPABILITY IMAP4rev1 " + capabilities + "] hello";
        String[] all = Stream.concat(Stream.of(greeting), Stream.of(lines)).toArray(String[]::new);
        Sessions.dialogue(all).everyWay(wire -> talk.over(Sessions.over(wire)));
    }

    /** The same in a folder of three messages. */
    static void selected(String capabilities, FolderTalk talk, String... more) throws Exception {
        String[] select = {"C: A1 SELECT \"INBOX\"", "S: * 3 EXISTS", "S: A1 OK [READ-WRITE] done"};
        with(
                capabilities,
                imap -> talk.over(imap.select("INBOX")),
                Stream.concat(Stream.of(select), Stream.of(more)).toArray(String[]::new));
    }

    /** The refusal that something meets; where the connection breaks first, that goes on. */
    static ImapRefused refusal(Runnable something) {
        try {
            something.run();
        } catch (ImapRefused e) {
            return e;
        }
        throw new AssertionError("not refused");
    }

    /** What the client says within a folder. */
    interface FolderTalk {
        void over(Folder inbox);
    }
}
