package dev.tegami.examples.guide;

import dev.tegami.imap.Change;
import dev.tegami.imap.FolderState;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.Sync;
import dev.tegami.imap.Watch;
import dev.tegami.mime.Message;
import dev.tegami.mime.Packed;
import dev.tegami.mime.Part;
import dev.tegami.pop3.Collected;
import dev.tegami.pop3.Policy;
import dev.tegami.pop3.Pop3;
import dev.tegami.pop3.SeenFile;
import dev.tegami.store.Maildir;
import dev.tegami.store.Mbox;
import dev.tegami.store.Store;
import dev.tegami.store.StoreFlag;
import dev.tegami.store.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** What arrives, and where it is kept. */
final class Keeping {
    private Keeping() {}

    static Watch watch(Imap imap, FolderState known, LongConsumer arrived) {
        return imap.watch("INBOX").since("INBOX", known).start((folder, change) -> {
            if (change instanceof Change.Added added) {
                arrived.accept(added.uid());
            }
        });
    }

    static List<Change> changesSince(Imap imap, Path file) throws IOException {
        FolderState before = Files.exists(file) ? FolderState.parse(Files.readAllBytes(file)) : FolderState.empty();
        try (ImapSession session = imap.open()) {
            Sync news = session.examine("INBOX").sync(before);
            Files.write(file, news.state().toBytes());
            return news.changes();
        }
    }

    static int collect(Pop3 pop3, Path folder) throws IOException {
        Maildir store = Maildir.create(folder);
        try (SeenFile seen = SeenFile.open(folder.resolve("seen"))) {
            Collected collected = pop3.collect(store, seen, Policy.leaveFor(Duration.ofDays(14)));
            return collected.stored().size();
        }
    }

    static int archive(Store from, Path mbox) throws IOException {
        Mbox archive = Mbox.at(mbox);
        int archived = 0;
        for (Stored letter : from.search(header -> header.first("List-Id").isEmpty())) {
            archive.deliver(letter.raw());
            from.flag(letter, Set.of(StoreFlag.SEEN));
            archived++;
        }
        return archived;
    }

    static List<String> filesOf(Message message) {
        return message.attachments(Packed.TNEF, Packed.TEXT).stream()
                .map((Part part) -> part.fileName().orElse("?"))
                .toList();
    }
}
