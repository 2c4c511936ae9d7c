package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.TlsFailed;
import org.junit.jupiter.api.Test;

class PreauthTest {
    @Test
    void preauthBeforeTlsIsNoWayAroundIt() throws Exception {
        Sessions.dialogue("security: STARTTLS_REQUIRED", "S: * PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] welcome")
                .whole(wire -> assertThatThrownBy(() -> Sessions.over(wire))
                        .isInstanceOf(TlsFailed.class)
                        .hasMessageContaining("PREAUTH"));
    }
}
