package dev.tegami.pop3;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.ProtocolViolation;
import dev.tegami.net.TlsFailed;
import org.junit.jupiter.api.Test;

class StarttlsInjectionTest {
    private static final String START = "security: STARTTLS_REQUIRED\nS: +OK ready\nC: CAPA\nS: +OK\n";

    @Test
    void plaintextBehindTheAgreementIsRefused() throws Exception {
        Sessions.raw(START + "S: STLS\nS: .\nC: STLS\nS: +OK go\nS: +OK injected\nT:\n")
                .whole(wire -> assertThatThrownBy(() -> Sessions.over(wire)).isInstanceOf(ProtocolViolation.class));
    }

    @Test
    void aRefusalIsNoWayAround() throws Exception {
        Sessions.raw(START + "S: STLS\nS: .\nC: STLS\nS: -ERR never\n")
                .whole(wire -> assertThatThrownBy(() -> Sessions.over(wire)).isInstanceOf(TlsFailed.class));
    }

    @Test
    void aHiddenOfferIsNoWayAround() throws Exception {
        Sessions.raw(START + "S: USER\nS: .\n")
                .whole(wire -> assertThatThrownBy(() -> Sessions.over(wire)).isInstanceOf(TlsFailed.class));
    }

    @Test
    void whatWasOfferedInClearIsForgotten() throws Exception {
        Sessions.raw(START + "S: STLS\nS: PIPELINING\nS: .\nC: STLS\nS: +OK\nT:\nC: CAPA\nS: +OK\nS: TOP\nS: .\n"
                        + "C: LIST\nS: +OK\nS: .\nC: UIDL\nS: -ERR\nC: CAPA\nS: +OK\nS: TOP\nS: .\n")
                .whole(wire -> {
                    Pop3Session session = Sessions.over(wire);
                    session.entries();
                    if (session.capabilities().has("PIPELINING")) {
                        throw new AssertionError("the clear offer was believed");
                    }
                });
    }
}
