package dev.tegami.interop;

import static dev.tegami.imap.Search.header;

import dev.tegami.imap.Folder;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import dev.tegami.pop3.Pop3;
import dev.tegami.smtp.Smtp;
import java.io.IOException;
import java.time.Duration;

/** A letter on its way through Postfix into a mailbox of Dovecot. */
final class Delivered {
    private static final int TIMES = 6;

    private Delivered() {}

    static Smtp submission(String person) throws IOException {
        Endpoint at = RealServers.endpoint("postfix.submission");
        return Smtp.at(at.host()).port(at.port()).trust(RealServers.trust()).login(person, RealServers.FRESH);
    }

    static Imap imap(String person) throws IOException {
        Endpoint at = RealServers.endpoint("dovecot.imaps");
        return Imap.at(at.host()).port(at.port()).trust(RealServers.trust()).login(person, RealServers.FRESH);
    }

    static Pop3 pop3(String person) throws IOException {
        Endpoint at = RealServers.endpoint("dovecot.pop3s");
        return Pop3.at(at.host()).port(at.port()).trust(RealServers.trust()).login(person, RealServers.FRESH);
    }

    /** Waits by IDLE until the letter is in the mailbox, and fetches it. */
    static Message fetch(Imap imap, Message sent) {
        try (ImapSession session = imap.open()) {
            Folder inbox = session.select("INBOX");
            for (int i = 0; i < TIMES; i++) {
                UidSet found =
                        inbox.search(header("Message-ID", sent.messageId().orElseThrow()));
                if (!found.isEmpty()) {
                    return inbox.message(found.stream().findFirst().orElseThrow())
                            .orElseThrow();
                }
                inbox.idle(Duration.ofSeconds(10));
            }
            throw new AssertionError("Postfix took the letter, and Dovecot does not have it");
        }
    }
}
