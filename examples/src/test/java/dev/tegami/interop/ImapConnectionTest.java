package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.imap.Appended;
import dev.tegami.imap.Fetch;
import dev.tegami.imap.Folder;
import dev.tegami.imap.FolderListing;
import dev.tegami.imap.Imap;
import dev.tegami.imap.ImapRefused;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.ListQuery;
import dev.tegami.imap.Search;
import dev.tegami.imap.StatusItem;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import dev.tegami.net.AuthenticationFailed;
import dev.tegami.net.ClientIdentity;
import dev.tegami.net.TlsOptions;
import dev.tegami.sasl.Credentials;
import dev.tegami.sasl.Denial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a greeting to a session that has turned on what it wants. */
class ImapConnectionTest extends ImapServers {
    private static final List<String> BY_PASSWORD =
            List.of("PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256");

    @AfterAll
    static void theReadmeSaysWhatWasSeen() throws IOException {
        MATRIX.check(ImapFeature.Subject.CONNECTION);
    }

    /** The port that begins in clear; GreenMail has no other. */
    private static Imap clear(String server) throws IOException {
        return server.equals("greenmail")
                ? nobody(server)
                : door(Imap.at("localhost"), server + ".imap").trace(MATRIX.of(server));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void tlsBeginsBeforeThePassword(String server) throws IOException {
        try (ImapSession imap = clear(server).login(person(server), FRESH).open()) {
            assertThat(imap.capabilities()).doesNotContain("STARTTLS");
            assertThat(imap.select("INBOX").exists()).isNotNegative();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aServerThatForbidsLoginIsNotSentAPassword(String server) throws IOException {
        try (ImapSession nobody = clear(server).insecurePlaintext().open()) {
            if (!has(nobody, "LOGINDISABLED")) {
                return;
            }
        }
        assertThatThrownBy(() -> clear(server)
                        .insecurePlaintext()
                        .login(Credentials.password(person(server), FRESH).only("LOGIN"))
                        .open())
                .isInstanceOfSatisfying(
                        AuthenticationFailed.class, e -> assertThat(e.why()).isNotEqualTo(Denial.WRONG_CREDENTIALS));
        MATRIX.note(server, "refused to send LOGIN");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyMechanismThatIsOfferedLogsIn(String server) throws IOException {
        List<String> offered;
        try (ImapSession nobody = nobody(server).open()) {
            offered = nobody.capabilities().stream()
                    .filter(each -> each.startsWith("AUTH="))
                    .map(each -> each.substring(5))
                    .toList();
        }
        for (String mechanism : offered) {
            if (BY_PASSWORD.contains(mechanism)) {
                enter(
                        nobody(server),
                        Credentials.password(person(server), FRESH).only(mechanism));
            } else if (mechanism.equals("ANONYMOUS")) {
                enter(nobody(server), Credentials.anonymous("a-guest"));
            } else if (mechanism.equals("EXTERNAL")) {
                TlsOptions ada = TlsOptions.defaults()
                        .trust(trust())
                        .identity(ClientIdentity.pkcs12(Path.of(ServerList.value("client")), "changeit".toCharArray()));
                enter(nobody(server).tls(ada), Credentials.external());
            } else if (List.of("OAUTHBEARER", "XOAUTH2").contains(mechanism)) {
                String token = server.equals("greenmail") ? FRESH : AccessToken.of(server, "ada", Duration.ofHours(1));
                String user = server.equals("greenmail") ? person(server) : "ada";
                enter(nobody(server), Credentials.token(user, fresh -> token).only(mechanism));
            }
        }
        enter(nobody(server), Credentials.password(person(server), FRESH));
    }

    private static void enter(Imap at, Credentials credentials) {
        try (ImapSession imap = at.login(credentials).open()) {
            imap.noop();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aWrongPasswordIsSaidToBeOne(String server) throws IOException {
        assertThatThrownBy(
                        () -> nobody(server).login(person(server), "swordfish").open())
                .isInstanceOfSatisfying(
                        AuthenticationFailed.class, e -> assertThat(e.why()).isEqualTo(Denial.WRONG_CREDENTIALS))
                .hasMessageNotContaining("swordfish");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void serversSayWhoTheyAre(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            if (has(imap, "ID")) {
                assertThat(imap.id(Map.of("name", "Tegami", "version", "0.1")).get("name"))
                        .isNotEmpty();
            } else {
                assertThatThrownBy(() -> imap.id(Map.of("name", "Tegami"))).isInstanceOf(ImapRefused.class);
                imap.noop();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsEnabledIsWhatTheServerSaysIsEnabled(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            for (String extension : List.of("CONDSTORE", "UTF8=ACCEPT")) {
                if (has(imap, "ENABLE") && has(imap, extension)) {
                    assertThat(imap.enable(extension)).contains(extension);
                }
            }
            namesInUtf8(imap);
        }
    }

    /** Folders, messages and searches in a session that has turned on all of IMAP4rev2. */
    @ParameterizedTest
    @MethodSource("servers")
    void imap4rev2IsReallyEnabledAndEverythingWorksInIt(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            if (!has(imap, "IMAP4REV2")) {
                return;
            }
            assertThat(imap.enable("IMAP4rev2")).containsExactly("IMAP4REV2");
            namesInUtf8(imap);
            String name = name(imap, "Rev2 & ü ");
            imap.create(name);
            Appended where = imap.append(name, letter("議事録"));
            Folder box = imap.select(name);
            assertThat(box.search(Search.subject("議事録"))).isEqualTo(where.uids());
            assertThat(box.tally(Search.all()).count()).isEqualTo(1);
            assertThat(box.fetch(UidSet.all(), Fetch.ENVELOPE, Fetch.STRUCTURE)
                            .get(0)
                            .subject())
                    .contains("議事録");
            box.unselect();
            assertThat(imap.status(name, StatusItem.SIZE, StatusItem.DELETED).deleted())
                    .hasValue(0);
            imap.delete(name);
        }
    }

    private static void namesInUtf8(ImapSession imap) {
        String name = name(imap, "Entwürfe & 日本 &ZeVnLA- ");
        imap.create(name);
        assertThat(imap.list(ListQuery.all())).extracting(FolderListing::name).contains(name);
        assertThat(imap.status(name).messages()).hasValue(0);
        imap.append(name, letter("議事録"));
        assertThat(imap.select(name).search(Search.subject("議事録"))).isEqualTo(UidSet.of(1));
        imap.select("INBOX");
        imap.delete(name);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsCompressedComesOutAsItWentIn(String server) throws IOException {
        try (ImapSession imap = door(server).compressed().open()) {
            Message letter = letter("compressed ".repeat(50));
            Folder box = filled(imap, letter, letter("other"));
            assertThat(box.message(1).orElseThrow().toBytes()).isEqualTo(letter.toBytes());
            assertThat(box.search(Search.subject("other"))).isEqualTo(UidSet.of(2));
        }
    }

    /** Literals of every size class, which travel at once where the server lets them. */
    @ParameterizedTest
    @MethodSource("servers")
    void literalsArriveWhole(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap);
            for (int size : new int[] {1, 4_000, 5_000, 300_000}) {
                Message letter = Message.compose()
                        .from("ada@example.org")
                        .to("bob@example.net")
                        .subject("of " + size)
                        .text("x".repeat(70).concat("\r\n").repeat(1 + size / 72))
                        .build();
                imap.append(box.name(), letter);
                Folder again = imap.select(box.name());
                long uid = again.search(Search.subject("of " + size)).stream()
                        .max()
                        .orElseThrow();
                assertThat(again.message(uid).orElseThrow().toBytes()).isEqualTo(letter.toBytes());
            }
            Folder again = imap.select(box.name());
            assertThat(again.search(Search.subject("日本")).isEmpty()).isTrue();
        }
    }
}
