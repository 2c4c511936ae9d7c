package dev.tegami.examples;

import static dev.tegami.imap.Fetch.ENVELOPE;
import static dev.tegami.imap.Fetch.FLAGS;

import dev.tegami.imap.Folder;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.Search;
import dev.tegami.imap.Summary;
import dev.tegami.mime.Message;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import dev.tegami.smtp.Smtp;
import java.nio.file.Path;

/** The lines that the README shows, whole. A test compares the two and runs these. */
final class FirstLetter {
    private FirstLetter() {}

    static Opened sendAndRead(
            Smtp smtp, Imap imapServer, Path minutes, Identity ada, Identity bob, String bobAddress, Trust trust) {
        // README
        Message note = Message.compose()
                .from("Ada <ada@example.org>")
                .to(bobAddress)
                .subject("議事録")
                .text("Hello Bob")
                .attach(minutes)
                .build();

        smtp.send(note.with(Smime.sign(ada)).with(Smime.encrypt(bob.certificate())));

        try (ImapSession imap = imapServer.open()) {
            Folder inbox = imap.select("INBOX");
            for (Summary summary :
                    inbox.fetch(inbox.search(Search.unseen().and(Search.from("ada@example.org"))), ENVELOPE, FLAGS)) {
                Message letter = inbox.message(summary.uid()).orElseThrow();
                return Smime.open(letter, Keys.of(bob), trust);
            }
        }
        // README
        throw new IllegalStateException("no letter");
    }
}
