package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.sasl.Credentials;
import java.net.URI;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a session can do by an extension of its own. */
class ExtendedSessionTest {
    @Test
    void aFolderIsCreatedForItsUse() throws Exception {
        Dialogue.with(
                "CREATE-SPECIAL-USE",
                imap -> {
                    imap.create("Gesendet", SpecialUse.SENT, SpecialUse.ARCHIVE);
                    assertThat(Dialogue.refusal(() -> imap.create("All", SpecialUse.ALL))
                                    .code()
                                    .name())
                            .isEqualTo("USEATTR");
                },
                "C: A1 CREATE \"Gesendet\" (USE (\\Sent \\Archive))",
                "S: A1 OK done",
                "C: A2 CREATE \"All\" (USE (\\All))",
                "S: A2 NO [USEATTR] \\All not supported");
    }

    @Test
    void quotasAreAskedForByRootAndSet() throws Exception {
        Dialogue.with(
                "QUOTA QUOTA=RES-STORAGE QUOTA=RES-MESSAGE QUOTASET",
                imap -> {
                    assertThat(imap.quotaResources()).containsExactly("STORAGE", "MESSAGE");
                    assertThat(imap.quota("user/ada").orElseThrow().resources())
                            .containsExactly(new Quota.Resource("STORAGE", 10, 9_000_000_000_000_000L));
                    assertThat(imap.quota("none")).isEmpty();
                    Quota set = imap.setQuota("user/ada", QuotaLimit.storage(512), QuotaLimit.messages(100))
                            .orElseThrow();
                    assertThat(set.resources()).hasSize(2);
                    assertThat(imap.setQuota("user/ada")).isEmpty();
                    assertThat(imap.status("INBOX", StatusItem.DELETED_STORAGE).deletedStorage())
                            .hasValue(44);
                },
                "C: A1 GETQUOTA \"user/ada\"",
                "S: * QUOTA \"user/ada\" (STORAGE 10 9000000000000000)",
                "S: A1 OK done",
                "C: A2 GETQUOTA \"none\"",
                "S: A2 OK done",
                "C: A3 SETQUOTA \"user/ada\" (STORAGE 512 MESSAGE 100)",
                "S: * QUOTA \"user/ada\" (STORAGE 10 512 MESSAGE 3 100)",
                "S: A3 OK done",
                "C: A4 SETQUOTA \"user/ada\" ()",
                "S: A4 OK done",
                "C: A5 STATUS \"INBOX\" (DELETED-STORAGE)",
                "S: * STATUS INBOX (DELETED-STORAGE 44)",
                "S: A5 OK done");
    }

    @Test
    void theServerSpeaksTheBestLanguageItHas() throws Exception {
        Dialogue.with(
                "LANGUAGE NAMESPACE",
                imap -> {
                    assertThat(imap.languages()).containsExactly("EN", "DE", "i-default");
                    assertThat(imap.speak("fr", "de")).contains("DE");
                    assertThat(Dialogue.refusal(() -> imap.speak("tlh"))).hasMessageContaining("nicht");
                },
                "C: A1 LANGUAGE",
                "S: * LANGUAGE (EN DE i-default)",
                "S: A1 OK done",
                "C: A2 LANGUAGE \"fr\" \"de\"",
                "S: * LANGUAGE (DE)",
                "S: * NAMESPACE ((\"\" \"/\")) NIL NIL",
                "S: A2 OK fertig",
                "C: A3 LANGUAGE \"tlh\"",
                "S: A3 NO nicht bekannt");
    }

    @Test
    void theAddressOfJmapIsOneOfHttps() throws Exception {
        Dialogue.with(
                "JMAPACCESS",
                imap -> {
                    assertThat(imap.jmap()).contains(URI.create("https://example.test/.well-known/jmap"));
                    assertThat(imap.jmap()).isEmpty();
                    assertThat(imap.jmap()).isEmpty();
                },
                "C: A1 GETJMAPACCESS",
                "S: * JMAPACCESS \"https://example.test/.well-known/jmap\"",
                "S: A1 OK done",
                "C: A2 GETJMAPACCESS",
                "S: * JMAPACCESS \"file:///etc/passwd\"",
                "S: A2 OK done",
                "C: A3 GETJMAPACCESS",
                "S: * JMAPACCESS \"not an address\"",
                "S: A3 OK done");
    }

