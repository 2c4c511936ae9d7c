package dev.tegami.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.examples.DemoAuthority;
import dev.tegami.examples.DemoServers;
import dev.tegami.imap.Change;
import dev.tegami.imap.FolderState;
import dev.tegami.imap.Imap;
import dev.tegami.imap.Watch;
import dev.tegami.mime.ContentType;
import dev.tegami.mime.Message;
import dev.tegami.mime.Source;
import dev.tegami.pop3.Pop3;
import dev.tegami.smtp.Smtp;
import dev.tegami.store.Maildir;
import dev.tegami.store.Mbox;
import dev.tegami.store.StoreFlag;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's code for what arrives, run. */
class KeepingRunTest {
    @TempDir
    Path folder = Path.of("");

    private static Message letter(String subject) {
        return Message.compose()
                .from("ada@example.org")
                .to("bob@example.org")
                .subject(subject)
                .text("Hello Bob")
                .build();
    }

    @Test
    void whatArrivesIsToldSyncedCollectedAndArchived() throws Exception {
        DemoAuthority authority = new DemoAuthority();
        try (DemoServers servers = DemoServers.start(authority, "bob@example.org", "secret")) {
            Imap imap = Imap.at(DemoServers.HOST)
                    .port(servers.imapPort())
                    .trust(authority.certificate())
                    .login("bob@example.org", "secret");
            CompletableFuture<Long> arrived = new CompletableFuture<>();
            try (Watch watch = Keeping.watch(imap, FolderState.empty(), arrived::complete)) {
                Smtp.at(DemoServers.HOST)
                        .port(servers.smtpPort())
                        .trust(authority.certificate())
                        .login("bob@example.org", "secret")
                        .send(letter("One"));
                assertThat(arrived.get(1, TimeUnit.MINUTES)).isEqualTo(1);
                assertThat(watch.failure()).isEmpty();
            }
            Path state = folder.resolve("state");
            assertThat(Keeping.changesSince(imap, state)).singleElement().isInstanceOf(Change.Added.class);
            assertThat(Keeping.changesSince(imap, state)).isEmpty();
            Pop3 pop3 = Pop3.at(DemoServers.HOST)
                    .port(servers.pop3Port())
                    .trust(authority.certificate())
                    .login("bob@example.org", "secret");
            Path maildir = folder.resolve("maildir");
            assertThat(Keeping.collect(pop3, maildir)).isEqualTo(1);
            assertThat(Keeping.collect(pop3, maildir)).isZero();
            Path mbox = folder.resolve("archive.mbox");
            assertThat(Keeping.archive(Maildir.open(maildir), mbox)).isEqualTo(1);
            assertThat(Mbox.at(mbox).list().get(0).message().subject()).contains("One");
            assertThat(Maildir.open(maildir).list().get(0).flags()).containsExactly(StoreFlag.SEEN);
        }
    }

    @Test
    void filesAreFoundInWinmailDatAndInText() {
        Message message = letter("Two")
                .edit()
                .text("begin 644 note.txt\n#0V%T\n`\nend\n")
                .attach("winmail.dat", ContentType.parse("application/ms-tnef"), Source.of(tnef("plan.txt", "Go")))
                .build();
        assertThat(Keeping.filesOf(message)).contains("plan.txt", "note.txt");
    }

    /** One file as Outlook packs it (MS-OXTNEF): where it stands, its name, its octets. */
    private static byte[] tnef(String name, String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
        out.writeBytes(attribute(0x00069002, new byte[14]));
        out.writeBytes(attribute(0x00018010, (name + "\0").getBytes(StandardCharsets.US_ASCII)));
        out.writeBytes(attribute(0x0006800F, content.getBytes(StandardCharsets.US_ASCII)));
        return out.toByteArray();
    }

    private static byte[] attribute(int tag, byte[] value) {
        int sum = 0;
        for (byte each : value) {
            sum += each & 0xFF;
        }
        return little(11 + value.length)
                .put((byte) 2)
                .putInt(tag)
                .putInt(value.length)
                .put(value)
                .putShort((short) sum)
                .array();
    }

    private static ByteBuffer little(int octets) {
        return ByteBuffer.allocate(octets).order(ByteOrder.LITTLE_ENDIAN);
    }
}
