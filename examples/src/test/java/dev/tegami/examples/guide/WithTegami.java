package dev.tegami.examples.guide;

import dev.tegami.imap.Flag;
import dev.tegami.imap.Folder;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.MessageView;
import dev.tegami.imap.PartView;
import dev.tegami.imap.Search;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Smime;
import dev.tegami.smtp.Delivery;
import dev.tegami.smtp.Receipt;
import dev.tegami.smtp.Smtp;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The same tasks, and some more, as Tegami does them. */
final class WithTegami {
    private WithTegami() {}

    static Message compose(Path minutes) {
        return Message.compose()
                .from("Ada <ada@example.org>")
                .to("bob@example.org")
                .subject("議事録")
                .text("Hello Bob")
                .attach(minutes)
                .build();
    }

    static Receipt send(Smtp smtp, Message message) {
        Receipt receipt = smtp.send(message);
        for (Delivery refused : receipt.refused()) {
            System.err.println(refused.recipient().mailbox() + ": " + refused.reply());
        }
        return receipt;
    }

    static List<String> readUnread(Imap imap) {
        List<String> texts = new ArrayList<>();
        try (ImapSession session = imap.open()) {
            Folder inbox = session.select("INBOX");
            for (long uid : inbox.search(Search.unseen()).stream().toArray()) {
                Message letter = inbox.message(uid).orElseThrow();
                texts.add(letter.text().orElse(""));
                inbox.addFlags(UidSet.of(uid), Flag.SEEN);
            }
        }
        return texts;
    }

    static int saveAttachments(Imap imap, long uid, Path folder) throws IOException {
        try (ImapSession session = imap.open()) {
            MessageView letter = session.examine("INBOX").view(uid).orElseThrow();
            int saved = 0;
            for (PartView attachment : letter.attachments()) {
                attachment.toFile(folder.resolve("attachment-" + ++saved));
            }
            return saved;
        }
    }

    static String readFile(Path file) throws IOException {
        Message message = Message.parse(file);
        message.findings().forEach(System.err::println);
        for (Part attachment : message.attachments()) {
            System.err.println(attachment.fileName().orElse("?") + " " + attachment.contentType());
        }
        return message.text().orElse("");
    }

    static Message signAndEncrypt(Message message, Identity ada, X509Certificate reader) {
        return message.with(Smime.sign(ada)).with(Smime.encrypt(reader));
    }

    static Message answer(Message letter) {
        return letter.reply().from("bob@example.org").text("Yes.").build();
    }
}
