package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.imap.Flag;
import dev.tegami.imap.FolderListing;
import dev.tegami.imap.ImapRefused;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.ListQuery;
import dev.tegami.imap.Quota;
import dev.tegami.imap.ResponseCode;
import dev.tegami.imap.SpecialUse;
import dev.tegami.imap.Status;
import dev.tegami.imap.StatusItem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders: made, listed with what is known of them, renamed and deleted. */
class ImapFoldersTest extends ImapServers {
    @AfterAll
    static void theReadmeSaysWhatWasSeen() throws IOException {
        MATRIX.check(ImapFeature.Subject.FOLDERS);
    }

    private static FolderListing listed(List<FolderListing> all, String name) {
        return all.stream()
                .filter(folder -> folder.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + all));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aFolderIsMadeRenamedAndDeletedWithItsMessages(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            String old = name(imap, "Old");
            String young = name(imap, "New");
            imap.create(old);
            imap.append(old, letter("one"));
            imap.rename(old, young);
            assertThat(imap.status(young).messages()).hasValue(1);
            assertThat(imap.list(old)).isEmpty();
            imap.delete(young);
            assertThat(imap.list(young)).isEmpty();
            assertThatThrownBy(() -> imap.select(young)).isInstanceOf(ImapRefused.class);
            imap.noop();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void namesInAnyScriptComeBackAsTheyWere(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            String name = name(imap, "Entwürfe & 日本 ");
            imap.create(name);
            imap.append(name, letter("one"));
            assertThat(imap.list(name)).extracting(FolderListing::name).containsExactly(name);
            assertThat(imap.status(name).folder()).isEqualTo(name);
            assertThat(imap.select(name).exists()).isEqualTo(1);
            imap.examine("INBOX");
            imap.delete(name);
        }
    }

    /** Some server takes no surrogates in modified UTF-7; none may make another name of it. */
    @ParameterizedTest
    @MethodSource("servers")
    void aCharacterBeyondTheFirstPlaneIsKeptOrRefusedButNeverChanged(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            String name = name(imap, "😀");
            try {
                imap.create(name);
                assertThat(imap.list(name)).extracting(FolderListing::name).containsExactly(name);
                imap.delete(name);
            } catch (ImapRefused refused) {
                assertThat(imap.list("*")).extracting(FolderListing::name).noneMatch(each -> each.contains("D8"));
            }
            imap.noop();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void subscriptionsAreKeptAndListed(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            String name = name(imap, "Subscribed");
            imap.create(name);
            imap.subscribe(name);
            FolderListing found = listed(imap.list(ListQuery.all().subscribed()), name);
            assertThat(found.has("\\Subscribed")).isEqualTo(has(imap, "LIST-EXTENDED"));
            imap.unsubscribe(name);
            assertThat(imap.list(ListQuery.all().subscribed()))
                    .extracting(FolderListing::name)
                    .doesNotContain(name);
            imap.delete(name);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void childrenAreSaidWhereTheServerSaysThem(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            String parent = name(imap, "Parent");
            String separator = imap.list("INBOX").get(0).separator();
            imap.create(parent);
            imap.create(parent + separator + "Child");
            FolderListing found = listed(imap.list(ListQuery.all()), parent);
            assertThat(found.has("\\HasChildren")).isEqualTo(has(imap, "CHILDREN"));
            imap.delete(parent + separator + "Child");
            imap.delete(parent);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void namespacesSayWhereToMakeFolders(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            if (has(imap, "NAMESPACE")) {
                assertThat(imap.namespaces().personal())
                        .isNotEmpty()
                        .allMatch(place -> place.separator().length() == 1);
            } else {
                assertThatThrownBy(imap::namespaces)
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("NAMESPACE");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void foldersAreListedWithTheirNumbersHoweverManyCommandsThatTakes(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            String name = name(imap, "Numbers");
            imap.create(name);
            imap.append(name, letter("one"), Flag.SEEN);
            imap.append(name, letter("two"));
            List<FolderListing> all = imap.list(ListQuery.all().withStatus(StatusItem.values()));
            Status status = listed(all, name).status().orElseThrow();
            assertThat(status.messages()).hasValue(2);
            assertThat(status.unseen()).hasValue(1);
            assertThat(status.size().isPresent()).isEqualTo(has(imap, "STATUS=SIZE"));
            assertThat(status.highestModSeq().isPresent()).isEqualTo(has(imap, "CONDSTORE"));
            assertThat(status.mailboxId().isPresent()).isEqualTo(has(imap, "OBJECTID"));
            assertThat(status.deleted().isPresent()).isEqualTo(has(imap, "IMAP4REV2"));
            Status asked = imap.status(name, StatusItem.values());
            assertThat(asked.values()).isEqualTo(status.values());
            assertThat(asked.mailboxId()).isEqualTo(status.mailboxId());
            for (String limit : imap.capabilities()) {
                if (limit.startsWith("APPENDLIMIT=")) {
                    assertThat(asked.appendLimit()).hasValue(Long.parseLong(limit.substring(12)));
                    MATRIX.note(server, "the limit that the capability names");
                }
            }
            imap.delete(name);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyUseOfAFolderIsFoundByAttributeOrName(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            String separator = imap.list("INBOX").get(0).separator();
            String prefix =
                    has(imap, "NAMESPACE") ? imap.namespaces().personal().get(0).prefix() : "";
            assertThat(separator).hasSize(1);
            for (String use : List.of("Sent", "Drafts", "Trash", "Junk")) {
                if (imap.list(prefix + use).isEmpty()) {
                    imap.create(prefix + use);
                }
                FolderListing found = listed(imap.list(ListQuery.all()), prefix + use);
                assertThat(found.likelyUse()).contains(SpecialUse.valueOf(use.toUpperCase(java.util.Locale.ROOT)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void quotasAreToldWhereThereAreAny(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            if (has(imap, "QUOTA")) {
                for (Quota quota : imap.quotas("INBOX")) {
                    assertThat(quota.resources())
                            .allMatch(each -> each.limit() >= 0 && each.usage() >= 0)
                            .allMatch(each -> !each.name().isEmpty());
                }
            } else {
                assertThatThrownBy(() -> imap.quotas("INBOX"))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("QUOTA");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatCannotBeSaysWhyAndLeavesTheSessionUsable(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            String name = name(imap, "Twice");
            imap.create(name);
            assertThatThrownBy(() -> imap.create(name))
                    .isInstanceOfSatisfying(
                            ImapRefused.class,
                            e -> assertThat(e.code().known())
                                    .isIn(ResponseCode.Known.ALREADYEXISTS, ResponseCode.Known.OTHER));
            assertThatThrownBy(() -> imap.append(name + "-gone", letter("one")))
                    .isInstanceOfSatisfying(
                            ImapRefused.class,
                            e -> assertThat(e.code().known()).isEqualTo(ResponseCode.Known.TRYCREATE));
            imap.delete(name);
            imap.noop();
        }
    }
}
