package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes of folders and servers (RFC 5464, RFC 9590). */
class MetadataTest {
    @Test
    void notesAreAskedForByNameDepthAndSize() throws Exception {
        Dialogue.with(
                "METADATA",
                imap -> {
                    MetadataStore notes = imap.metadata("Entwürfe");
                    assertThat(notes.get("/shared/comment").flatMap(MetadataEntry::text))
                            .contains("until \"spring\"");
                    assertThat(notes.get("/private/comment")).isEmpty();
                    Metadata small =
                            notes.ask(MetadataQuery.of("/shared").andAllBelow().upTo(1024));
                    assertThat(small.longest()).hasValue(2199);
                    assertThat(small.entries())
                            .containsExactly(
                                    MetadataEntry.text("/shared/a", "1"),
                                    MetadataEntry.octets("/shared/b", new byte[] {0, 1}));
                    assertThat(imap.serverMetadata().get("/shared/admin").flatMap(MetadataEntry::text))
                            .contains("mailto:ada@x.test");
                },
                "C: A1 GETMETADATA \"Entw&APw-rfe\" (\"/shared/comment\")",
                "S: * METADATA \"Entw&APw-rfe\" (/shared/comment \"until \\\"spring\\\"\")",
                "S: A1 OK done",
                "C: A2 GETMETADATA \"Entw&APw-rfe\" (\"/private/comment\")",
                "S: * METADATA \"Entw&APw-rfe\" (/private/comment NIL)",
                "S: A2 OK done",
                "C: A3 GETMETADATA (MAXSIZE 1024 DEPTH infinity) \"Entw&APw-rfe\" (\"/shared\")",
                "S: * METADATA \"Entw&APw-rfe\" (/shared/a 1)",
                "S: * METADATA \"Entw&APw-rfe\" (/shared/a \"1\")",
                "S: * METADATA \"Entw&APw-rfe\" (/shared/b ~{2}",
                "S-: \\x00\\x01",
                "S: )",
                "S: A3 OK [METADATA LONGENTRIES 2199] done",
                "C: A4 GETMETADATA \"\" (\"/shared/admin\")",
                "S: * METADATA \"\" (/shared/admin \"mailto:ada@x.test\")",
                "S: A4 OK done");
    }

    @Test
    void notesAreSetAndRemovedInOneCommand() throws Exception {
        Dialogue.with(
                "METADATA LITERAL+",
                imap -> {
                    imap.metadata("INBOX")
                            .set(
                                    MetadataEntry.text("/private/comment", "two\r\nlines"),
                                    MetadataEntry.octets("/private/x", new byte[] {0, 1}),
                                    MetadataEntry.absent("/shared/comment"));
                    imap.metadata("INBOX").remove("/private/comment");
                    assertThat(Dialogue.refusal(
                                    () -> imap.serverMetadata().set(MetadataEntry.text("/private/comment", "x"))))
                            .hasMessageContaining("MAXSIZE 1024");
                },
                "C: A1 SETMETADATA \"INBOX\" (\"/private/comment\" {10+}",
                "C: two",
                "C: lines \"/private/x\" ~{2+}",
                "C: \\x00\\x01 \"/shared/comment\" NIL)",
                "S: A1 OK done",
                "C: A2 SETMETADATA \"INBOX\" (\"/private/comment\" NIL)",
                "S: A2 OK done",
                "C: A3 SETMETADATA \"\" (\"/private/comment\" \"x\")",
                "S: A3 NO [METADATA MAXSIZE 1024] too long");
    }

    @Test
    void whoAskedToBeToldHearsOfChanges() throws Exception {
        List<Event> heard = new ArrayList<>();
        Dialogue.with(
                "METADATA ENABLE",
                imap -> {
                    heard.clear();
                    imap.listen(heard::add);
                    imap.enable("METADATA");
                    imap.noop();
                    assertThat(heard)
                            .containsExactly(
                                    new Event.MetadataChanged("INBOX", List.of("/shared/comment", "/private/comment")));
                },
                "C: A1 ENABLE METADATA",
                "S: * ENABLED METADATA",
                "S: A1 OK done",
                "C: A2 NOOP",
                "S: * METADATA INBOX /shared/comment /private/comment",
                "S: A2 OK done");
    }

    @Test
    void notesAreListedWithTheFolders() throws Exception {
        Dialogue.with(
                "METADATA LIST-EXTENDED LIST-METADATA",
                imap -> {
                    List<FolderListing> all =
                            imap.list(ListQuery.all().withMetadata("/shared/comment", "/private/color"));
                    assertThat(all.get(0).metadata()).containsExactly(MetadataEntry.text("/private/color", "#f00"));
                    assertThat(all.get(1).metadata()).isEmpty();
                },
                "C: A1 LIST \"\" \"*\" RETURN (SUBSCRIBED CHILDREN METADATA (\"/shared/comment\" \"/private/color\"))",
                "S: * LIST () \"/\" INBOX",
                "S: * METADATA INBOX (/shared/comment NIL /private/color \"#f00\")",
                "S: * LIST () \"/\" Sent",
                "S: A1 OK done");
    }

    @Test
    void withoutListMetadataEachFolderIsAsked() throws Exception {
        Dialogue.with(
                "METADATA",
                imap -> assertThat(imap.list(ListQuery.all().withMetadata("/shared/comment"))
                                .get(0)
                                .metadata())
                        .containsExactly(MetadataEntry.text("/shared/comment", "x")),
                "C: A1 LIST \"\" \"*\"",
                "S: * LIST () \"/\" INBOX",
                "S: A1 OK done",
                "C: A2 GETMETADATA \"INBOX\" (\"/shared/comment\")",
                "S: * METADATA INBOX (/shared/comment x)",
                "S: * METADATA INBOX (/shared/comment \"x\")",
                "S: A2 OK done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"comment", "/", "/shared/", "/shared//x", "/shared/*", "/a b", "/ü", "/a\r\nb", ""})
    void aNameOfAnEntryIsAPath(String name) throws Exception {
        Dialogue.with("METADATA", imap -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> imap.metadata("INBOX").get(name));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> imap.serverMetadata().remove(name));
        });
    }
}
