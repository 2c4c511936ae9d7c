package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ProtocolViolation;
import dev.tegami.net.TlsFailed;
import org.junit.jupiter.api.Test;

class StarttlsInjectionTest {
    private static final String STARTTLS = "security: STARTTLS_REQUIRED";
    private static final String HELLO = "S: * OK [CAPABILITY IMAP4rev1 STARTTLS] hello";

    @Test
    void plaintextBehindTheAgreementIsRefused() throws Exception {
        Sessions.dialogue(
                        STARTTLS, HELLO, "C: A1 STARTTLS", "S: A1 OK go", "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN", "T:")
                .whole(wire -> assertThatThrownBy(() -> Sessions.over(wire)).isInstanceOf(ProtocolViolation.class));
    }

    @Test
    void aRefusalIsNoWayAround() throws Exception {
        Sessions.dialogue(STARTTLS, HELLO, "C: A1 STARTTLS", "S: A1 NO never")
                .whole(wire -> assertThatThrownBy(() -> Sessions.over(wire)).isInstanceOf(TlsFailed.class));
    }

    @Test
    void aHiddenOfferIsNoWayAround() throws Exception {
        Sessions.dialogue(STARTTLS, "S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hello")
                .whole(wire -> assertThatThrownBy(() -> Sessions.over(wire)).isInstanceOf(TlsFailed.class));
    }
}
