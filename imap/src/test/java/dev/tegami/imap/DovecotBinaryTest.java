package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ConnectionLost;
import dev.tegami.net.WireLimits;
import org.junit.jupiter.api.Test;

/** Dovecot would close the connection over damaged base64: it is not asked to decode. */
class DovecotBinaryTest {
    @Test
    void base64WithoutItsPaddingIsDecodedHere() throws Exception {
        Sessions.replay("dovecot-binary.txt")
                .options(options -> options.limits(WireLimits.defaults()))
                .whole(wire -> {
                    ImapSession imap = Sessions.over(wire);
                    Folder inbox = imap.select("INBOX");
                    MessageView view = inbox.view(1).orElseThrow();
                    assertThat(view.attachment("a.bin").orElseThrow().bytes(10))
                            .isEqualTo("ABCD".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    assertThat(view.findings()).isEmpty();
                    Fetch binary = Fetch.binary(Section.part("2"));
                    assertThatThrownBy(() -> inbox.fetch(UidSet.of(1), binary))
                            .isInstanceOf(ConnectionLost.class)
                            .hasMessageContaining("Internal error occurred");
                });
    }
}
