package dev.tegami.imap;

import dev.tegami.imap.internal.command.Conversation;
import dev.tegami.imap.internal.command.Enable;
import dev.tegami.imap.internal.command.StatusCommand;
import dev.tegami.imap.internal.quirk.DovecotUtf8Names;
import dev.tegami.imap.internal.wire.Dialect;
import java.util.List;

/** Turns on extensions (RFC 5161), and what they change in how we write and read. */
final class Enabling {
    private final Conversation conversation;

    Enabling(Conversation conversation) {
        this.conversation = conversation;
    }

    List<String> run(String... extensions) {
        List<String> enabled = conversation.run(new Enable(List.of(extensions)));
        if (enabled.contains("UTF8=ACCEPT")) {
            speak(Dialect.UTF8_ACCEPT);
        } else if (enabled.contains("IMAP4REV2")) {
            speak(Dialect.REV2);
        }
        return enabled;
    }

    private void speak(Dialect dialect) {
        conversation.speak(dialect);
        if (keepsUtf7()) {
            conversation.speak(dialect.withUtf7Names());
        }
    }

    private boolean keepsUtf7() {
        if (!DovecotUtf8Names.isSuspect(conversation.greeting())) {
            return false;
        }
        try {
            conversation.run(new StatusCommand(DovecotUtf8Names.PROBE, "MESSAGES"));
            return false;
        } catch (ImapRefused refused) {
            return DovecotUtf8Names.keepsUtf7(refused.serverText());
        }
    }
}
