package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tegami.imap.FolderAccess;
import dev.tegami.imap.FolderListing;
import dev.tegami.imap.ImapRefused;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.ListQuery;
import dev.tegami.imap.Metadata;
import dev.tegami.imap.MetadataEntry;
import dev.tegami.imap.MetadataQuery;
import dev.tegami.imap.MetadataStore;
import dev.tegami.imap.Quota;
import dev.tegami.imap.QuotaLimit;
import dev.tegami.imap.Right;
import dev.tegami.imap.Rights;
import dev.tegami.imap.SpecialUse;
import dev.tegami.imap.StatusItem;
import dev.tegami.sasl.Credentials;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what with folders, what is noted of them, and how much room there is. */
class ImapAdministrationTest extends ImapServers {
    @AfterAll
    static void theReadmeSaysWhatWasSeen() throws IOException {
        MATRIX.check(ImapFeature.Subject.ADMINISTRATION);
    }

    private static FolderListing listed(ImapSession imap, ListQuery query, String name) {
        return imap.list(query).stream()
                .filter(folder -> folder.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anotherPersonIsGivenRightsAndLosesThem(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            if (!has(imap, "ACL")) {
                assertThatThrownBy(() -> imap.access("INBOX"))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("ACL");
                return;
            }
            String name = name(imap, "Shared");
            imap.create(name);
            FolderAccess access = imap.access(name);
            assertThat(access.mine().named()).contains(Right.READ, Right.ADMINISTER, Right.DELETE_MESSAGES);
            assertThat(access.grantable("bob").identifier()).isEqualTo("bob");
            access.set("bob", Rights.of(Right.LOOKUP, Right.READ));
            access.grant("bob", Rights.of(Right.WRITE));
            assertThat(bob(access)).isEqualTo(Rights.of(Right.LOOKUP, Right.READ, Right.WRITE));
            access.revoke("bob", Rights.of(Right.READ, Right.WRITE));
            assertThat(bob(access)).isEqualTo(Rights.of(Right.LOOKUP));
            access.remove("bob");
            assertThat(bob(access)).isEqualTo(Rights.NONE);
            assertThat(listed(imap, ListQuery.all().withRights(), name)
                            .rights()
                            .orElseThrow()
                            .has(Right.READ))
                    .isTrue();
            imap.delete(name);
        }
    }

    /** Servers write the name of a user in their own way. */
    private static Rights bob(FolderAccess access) {
        return access.all().entrySet().stream()
                .filter(each -> each.getKey().replace("user=", "").equals("bob"))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse(Rights.NONE);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void notesOfAFolderAreKeptWhateverTheyHold(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            if (!has(imap, "METADATA")) {
                assertThatThrownBy(() -> imap.metadata("INBOX"))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("METADATA");
                return;
            }
            String name = name(imap, "Notes");
            imap.create(name);
            MetadataStore notes = imap.metadata(name);
            MetadataEntry comment = MetadataEntry.text("/private/comment", "zwei \"Zeilen\"\r\nmit Grüßen");
            MetadataEntry color = MetadataEntry.text("/private/vendor/tegami/color", "#f00");
            MetadataEntry logo = MetadataEntry.text("/private/vendor/tegami/logo", "x".repeat(3000));
            notes.set(comment, color, logo);
            assertThat(notes.get("/private/comment")).contains(comment);
            assertThat(notes.get("/private/vendor/tegami/none")).isEmpty();
            assertThat(listed(imap, ListQuery.all().withMetadata("/private/comment"), name)
                            .metadata())
                    .containsExactly(comment);
            Metadata below = notes.ask(
                    MetadataQuery.of("/private/vendor/tegami").andAllBelow().upTo(1_000));
            assertThat(below.entries()).containsExactly(color);
            assertThat(below.longest()).hasValue(3000);
            notes.remove("/private/comment");
            assertThat(notes.get("/private/comment")).isEmpty();
            imap.delete(name);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void notesOfTheServerAreAskedForByTheSameVerbs(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            if (has(imap, "METADATA")) {
                assertThat(imap.serverMetadata().get("/shared/comment")).isEmpty();
                assertThat(imap.serverMetadata().get("/shared/admin")).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aFolderIsMadeForItsUse(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            String name = name(imap, "Ablage");
            if (has(imap, "CREATE-SPECIAL-USE")) {
                imap.create(name, SpecialUse.ARCHIVE);
                assertThat(listed(imap, ListQuery.all(), name).specialUse()).contains(SpecialUse.ARCHIVE);
                imap.metadata(name).remove("/private/specialuse");
                imap.delete(name);
            } else {
                assertThatThrownBy(() -> imap.create(name, SpecialUse.ARCHIVE))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("CREATE-SPECIAL-USE");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void quotasAreAskedForByTheirRootAndOnlyAdministratorsSetThem(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            assumeTrue(has(imap, "QUOTA"), server + " has no QUOTA");
            for (Quota quota : imap.quotas("INBOX")) {
                askedByRoot(imap, quota.root());
                if (has(imap, "QUOTASET")) {
                    assertThat(imap.quotaResources()).contains("STORAGE", "MESSAGE");
                    assertThatThrownBy(() -> imap.setQuota(quota.root(), QuotaLimit.storage(1)))
                            .isInstanceOf(ImapRefused.class);
                } else {
                    assertThatThrownBy(() -> imap.setQuota(quota.root(), QuotaLimit.storage(1)))
                            .isInstanceOf(UnsupportedOperationException.class)
                            .hasMessageContaining("QUOTASET");
                }
            }
            if (has(imap, "QUOTA=RES-STORAGE")) {
                assertThat(imap.status("INBOX", StatusItem.DELETED_STORAGE).deletedStorage())
                        .hasValue(0);
            }
        }
    }

    /** Some server tells that to administrators only. */
    private static void askedByRoot(ImapSession imap, String root) {
        try {
            assertThat(imap.quota(root).map(Quota::root)).contains(root);
        } catch (ImapRefused e) {
            assertThat(e).hasMessageContaining("Permission denied");
        }
    }

    @Test
    void anAdministratorLimitsWhatSharesARoot() throws IOException {
        String admin = ServerList.value("cyrus310.admin");
        String person = person("cyrus310");
        door("cyrus310").open().close();
        String root = "user/" + person;
        try (ImapSession imap = nobody("cyrus310").login(admin, admin).open()) {
            imap.setQuota(root, QuotaLimit.storage(1 << 20), QuotaLimit.messages(10_000), QuotaLimit.folders(100));
            assertThat(imap.quota(root).orElseThrow().resources())
                    .extracting(Quota.Resource::name, Quota.Resource::limit)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("STORAGE", 1L << 20),
                            org.assertj.core.groups.Tuple.tuple("MESSAGE", 10_000L),
                            org.assertj.core.groups.Tuple.tuple("MAILBOX", 100L));
            imap.setQuota(root, QuotaLimit.storage(1 << 20));
            imap.loginAs(Credentials.password(person, FRESH));
            assertThatThrownBy(() -> imap.setQuota(root, QuotaLimit.storage(1))).isInstanceOf(ImapRefused.class);
            assertThat(imap.quotas("INBOX")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatNoServerHereHasIsRefusedByName(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            for (String extension : List.of("LANGUAGE", "JMAPACCESS", "UNAUTHENTICATE")) {
                assertThat(has(imap, extension)).isFalse();
            }
            assertThatThrownBy(imap::languages).hasMessageContaining("LANGUAGE");
            assertThatThrownBy(imap::jmap).hasMessageContaining("JMAPACCESS");
        }
    }
}
