package dev.tegami.examples;

import dev.tegami.mime.Message;
import dev.tegami.pop3.Entry;
import dev.tegami.pop3.Pop3;
import dev.tegami.pop3.Pop3Session;
import java.util.List;
import java.util.Optional;

/** Downloads a letter by POP3 and leaves it on the server: nothing is deleted unless the session is committed. */
final class Collecting {
    private Collecting() {}

    static Message collect(Pop3 pop3, String messageId, Narrator narrator) {
        try (Pop3Session session = pop3.open()) {
            List<Entry> entries = session.entries();
            narrator.tell(entries.size() + " in the maildrop");
            for (Entry entry : entries) {
                if (session.top(entry, 0).messageId().equals(Optional.of(messageId))) {
                    Message letter = session.message(entry);
                    narrator.tell("downloaded " + letter.size() + " octets, unique id "
                            + entry.uid().orElse("unknown"));
                    return letter;
                }
            }
        }
        throw new IllegalStateException("the letter is not in the maildrop");
    }

    static void tellWhatIsLeft(Pop3 pop3, Narrator narrator) {
        try (Pop3Session session = pop3.open()) {
            narrator.tell("a new session finds " + session.stat().messages() + " in the maildrop: left on the server");
        }
    }
}
