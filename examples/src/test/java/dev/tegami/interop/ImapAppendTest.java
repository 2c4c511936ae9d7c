package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.imap.Folder;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.MessageView;
import dev.tegami.imap.Search;
import dev.tegami.mime.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that not every server takes as they are: with NUL in them, and with headers in UTF-8. */
class ImapAppendTest extends ImapServers {
    private static final String BINARY = """
            Subject: NUL
            MIME-Version: 1.0
            Content-Type: application/x-y
            Content-Transfer-Encoding: binary

            a\0b
            """;

    private static Message parsed(String text) {
        return Message.parse(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageView only(ImapSession imap, String name) {
        Folder box = imap.select(name);
        return box.view(box.search(Search.all()).stream().findFirst().orElseThrow())
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void contentWithNulComesBackAsItWas(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            String name = filled(imap, parsed(BINARY)).name();
            assertThat(only(imap, name).attachments().get(0).bytes(100))
                    .isEqualTo(new byte[] {'a', 0, 'b', '\r', '\n'});
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void headersInUtf8ComeBackAsTheyWere(String server) throws IOException {
        Message letter = parsed("Subject: Grüße\n\nhello\n");
        try (ImapSession imap = door(server).open()) {
            String before = filled(imap, letter).name();
            // Cyrus writes X for each octet of a header that is not ASCII
            assertThat(only(imap, before).message().subject())
                    .hasValue(server.startsWith("cyrus") ? "GrXXXXe" : "Grüße");
        }
        try (ImapSession imap = door(server).open()) {
            if (has(imap, "UTF8=ACCEPT")) {
                assertThat(imap.enable("UTF8=ACCEPT")).contains("UTF8=ACCEPT");
                String after = filled(imap, letter).name();
                assertThat(only(imap, after).message().subject()).hasValue("Grüße");
            }
        }
    }
}
