package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages replaced, made of pieces, annotated and labelled, by the examples of their documents. */
class EditableFolderTest {
    private static final NewMessage DRAFT = NewMessage.of(
                    Message.parse("Subject: x\r\n\r\nhi\r\n".getBytes(StandardCharsets.US_ASCII)))
            .flags(Flag.DRAFT);

    @Test
    void aDraftIsReplacedAtOnce() throws Exception {
        Dialogue.selected(
                "REPLACE LITERAL+",
                inbox -> {
                    assertThat(inbox.replace(4, DRAFT)).isEqualTo(new Appended(2000, UidSet.of(101)));
                    assertThat(inbox.replace(
                                    5,
                                    "Gesendet ü",
                                    DRAFT.internalDate(OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))))
                            .isEqualTo(new Appended(2001, UidSet.of(7)));
                    assertThat(Dialogue.refusal(() -> inbox.replace(6, DRAFT))
                                    .code()
                                    .name())
                            .isEqualTo("OVERQUOTA");
                },
                "C: A2 UID REPLACE 4 \"INBOX\" (\\Draft) {18+}",
                "C: Subject: x",
                "C: ",
                "C: hi",
                "C: ",
                "S: * OK [APPENDUID 2000 101] replacement message ready",
                "S: * 4 EXISTS",
                "S: * 1 EXPUNGE",
                "S: A2 OK done",
                "C: A3 UID REPLACE 5 \"Gesendet &APw-\" (\\Draft) \" 1-Jan-2024 00:00:00 +0000\" {18+}",
                "C: Subject: x",
                "C: ",
                "C: hi",
                "C: ",
                "S: * 1 EXPUNGE",
                "S: A3 OK [APPENDUID 2001 7] done",
                "C: A4 UID REPLACE 6 \"INBOX\" (\\Draft) {18+}",
                "C: Subject: x",
                "C: ",
                "C: hi",
                "C: ",
                "S: A4 NO [OVERQUOTA] full");
    }

    @Test
    void withoutReplaceTheNewMessageComesBeforeTheOldOneGoes() throws Exception {
        Dialogue.selected(
                "UIDPLUS LITERAL+",
                inbox -> assertThat(inbox.replace(4, DRAFT)).isEqualTo(new Appended(2000, UidSet.of(101))),
                "C: A2 APPEND \"INBOX\" (\\Draft) {18+}",
                "C: Subject: x",
                "C: ",
                "C: hi",
                "C: ",
                "S: A2 OK [APPENDUID 2000 101] done",
                "C: A3 UID STORE 4 +FLAGS.SILENT (\\Deleted)",
                "S: A3 OK done",
                "C: A4 UID EXPUNGE 4",
                "S: * 1 EXPUNGE",
                "S: A4 OK done");
        Dialogue.selected(
                "",
                inbox -> assertThatThrownBy(() -> inbox.replace(4, DRAFT))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("REPLACE"));
    }

    @Test
    void aMessageIsMadeOfWhatTheServerHas() throws Exception {
        Dialogue.with(
                "CATENATE LITERAL+",
                imap -> {
                    Catenation letter = Catenation.of("INBOX", 385759045, 20, Section.HEADER)
                            .text("\r\n--b\r\n")
                            .section("Entwürfe/a;b", 0, 7, Section.part("1.2"))
                            .flags(Flag.SEEN);
                    assertThat(imap.append("Sent", letter)).isEqualTo(new Appended(38505, UidSet.of(3955)));
                    assertThat(Dialogue.refusal(() -> imap.append("Sent", Catenation.of("INBOX", 1, 9, Section.ALL)))
                                    .code())
                            .isEqualTo(new ResponseCode("BADURL", "\"/INBOX;UIDVALIDITY=1/;UID=9\""));
                },
                "C: A1 APPEND \"Sent\" (\\Seen) CATENATE (URL \"/INBOX;UIDVALIDITY=385759045/;UID=20/;SECTION=HEADER\""
                        + " TEXT {7+}",
                "C: ",
                "C: --b",
                "C:  URL \"/Entw%C3%BCrfe/a%3Bb/;UID=7/;SECTION=1.2\")",
                "S: A1 OK [APPENDUID 38505 3955] done",
                "C: A2 APPEND \"Sent\" CATENATE (URL \"/INBOX;UIDVALIDITY=1/;UID=9\")",
                "S: A2 NO [BADURL \"/INBOX;UIDVALIDITY=1/;UID=9\"] gone");
        Dialogue.with(
                "",
                imap -> assertThatThrownBy(() -> imap.append("Sent", Catenation.of("x")))
                        .hasMessageContaining("CATENATE"));
    }

    @Test
    void whatIsNotedOnAMessageIsSetFetchedAndFound() throws Exception {
        Dialogue.selected(
                "ANNOTATE-EXPERIMENT-1",
                inbox -> {
                    inbox.annotate(
                            UidSet.of(4), Annotation.own("/comment", "call back"), Annotation.absent("/altsubject"));
                    inbox.annotate(UidSet.of(4));
                    List<Annotation> noted = inbox.fetch(UidSet.of(4), Fetch.annotation("/comment"))
                            .get(0)
                            .annotations();
                    assertThat(noted)
                            .containsExactly(new Annotation("/comment", Optional.of("call back"), Optional.empty()));
                    assertThat(inbox.search(Search.annotated("/comment", "call")))
                            .isEqualTo(UidSet.of(4));
                },
                "C: A2 UID STORE 4 ANNOTATION (\"/comment\" (\"value.priv\" \"call back\")"
                        + " \"/altsubject\" (\"value.priv\" NIL \"value.shared\" NIL))",
                "S: A2 OK done",
                "C: A3 UID FETCH 4 (UID ANNOTATION (\"/comment\" (\"value.priv\" \"value.shared\")))",
                "S: * 1 FETCH (UID 4 ANNOTATION (/comment (value.priv \"call back\" value.shared NIL)))",
                "S: A3 OK done",
                "C: A4 UID SEARCH ANNOTATION \"/comment\" \"value\" \"call\"",
                "S: * SEARCH 4",
                "S: A4 OK done");
        Dialogue.selected(
                "",
                inbox -> assertThatThrownBy(() -> inbox.annotate(UidSet.of(4), Annotation.shared("/comment", "x")))
                        .hasMessageContaining("ANNOTATE"));
        assertThatIllegalArgumentException().isThrownBy(() -> Fetch.annotation("/a\" (x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Search.annotated("/a b", "x"));
    }

    /** By Gmail's page "IMAP Extensions". */
    @Test
    void labelsAndIdsOfGmail() throws Exception {
        Dialogue.selected(
                "X-GM-EXT-1",
                inbox -> {
                    Summary message = inbox.fetch(
                                    UidSet.of(4), Fetch.GMAIL_LABELS, Fetch.GMAIL_MESSAGE_ID, Fetch.GMAIL_THREAD_ID)
                            .get(0);
                    assertThat(message.gmailLabels())
                            .containsExactly("\\Inbox", "\\Sent", "Important", "Müller & Söhne");
                    assertThat(message.gmailMessageId()).hasValue(1278455344230334865L);
                    assertThat(Long.toUnsignedString(message.gmailThreadId().orElseThrow()))
                            .isEqualTo("18446744073709551615");
                    inbox.addGmailLabels(UidSet.of(4), "\\Starred", "Müller & Söhne");
                    inbox.removeGmailLabels(UidSet.of(4), "a\"b");
                    inbox.replaceGmailLabels(UidSet.of(4));
                    inbox.search(Search.gmail("has:attachment in:unread")
                            .and(Search.gmailLabel("\\Important"))
                            .and(Search.gmailLabel("foo bar"))
                            .and(Search.gmailThreadId(7)));
                },
                "C: A2 UID FETCH 4 (UID X-GM-LABELS X-GM-MSGID X-GM-THRID)",
                "S: * 1 FETCH (UID 4 X-GM-LABELS (\\Inbox \\Sent Important \"M&APw-ller &- S&APY-hne\")"
                        + " X-GM-MSGID 1278455344230334865 X-GM-THRID 18446744073709551615)",
                "S: A2 OK done",
                "C: A3 UID STORE 4 +X-GM-LABELS (\\Starred \"M&APw-ller &- S&APY-hne\")",
                "S: A3 OK done",
                "C: A4 UID STORE 4 -X-GM-LABELS (\"a\\\"b\")",
                "S: A4 OK done",
                "C: A5 UID STORE 4 X-GM-LABELS ()",
                "S: A5 OK done",
                "C: A6 UID SEARCH X-GM-RAW \"has:attachment in:unread\" X-GM-LABELS \\Important"
                        + " X-GM-LABELS \"foo bar\" X-GM-THRID 7",
                "S: * SEARCH",
                "S: A6 OK done");
        Dialogue.selected(
                "",
                inbox -> assertThatThrownBy(() -> inbox.addGmailLabels(UidSet.of(4), "x"))
                        .hasMessageContaining("X-GM-EXT-1"));
    }
}
