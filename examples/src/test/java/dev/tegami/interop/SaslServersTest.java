package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.ClientIdentity;
import dev.tegami.pop3.Pop3Refused;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.Denial;
import dev.tegami.sasl.TokenSource.Freshness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mechanism that a real server offers, over every protocol that it speaks. */
class SaslServersTest extends RealServers {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Set<String> WITHOUT_PASSWORD =
            Set.of("XOAUTH2", "OAUTHBEARER", "EXTERNAL", "ANONYMOUS", "GSSAPI");

    private static String server(String endpoint) {
        return endpoint.substring(0, endpoint.indexOf('.'));
    }

    private static ClientIdentity ada() throws IOException {
        return ClientIdentity.pkcs12(Path.of(ServerList.value("client")), "changeit".toCharArray());
    }

    private static void denied(String endpoint, Credentials credentials, Denial why) {
        assertThatThrownBy(() -> new Doors(endpoint).enter(credentials))
                .as("%s %s", endpoint, credentials.mechanisms())
                .isInstanceOfSatisfying(
                        AuthenticationFailed.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    @ParameterizedTest
    @CsvSource({
        "dovecot.imap, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 OAUTHBEARER XOAUTH2 EXTERNAL ANONYMOUS GSSAPI",
        "dovecot.imaps, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 OAUTHBEARER XOAUTH2 EXTERNAL ANONYMOUS GSSAPI",
        "dovecot.pop3, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 OAUTHBEARER XOAUTH2 EXTERNAL ANONYMOUS GSSAPI",
        "dovecot.submission, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 OAUTHBEARER XOAUTH2 EXTERNAL GSSAPI",
        "dovecot24.imaps, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-1-PLUS SCRAM-SHA-256-PLUS OAUTHBEARER XOAUTH2 EXTERNAL",
        "dovecot24.pop3s, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-1-PLUS SCRAM-SHA-256-PLUS OAUTHBEARER XOAUTH2 EXTERNAL",
        "dovecot24.submissions, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-1-PLUS SCRAM-SHA-256-PLUS OAUTHBEARER XOAUTH2 EXTERNAL",
        "cyrus.imap, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-1-PLUS SCRAM-SHA-256-PLUS",
        "cyrus.pop3s, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-1-PLUS SCRAM-SHA-256-PLUS",
        "cyrus310.imaps, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-1-PLUS SCRAM-SHA-256-PLUS",
        "cyrus310.pop3, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 SCRAM-SHA-1-PLUS SCRAM-SHA-256-PLUS",
        "courier.imaps, PLAIN CRAM-MD5",
        "courier.pop3, PLAIN LOGIN CRAM-MD5",
        "postfix.submission, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256 OAUTHBEARER XOAUTH2 GSSAPI",
        "exim.submission, PLAIN LOGIN CRAM-MD5",
        "exim.submissions, PLAIN LOGIN CRAM-MD5",
        "opensmtpd.submission, PLAIN LOGIN",
        "opensmtpd.submissions, PLAIN LOGIN",
    })
    void everyOfferedMechanismLogsIn(String endpoint, String mechanisms) throws IOException {
        Doors door = new Doors(endpoint);
        SoftAssertions each = new SoftAssertions();
        for (String mechanism : mechanisms.split(" ", -1)) {
            if (mechanism.endsWith("-PLUS")) {
                continue; // these servers take bindings that Java has not, see below
            }
            each.assertThatCode(() -> enter(door, mechanism, server(endpoint)))
                    .as(endpoint + " " + mechanism)
                    .doesNotThrowAnyException();
        }
        each.assertThat(door.offered()).isEqualTo(new TreeSet<>(Arrays.asList(mechanisms.split(" ", -1))));
        each.assertAll();
    }

    private static void enter(Doors door, String mechanism, String server) throws IOException {
        if (!WITHOUT_PASSWORD.contains(mechanism)) {
            door.enter(Credentials.password("carol", CAROL).only(mechanism));
        } else if (mechanism.equals("EXTERNAL")) {
            door.enter(Credentials.external(), ada());
        } else if (mechanism.equals("ANONYMOUS")) {
            door.enter(Credentials.anonymous("a-guest"));
        } else if (mechanism.equals("GSSAPI")) {
            System.setProperty("java.security.krb5.conf", ServerList.value("dovecot.kerberos"));
            door.enter(Credentials.kerberos("ada", Ticket.of("ada", "lovelace")));
        } else {
            String token = AccessToken.of(server.equals("postfix") ? "dovecot" : server, "ada", HOUR);
            door.enter(Credentials.token("ada", fresh -> token).only(mechanism));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dovecot.imap, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256",
        "dovecot.pop3s, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256",
        "dovecot.submission, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256",
        "dovecot24.imaps, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256",
        "cyrus.imaps, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256",
        "cyrus.pop3s, PLAIN LOGIN CRAM-MD5 DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-256",
        "cyrus310.imaps, PLAIN DIGEST-MD5 SCRAM-SHA-256",
        "courier.imaps, PLAIN",
        "courier.pop3s, CRAM-MD5",
        "postfix.submission, PLAIN CRAM-MD5 SCRAM-SHA-256",
        "exim.submission, PLAIN LOGIN CRAM-MD5",
        "opensmtpd.submission, PLAIN LOGIN",
    })
    void aWrongPasswordIsSaidToBeOne(String endpoint, String mechanisms) {
        for (String mechanism : mechanisms.split(" ", -1)) {
            denied(endpoint, Credentials.password("carol", "swordfish").only(mechanism), Denial.WRONG_CREDENTIALS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot.imaps", "dovecot.pop3s", "dovecot.submissions"})
    void aLockedAccountIsTold(String endpoint) {
        denied(endpoint, Credentials.password("locked", "locked"), Denial.ACCOUNT_LOCKED);
    }

    @Test
    void aSickPasswordDatabaseIsTransientForPop3Too() {
        assertThatThrownBy(() -> new Doors("dovecot.pop3s")
                        .enter(Credentials.password("troubled", "troubled").only("PLAIN")))
                .isInstanceOfSatisfying(
                        Pop3Refused.class, e -> assertThat(e.isTransient()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot.imaps", "dovecot.submissions"})
    void aSickPasswordDatabaseIsNoWrongPassword(String endpoint) {
        denied(endpoint, Credentials.password("troubled", "troubled").only("PLAIN"), Denial.SERVER_TROUBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cyrus.imaps", "courier.pop3s", "exim.submission", "dovecot24.imaps"})
    void aMissingMechanismIsSaidBeforeAnythingTravels(String endpoint) {
        denied(endpoint, Credentials.kerberos("ada"), Denial.NO_COMMON_MECHANISM);
        denied(endpoint, Credentials.password("carol", CAROL).only("SCRAM-SHA-512"), Denial.NO_COMMON_MECHANISM);
    }

    @ParameterizedTest
    @CsvSource({
        "dovecot.imaps, OAUTHBEARER",
        "dovecot.imaps, XOAUTH2",
        "dovecot.pop3s, OAUTHBEARER",
        "dovecot.pop3s, XOAUTH2",
        "dovecot.submissions, OAUTHBEARER",
        "dovecot.submissions, XOAUTH2",
        "postfix.submission, OAUTHBEARER",
        "postfix.submission, XOAUTH2",
        "dovecot24.imaps, OAUTHBEARER",
        "dovecot24.imaps, XOAUTH2",
    })
    void anExpiredTokenIsRenewedOnceAndThenTold(String endpoint, String mechanism) throws IOException {
        String server = endpoint.startsWith("postfix") ? "dovecot" : server(endpoint);
        String expired = AccessToken.of(server, "ada", HOUR.negated());
        String good = AccessToken.of(server, "ada", HOUR);
        new Doors(endpoint)
                .enter(Credentials.token("ada", fresh -> fresh == Freshness.NEW ? good : expired)
                        .only(mechanism));
        denied(endpoint, Credentials.token("ada", fresh -> expired).only(mechanism), Denial.TOKEN_REFUSED);
        assertThatThrownBy(() -> new Doors(endpoint)
                        .enter(Credentials.token("ada", fresh -> expired).only(mechanism)))
                .hasMessageContaining(mechanism.equals("XOAUTH2") ? "status 40" : "status invalid_token")
                .hasMessageNotContaining(expired);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot.imaps", "dovecot.pop3s", "dovecot.submissions"})
    void whoMayActAsAnotherDoesAndWhoMayNotIsTold(String endpoint) throws IOException {
        for (String mechanism : List.of("PLAIN", "DIGEST-MD5", "SCRAM-SHA-256")) {
            new Doors(endpoint)
                    .enter(Credentials.password("boss", "boss").actingAs("ada").only(mechanism));
        }
        assertThatThrownBy(() -> new Doors(endpoint)
                        .enter(Credentials.password("bob", "builder").actingAs("ada")))
                .isInstanceOf(AuthenticationFailed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cyrus.imaps", "cyrus310.imaps", "cyrus.pop3s"})
    void aBindingThatTheServerDoesNotTakeGivesWay(String endpoint) throws IOException {
        new Doors(endpoint).enter(Credentials.password("carol", CAROL).only("SCRAM-SHA-256-PLUS", "SCRAM-SHA-256"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot24.imaps", "cyrus.imaps", "cyrus310.imaps", "cyrus.pop3s", "dovecot24.submission"})
    void whereBindingIsOfferedTheUsualChoiceLogsIn(String endpoint) throws IOException {
        new Doors(endpoint).enter(Credentials.password("carol", CAROL));
    }
}
