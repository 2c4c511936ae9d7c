package dev.tegami.examples.guide;

import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.Search;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Much at a time. */
final class Scale {
    private Scale() {}

    static Message withLargeFile(Path video) throws IOException {
        return Message.compose()
                .from("ada@example.org")
                .to("bob@example.org")
                .text("The recording.")
                .attach("recording.mp4", ContentType.parse("video/mp4"), Source.of(video))
                .build();
    }

    static long sizeOfAttachment(Path eml) throws IOException {
        Message message = Message.parse(eml);
        try (InputStream in =
                message.attachments().get(0).content().orElseThrow().decoded().open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    static void saveWhole(Imap imap, long uid, Path file) throws IOException {
        try (ImapSession session = imap.open()) {
            Message message = session.examine("INBOX").message(uid).orElseThrow();
            try (OutputStream out = Files.newOutputStream(file)) {
                message.writeTo(out);
            }
        }
    }

    /** With Java 21, the executor is Executors.newVirtualThreadPerTaskExecutor(). */
    static List<Long> countUnread(List<Imap> accounts, Executor executor) {
        List<CompletableFuture<Long>> counts = accounts.stream()
                .map(account -> CompletableFuture.supplyAsync(() -> unread(account), executor))
                .toList();
        return counts.stream().map(CompletableFuture::join).toList();
    }

    private static long unread(Imap account) {
        try (ImapSession session = account.open()) {
            return session.examine("INBOX").search(Search.unseen()).size();
        }
    }
}
