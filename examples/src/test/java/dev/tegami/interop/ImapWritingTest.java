package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.imap.Annotation;
import dev.tegami.imap.Appended;
import dev.tegami.imap.Catenation;
import dev.tegami.imap.Fetch;
import dev.tegami.imap.Flag;
import dev.tegami.imap.Folder;
import dev.tegami.imap.ImapRefused;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.NewMessage;
import dev.tegami.imap.Search;
import dev.tegami.imap.Section;
import dev.tegami.imap.UidSet;
import dev.tegami.mime.Message;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages replaced, made of what the server has, and annotated. */
class ImapWritingTest extends ImapServers {
    @AfterAll
    static void theReadmeSaysWhatWasSeen() throws IOException {
        MATRIX.check(ImapFeature.Subject.WRITING);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aDraftIsReplacedAndNoOtherMessageGoesWithIt(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("one"), letter("doomed"), letter("three"));
            box.addFlags(UidSet.of(3), Flag.DELETED);
            Appended where = box.replace(2, NewMessage.of(letter("two")).flags(Flag.DRAFT, Flag.FLAGGED));
            assertThat(where.uids()).isEqualTo(UidSet.of(4));
            imap.noop();
            assertThat(box.search(Search.all())).isEqualTo(UidSet.of(1, 3, 4));
            assertThat(box.fetch(UidSet.of(4), Fetch.FLAGS).get(0).flags()).contains(Flag.DRAFT, Flag.FLAGGED);
            assertThat(box.message(4).flatMap(Message::subject)).contains("two");
            imap.examine("INBOX");
            imap.delete(box.name());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aMessageIsMadeOfWhatTheServerHas(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("one"));
            Catenation forward = Catenation.of("Subject: made\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n")
                    .section(box.name(), box.uidValidity(), 1, Section.TEXT)
                    .text("and more\r\n")
                    .flags(Flag.SEEN);
            if (has(imap, "CATENATE")) {
                imap.append(box.name(), forward);
                imap.noop();
                Message made = box.message(2).orElseThrow();
                assertThat(made.subject()).contains("made");
                byte[] text = box.fetch(UidSet.of(1), Fetch.section(Section.TEXT))
                        .get(0)
                        .section(Section.TEXT)
                        .orElseThrow();
                byte[] both = box.fetch(UidSet.of(2), Fetch.section(Section.TEXT))
                        .get(0)
                        .section(Section.TEXT)
                        .orElseThrow();
                assertThat(both).startsWith(text).hasSize(text.length + 10);
                assertThatThrownBy(() ->
                                imap.append(box.name(), Catenation.of(box.name(), box.uidValidity(), 99, Section.ALL)))
                        .isInstanceOf(ImapRefused.class);
                assertThat(box.search(Search.all())).isEqualTo(UidSet.of(1, 2));
            } else {
                assertThatThrownBy(() -> imap.append(box.name(), forward))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("CATENATE");
            }
            imap.examine("INBOX");
            imap.delete(box.name());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsNotedOnAMessageIsKeptAndFound(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("one"), letter("two"));
            Annotation comment = Annotation.own("/comment", "zurückrufen \"bald\"");
            if (has(imap, "ANNOTATE-EXPERIMENT-1")) {
                box.annotate(UidSet.of(2), comment);
                assertThat(box.fetch(UidSet.of(2), Fetch.annotation("/comment"))
                                .get(0)
                                .annotations())
                        .containsExactly(comment);
                assertThat(box.search(Search.annotated("/comment", "bald"))).isEqualTo(UidSet.of(2));
                box.annotate(UidSet.of(2), new Annotation("/comment", Optional.of("later"), Optional.empty()));
                assertThat(box.search(Search.annotated("/comment", "bald")).isEmpty())
                        .isTrue();
            } else {
                assertThatThrownBy(() -> box.annotate(UidSet.of(2), comment))
                        .isInstanceOf(UnsupportedOperationException.class)
                        .hasMessageContaining("ANNOTATE");
            }
            imap.examine("INBOX");
            imap.delete(box.name());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void labelsAreGmailsAlone(String server) throws IOException {
        try (ImapSession imap = door(server).open()) {
            Folder box = filled(imap, letter("one"));
            assertThatThrownBy(() -> box.addGmailLabels(UidSet.of(1), "x")).hasMessageContaining("X-GM-EXT-1");
            imap.examine("INBOX");
            imap.delete(box.name());
        }
    }
}
