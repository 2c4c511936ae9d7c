package dev.tegami.examples;

import static dev.tegami.imap.Search.header;
import static dev.tegami.imap.Search.unseen;

import dev.tegami.imap.Fetch;
import dev.tegami.imap.Flag;
import dev.tegami.imap.Folder;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.Summary;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import java.time.Duration;

/** Reads a letter by IMAP4: what it is comes first, its octets only when they are wanted. */
final class Reading {
    private static final String FOLDER = "Tegami demo";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TIMES = 6;

    private Reading() {}

    static Message read(Imap imap, String messageId, Narrator narrator) {
        try (ImapSession session = imap.open()) {
            session.list().forEach(folder -> narrator.tell("folder " + folder.name()));
            Folder inbox = session.select("INBOX");
            UidSet letter = await(inbox, messageId);
            narrator.tell("search unseen with this Message-ID: UID " + letter);
            inbox.fetch(letter, Fetch.ENVELOPE, Fetch.FLAGS, Fetch.SIZE, Fetch.STRUCTURE)
                    .forEach(summary -> tell(summary, narrator));

            Message message =
                    inbox.message(letter.stream().findFirst().orElseThrow()).orElseThrow();
            narrator.tell("fetched " + message.size() + " octets");
            inbox.addFlags(letter, Flag.SEEN, Flag.FLAGGED);
            inbox.fetch(letter, Fetch.FLAGS).forEach(summary -> narrator.tell("flags now " + summary.flags()));
            file(session, inbox, letter, narrator);
            return message;
        }
    }

    /** The servers hand a letter on in their own time; IDLE says when something came. */
    private static UidSet await(Folder inbox, String messageId) {
        for (int i = 0; i < TIMES; i++) {
            UidSet found = inbox.search(unseen().and(header("Message-ID", messageId)));
            if (!found.isEmpty()) {
                return found;
            }
            inbox.idle(PATIENCE);
        }
        throw new IllegalStateException("the letter did not arrive");
    }

    private static void tell(Summary summary, Narrator narrator) {
        narrator.tell("from    " + summary.from());
        narrator.tell("to      " + summary.to());
        narrator.tell("subject " + summary.subject().orElse("none"));
        narrator.tell("size    " + summary.size().orElse(-1) + ", flags " + summary.flags());
        summary.structure().ifPresent(structure -> narrator.tell("is a    " + structure.mediaType()));
    }

    private static void file(ImapSession session, Folder inbox, UidSet letter, Narrator narrator) {
        if (session.list().stream().noneMatch(folder -> folder.name().equals(FOLDER))) {
            session.create(FOLDER);
        }
        inbox.copy(letter, FOLDER);
        narrator.tell("copied to the folder " + FOLDER + ", which has "
                + session.status(FOLDER).messages().orElse(-1));
    }
}
