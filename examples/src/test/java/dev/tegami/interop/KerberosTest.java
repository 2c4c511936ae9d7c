package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.AuthenticationFailed;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.Denial;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins by GSSAPI with tickets of a real KDC, at every protocol. */
class KerberosTest extends RealServers {
    private static final String[] ENDPOINTS = {
        "dovecot.imap", "dovecot.imaps", "dovecot.pop3", "dovecot.submission", "postfix.submission"
    };

    @BeforeEach
    void theRealmIsKnown() {
        System.setProperty("java.security.krb5.conf", ServerList.value("dovecot.kerberos"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dovecot.imap",
                "dovecot.imaps",
                "dovecot.pop3",
                "dovecot.pop3s",
                "dovecot.submission",
                "postfix.submission"
            })
    void aTicketOpensEveryDoor(String endpoint) throws Exception {
        Subject ada = Ticket.of("ada", "lovelace");
        new Doors(endpoint).enter(Credentials.kerberos("ada", ada));
        new Doors(endpoint).enter(Credentials.kerberos("", ada));
    }

    @Test
    void theTicketMayBeThatOfTheCallersOwnSubject() throws Exception {
        Subject ada = Ticket.of("ada", "lovelace");
        for (String endpoint : ENDPOINTS) {
            Subject.doAs(ada, (PrivilegedExceptionAction<Void>) () -> {
                new Doors(endpoint).enter(Credentials.kerberos("ada"));
                return null;
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot.imaps", "dovecot.pop3s", "dovecot.submissions"})
    void aTicketOfSomebodyElseOpensNoOtherMailbox(String endpoint) throws Exception {
        Subject bob = Ticket.of("bob", "builder");
        assertThatThrownBy(() -> new Doors(endpoint).enter(Credentials.kerberos("ada", bob)))
                .isInstanceOf(AuthenticationFailed.class);
        assertThatThrownBy(() -> new Doors(endpoint)
                        .enter(Credentials.kerberos("bob", bob).actingAs("ada")))
                .isInstanceOf(AuthenticationFailed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot.imaps", "dovecot.pop3s", "dovecot.submissions"})
    void withoutATicketNothingIsSentAndTheErrorSaysSo(String endpoint) {
        Doors door = new Doors(endpoint);
        assertThatThrownBy(() -> door.enter(Credentials.kerberos("ada", new Subject())))
                .isInstanceOfSatisfying(
                        AuthenticationFailed.class, e -> assertThat(e.why()).isEqualTo(Denial.NO_TICKET))
                .hasMessageContaining("No valid credentials provided");
    }

    @Test
    void aServerThatTheRealmDoesNotKnowIsSaid() {
        Subject ada = Ticket.of("ada", "lovelace");
        assertThatThrownBy(() -> new Doors("dovecot.imaps", "127.0.0.1").enter(Credentials.kerberos("ada", ada)))
                .isInstanceOfSatisfying(
                        AuthenticationFailed.class, e -> assertThat(e.why()).isEqualTo(Denial.NO_TICKET));
    }
}
