package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that ends a line can be put where a line must not end. */
class CrlfInjectionTest {
    private static final String NARROWS_TO_CRLF = "x\u760D\u760AEvil: yes";

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(MimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\nEvil: yes", "x\nEvil: yes", "x\rEvil: yes", "x\0", "\r\n.\r\n"})
    void lineEndsAndNulAreRefusedEverywhere(String evil) {
        refused(() -> Field.of("Subject", evil));
        refused(() -> Field.of(evil, "x"));
        refused(() -> Field.structured("X", evil));
        refused(() -> Mailbox.of(evil, "ada", "example.org"));
        refused(() -> Mailbox.of(evil, "example.org"));
        refused(() -> Mailbox.of("ada", evil));
        refused(() -> Mailbox.parse("Ada " + evil + " <ada@example.org>"));
        refused(() -> Group.of(evil, List.of()));
        refused(() -> Address.parseList(evil));
        refused(() -> ContentType.of("text", evil));
        refused(() -> ContentType.of("text", "plain").with("name", evil));
        refused(() -> ContentType.of("text", "plain").with(evil, "name"));
        refused(() -> Disposition.attachment().with("filename", evil));
        Draft draft = Message.compose().from("ada@example.org");
        refused(() -> draft.subject(evil));
        refused(() -> draft.to(evil));
        refused(() -> draft.header("X-Note", evil));
        refused(() -> draft.header(evil, "x"));
        refused(() -> draft.messageId(evil + "@example.org"));
        refused(() -> draft.attach(evil, new byte[0]));
        refused(() -> draft.inline(evil, ContentType.OCTETS, Source.of(new byte[0])));
        refused(() -> Parts.of(
                ContentType.of("multipart", "mixed").with("boundary", "b").with("boundary", evil),
                List.of(Message.compose().build().root())));
    }

    @Test
    void charactersWhoseLowOctetIsALineEndAreEncodedNeverNarrowed() {
        Message message = Message.compose()
                .from(Mailbox.of(NARROWS_TO_CRLF, "ada", "example.org"))
                .subject(NARROWS_TO_CRLF)
                .attach(NARROWS_TO_CRLF, new byte[] {1})
                .build();
        Message read = Message.parse(message.toBytes());

        assertThat(read.header().first("Evil")).isEmpty();
        assertThat(read.subject()).contains(NARROWS_TO_CRLF);
        assertThat(read.from().get(0).displayName()).isEqualTo(NARROWS_TO_CRLF);
        assertThat(read.attachments().get(0).fileName()).contains(NARROWS_TO_CRLF);
        assertThat(read.root().parts().get(0).header().first("Evil")).isEmpty();
    }

    @Test
    void charactersWhoseLowOctetIsALineEndAreRefusedWhereOnlyAsciiMayStand() {
        refused(() -> Field.of("X" + NARROWS_TO_CRLF, "x"));
        refused(() -> Field.structured("X", NARROWS_TO_CRLF));
        refused(() -> ContentType.of("text", NARROWS_TO_CRLF));
        refused(() -> Message.compose().messageId(NARROWS_TO_CRLF + "@example.org"));
        refused(() -> Message.compose().inline(NARROWS_TO_CRLF, ContentType.OCTETS, Source.of(new byte[0])));
    }

    @Test
    void aRawFieldIsExactlyOneField() {
        refused(() -> Field.raw("A: 1\r\nB: 2\r\n".getBytes(StandardCharsets.US_ASCII)));
        refused(() -> Field.raw("A: 1\r\n\r\nbody".getBytes(StandardCharsets.US_ASCII)));
        refused(() -> Field.raw("A: 1".getBytes(StandardCharsets.US_ASCII)));
        refused(() -> Field.raw("no field\r\n".getBytes(StandardCharsets.US_ASCII)));
        assertThat(Field.raw("A: 1\r\n 2\r\n".getBytes(StandardCharsets.US_ASCII))
                        .value())
                .isEqualTo("1 2");
    }

    @Test
    void whatWasReceivedDamagedCannotBeSentOn() {
        Message received = Message.parse("From: x@y\rz\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        for (Address address : received.from()) {
            for (Mailbox mailbox : address.mailboxes()) {
                assertThat(mailbox.address()).doesNotContain("\r").doesNotContain("\n");
            }
        }
    }
}
