package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.imap.Discrepancy;
import dev.tegami.imap.Folder;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.MessageView;
import dev.tegami.imap.PartView;
import dev.tegami.imap.Search;
import dev.tegami.mime.Content;
import dev.tegami.mime.Embedded;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Source;
import dev.tegami.testkit.Trees;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader's view by BODYSTRUCTURE, and its parts, are those of the parsed message. */
class ImapViewTest extends RealServers {
    private static final int TREES = 40;

    private static ImapSession open(String server) throws IOException {
        return door(Imap.at(endpoint(server + ".imaps").host()), server + ".imaps")
                .login(freshPerson(server), FRESH)
                .open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot", "dovecot24", "cyrus", "cyrus310", "courier"})
    void theViewIsThatOfTheParsedMessage(String server) throws IOException {
        try (ImapSession imap = open(server)) {
            List<Message> letters = LongStream.range(0, TREES)
                    .mapToObj(seed -> new Trees(seed).message())
                    .toList();
            letters.forEach(letter -> imap.append("INBOX", letter));
            Folder inbox = imap.select("INBOX");
            List<String> different = new ArrayList<>();
            for (long uid : inbox.search(Search.all()).stream().toArray()) {
                Message whole = inbox.message(uid).orElseThrow();
                MessageView view = inbox.view(uid).orElseThrow();
                compare(view, whole, server + " " + uid, different);
                for (Discrepancy finding : view.findings()) {
                    different.add(server + " " + uid + " " + finding);
                }
            }
            assertThat(different).isEmpty();
        }
    }

    private static void compare(MessageView view, Message whole, String name, List<String> different)
            throws IOException {
        check(name + " text", view.text(), whole.text(), different);
        check(name + " html", view.html(), whole.html(), different);
        compare(name + " textBody", view.textBody(), whole.textBody(), different);
        compare(name + " htmlBody", view.htmlBody(), whole.htmlBody(), different);
        compare(name + " attachments", view.attachments(), whole.attachments(), different);
    }

    private static void compare(String name, List<PartView> views, List<Part> parts, List<String> different)
            throws IOException {
        check(name, views.size(), parts.size(), different);
        for (int i = 0; i < Math.min(views.size(), parts.size()); i++) {
            PartView view = views.get(i);
            Part part = parts.get(i);
            String one = name + " " + i;
            boolean isCourier = name.startsWith("courier");
            check(one + " name", escaped(isCourier, view.fileName()), escaped(isCourier, part.fileName()), different);
            check(one + " id", view.contentId(), part.contentId(), different);
            String raw = latin1(view.part().raw());
            check(one + " raw", mime(isCourier, raw), mime(isCourier, latin1(part.raw())), different);
            String decoded = latin1(Source.of(view.bytes(1 << 20)));
            check(one + " decoded", decoded, latin1(decoded(part)), different);
        }
    }

    /** Courier forgets that a backslash needs another before it. */
    private static Optional<String> escaped(boolean isCourier, Optional<String> fileName) {
        return isCourier ? fileName.map(text -> text.replace("\\", "")) : fileName;
    }

    /** Courier gives of the header of a part only the fields that MIME defines. */
    private static String mime(boolean isCourier, String octets) {
        return isCourier ? octets.replace("X-Nothing: here\r\n", "") : octets;
    }

    private static void check(String name, Object got, Object wanted, List<String> different) {
        if (!got.equals(wanted)) {
            different.add(name + ": " + got + " instead of " + wanted);
        }
    }

    private static Source decoded(Part part) {
        if (part.body() instanceof Content content) {
            return content.decoded();
        }
        return ((Embedded) part.body()).message().raw();
    }

    private static String latin1(Source source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        source.writeTo(out);
        return out.toString(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot", "dovecot24", "cyrus", "cyrus310", "courier"})
    void aLongAttachmentGoesToAFile(String server, @TempDir Path folder) throws IOException {
        byte[] octets = new byte[11 << 20];
        new Random(7).nextBytes(octets);
        Message letter = Message.compose()
                .from(addressOf("ada"))
                .to(addressOf("bob"))
                .text("see the film\r\n")
                .attach("film.bin", octets)
                .build();
        try (ImapSession imap = open(server)) {
            imap.append("INBOX", letter);
            Folder inbox = imap.select("INBOX");
            MessageView view = inbox.view(
                            inbox.search(Search.all()).stream().findFirst().orElseThrow())
                    .orElseThrow();
            Path saved = view.attachment("film.bin").orElseThrow().toFile(folder.resolve("film.bin"));
            assertThat(Files.readAllBytes(saved)).isEqualTo(octets);
            assertThat(view.findings()).isEmpty();
        }
    }
}
