package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a letter had hidden stays hidden in the answer to it (RFC 9788 section 6). */
class AnswerTest {
    private static final X509Certificate BOB = People.BOB.certificate();
    private static final Message LETTER = Message.compose()
            .from("Ada Lovelace <ada@example.org>")
            .to("Bob the Builder <bob@example.net>")
            .cc("Carol <carol@example.com>")
            .subject("the merger")
            .messageId("secret@example.org")
            .text("Well?\n")
            .build();

    private static Message answer(HeaderConfidentiality hidden, HeaderConfidentiality own) {
        Message sealed =
                LETTER.with(Smime.encrypt(BOB).signedBy(Smime.sign(People.ADA)).protectingHeaders(hidden));
        Opened letter = Judged.open(Letters.arrived(sealed));
        Message answer = letter.message()
                .replyAll("bob@example.net")
                .from("bob@example.net")
                .text("Yes.\n")
                .build();
        assertThat(answer.subject()).contains("Re: the merger");
        return answer.with(Smime.encrypt(People.ADA.certificate()).protectingHeaders(own.answering(letter)));
    }

    @Test
    void aHiddenSubjectStaysHiddenUnderAPolicyThatHidesNothing() {
        Message sealed = answer(HeaderConfidentiality.baseline(), HeaderConfidentiality.none());
        assertThat(sealed.subject()).contains("[...]");
        assertThat(sealed.to()).extracting(Object::toString).containsExactly("Ada Lovelace <ada@example.org>");
        assertThat(sealed.cc()).extracting(Object::toString).containsExactly("Carol <carol@example.com>");
    }

    @Test
    void hiddenNamesStayHidden() {
        Message sealed = answer(HeaderConfidentiality.shy(), HeaderConfidentiality.none());
        assertThat(sealed.to()).extracting(Object::toString).containsExactly("ada@example.org");
        assertThat(sealed.cc()).extracting(Object::toString).containsExactly("carol@example.com");
    }

    @Test
    void hiddenCorrespondentsAndIdsStayHidden() {
        HeaderConfidentiality hiding = field -> field.isNamed("Cc") || field.isNamed("Message-ID")
                ? Optional.empty()
                : HeaderConfidentiality.baseline().outside(field);
        Message sealed = answer(hiding, HeaderConfidentiality.none());
        assertThat(sealed.cc()).isEmpty();
        assertThat(sealed.header().first("In-Reply-To")).isEmpty();
        assertThat(sealed.header().first("References")).isEmpty();
    }

    @Test
    void whatWasSeenMayBeSeen() {
        Message sealed = answer(HeaderConfidentiality.none(), HeaderConfidentiality.none());
        assertThat(sealed.subject()).contains("Re: the merger");
        assertThat(sealed.header().first("In-Reply-To")).isPresent();
        assertThat(sealed.to()).extracting(Object::toString).containsExactly("Ada Lovelace <ada@example.org>");
    }

    @Test
    void whatNoHeaderHoldsIsNotRepeatedOutside() {
        Message hostile = Letters.raw("""
                From: =?utf-8?q?Ada=00?= <ada@example.org>
                To: bob@example.net
                Subject: the merger
                Content-Type: text/plain; hp="cipher"
                HP-Outer: From: =?utf-8?q?A=0D=0A?= <ada@example.org>
                HP-Outer: Subject: =?utf-8?q?=0D=0ABcc:_eve=40example.com?=

                Well?
                """);
        Header outside = Header.of(List.of(
                Field.structured("From", "ada@example.org"),
                Field.of("Subject", "..."),
                Field.structured("MIME-Version", "1.0")));
        Message sealed = Smime.sign(People.ADA)
                .sign(new Payload(hostile.root(), outside))
                .with(Smime.encrypt(BOB));
        Opened letter = Judged.open(Letters.arrived(sealed));
        Message answer =
                letter.message().reply().from("bob@example.net").text("Yes.\n").build();
        Message sent = answer.with(Smime.encrypt(People.ADA.certificate())
                .protectingHeaders(HeaderConfidentiality.none().answering(letter)));
        assertThat(sent.header().all("Bcc")).isEmpty();
        assertThat(sent.subject().orElseThrow()).doesNotContain("merger");
    }
}