    @Test
    void aServerThatSpeaksUtf8OnlyIsAnsweredInUtf8() throws Exception {
        Dialogue.with(
                "ENABLE UTF8=ONLY",
                imap -> imap.create("Entwürfe"),
                "C: A1 ENABLE UTF8=ACCEPT",
                "S: * ENABLED UTF8=ACCEPT",
                "S: A1 OK done",
                "C: A2 CREATE \"Entwürfe\"",
                "S: A2 OK done");
    }

    @Test
    void anotherUserGoesOnOverTheSameConnectionAndNothingEnabledIsLeft() throws Exception {
        Dialogue.with(
                "ENABLE UTF8=ACCEPT UNAUTHENTICATE",
                imap -> {
                    imap.enable("UTF8=ACCEPT");
                    Folder inbox = imap.select("INBOX");
                    imap.loginAs(Credentials.password("bob", "builder").only("PLAIN"));
                    assertThatThrownBy(() -> inbox.fetch(UidSet.of(1))).isInstanceOf(FolderLeft.class);
                    assertThat(imap.capabilities()).contains("QUOTA").doesNotContain("UNAUTHENTICATE");
                    imap.create("Entwürfe");
                },
                "C: A1 ENABLE UTF8=ACCEPT",
                "S: * ENABLED UTF8=ACCEPT",
                "S: A1 OK done",
                "C: A2 SELECT \"INBOX\"",
                "S: A2 OK done",
                "C: A3 UNAUTHENTICATE",
                "S: A3 OK done",
                "C: A4 CAPABILITY",
                "S: * CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN",
                "S: A4 OK done",
                "C: A5 AUTHENTICATE PLAIN AGJvYgBidWlsZGVy",
                "S: A5 OK [CAPABILITY IMAP4rev1 QUOTA] welcome",
                "C: A6 CREATE \"Entw&APw-rfe\"",
                "S: A6 OK done");
    }

    static Stream<Arguments> verbs() {
        return Stream.of(
                Arguments.of("ACL", (Consumer<ImapSession>) imap -> imap.access("x")),
                Arguments.of("ACL", (Consumer<ImapSession>)
                        imap -> imap.list(ListQuery.all().withRights())),
                Arguments.of("METADATA", (Consumer<ImapSession>) imap -> imap.metadata("x")),
                Arguments.of("METADATA", (Consumer<ImapSession>)
                        imap -> imap.list(ListQuery.all().withMetadata("/shared/x"))),
                Arguments.of("METADATA-SERVER", (Consumer<ImapSession>) ImapSession::serverMetadata),
                Arguments.of("CREATE-SPECIAL-USE", (Consumer<ImapSession>) imap -> imap.create("x", SpecialUse.ALL)),
                Arguments.of("QUOTA", (Consumer<ImapSession>) imap -> imap.quota("")),
                Arguments.of("QUOTASET", (Consumer<ImapSession>) imap -> imap.setQuota("")),
                Arguments.of("LANGUAGE", (Consumer<ImapSession>) ImapSession::languages),
                Arguments.of("LANGUAGE", (Consumer<ImapSession>) imap -> imap.speak("de")),
                Arguments.of("JMAPACCESS", (Consumer<ImapSession>) ImapSession::jmap),
                Arguments.of("UNAUTHENTICATE", (Consumer<ImapSession>)
                        imap -> imap.loginAs(Credentials.password("bob", "builder"))));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void aVerbWithoutItsExtensionNamesItAndSendsNothing(String extension, Consumer<ImapSession> verb) throws Exception {
        Dialogue.with(
                "",
                imap -> assertThatThrownBy(() -> verb.accept(imap))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining(extension));
    }
}
