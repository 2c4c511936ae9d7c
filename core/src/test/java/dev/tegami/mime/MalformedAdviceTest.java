package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The advice of RFC 7103 on malformed messages, one test for each piece of it that concerns a reader. */
class MalformedAdviceTest {
    private static Message parse(String... lines) {
        return Message.parse((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<Finding.Kind> kinds(Message message) {
        return message.findings().stream().map(Finding::kind).toList();
    }

    private static List<String> to(String value) {
        return parse("To: " + value, "").to().stream()
                .flatMap(address -> address.mailboxes().stream())
                .map(Mailbox::address)
                .toList();
    }

    @Test
    void theOctetsOfAMalformedMessageAreKept() {
        Message message = parse("From: <<a@b.example", "junk", "Subject : s", "", "\0text\r");
        assertThat(message.toBytes())
                .isEqualTo(parse("From: <<a@b.example", "junk", "Subject : s", "", "\0text\r")
                        .toBytes());
    }

    @Test
    void lineEndsOfEitherKindAreReadAndABareCrEndsNoLine() {
        Message message = Message.parse("A: 1\nB: 2\r3\r\n\ntext\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(message.header().fields()).hasSize(2);
        assertThat(message.text()).contains("text\r\n");
        assertThat(kinds(message)).contains(Finding.Kind.BARE_CR, Finding.Kind.BARE_LF);
    }

    @Test
    void routesAreTakenOff() {
        assertThat(to("<@example.net:fran@example.com>")).containsExactly("fran@example.com");
        assertThat(to("<@example.net,@example.org:fran@example.com>")).containsExactly("fran@example.com");
    }

    @Test
    void doubledBracketsCountOnce() {
        assertThat(to("<<<user2@example.org>>>")).containsExactly("user2@example.org");
    }

    @Test
    void bracketsThatLackTheirOtherHalfAreRead() {
        assertThat(to("<third@example.net")).containsExactly("third@example.net");
        assertThat(to("second@example.org>")).containsExactly("second@example.org");
    }

    @Test
    void aParenthesisThatIsNotClosedHidesNoAddress() {
        assertThat(to("(Testing <fran@example.com>")).containsExactly("fran@example.com");
        assertThat(to("Testing) <sam@example.com>")).containsExactly("sam@example.com");
    }

    @Test
    void commasInARowAreOne() {
        assertThat(to("third@example.net, , , , fourth@example.net,"))
                .containsExactly("third@example.net", "fourth@example.net");
    }

    @Test
    void aQuoteThatIsNotClosedHidesNoAddress() {
        assertThat(to("\"Joe <joe@example.com>")).containsExactly("joe@example.com");
    }

    @Test
    void aLocalPartAloneIsAnAddressWithoutADomain() {
        Message message = parse("To: fran", "");
        assertThat(message.to()).hasSize(1);
        assertThat(kinds(message)).contains(Finding.Kind.BAD_ADDRESS);
    }

    @Test
    void aLineThatIsNoFieldEndsNoHeader() {
        Message message = parse("From: user@example.com", "Sendmail wrote this here", "Subject: s", "", "text");
        assertThat(message.subject()).contains("s");
        assertThat(kinds(message)).containsExactly(Finding.Kind.JUNK_IN_HEADER);
    }

    @Test
    void whiteSpaceBeforeAColonIsNoPartOfAName() {
        assertThat(parse("Subject : s", "To\t: a@b.example", "").subject()).contains("s");
    }

    @Test
    void aLineOfBlanksAmongFieldsContinuesOne() {
        Message message = parse("Subject: s", "   ", "To: a@b.example", "", "text");
        assertThat(message.to()).hasSize(1);
        assertThat(message.subject().orElseThrow().trim()).isEqualTo("s");
    }

    @Test
    void aFieldThatMayStandOnceCountsOnceAndAllAreKept() {
        Message message = parse("From: a@b.example", "Subject: one", "From: c@d.example", "Subject: two", "");
        assertThat(message.subject()).contains("one");
        assertThat(message.header().all("From")).hasSize(2);
    }

    @Test
    void fieldsThatAreMissingAreNotInvented() {
        Message message = parse("Received: here", "", "text");
        assertThat(message.from()).isEmpty();
        assertThat(message.date()).isEmpty();
        assertThat(message.messageId()).isEmpty();
        assertThat(message.text()).isPresent();
    }

    @Test
    void eightBitOctetsInFieldsAreTextWhereTheyAre() {
        assertThat(parse("Subject: gr\u00c3\u00bc\u00c3\u009fe", "").subject()).contains("grüße");
        assertThat(parse("Subject: gr\u00fc\u00dfe", "").subject()).contains("grüße");
    }

    @Test
    void aMissingOrUnknownCharsetStillGivesText() {
        Message message = parse("Content-Type: text/plain; charset=x-nobody", "", "gr\u00fc\u00dfe");
        assertThat(message.text()).contains("grüße\r\n");
        assertThat(kinds(message)).contains(Finding.Kind.UNKNOWN_CHARSET);
    }

    @Test
    void mimeFieldsCountWithoutAMimeVersion() {
        Message message = parse(
                "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/html", "", "<p>", "--b--");
        assertThat(message.html()).isPresent();
        assertThat(message.root().parts()).hasSize(1);
    }

    @Test
    void base64WithForeignOctetsIsDecodedWithoutThem() {
        Message message = parse("Content-Transfer-Encoding: base64", "", "SGVs*bG8", "=IQ==");
        assertThat(message.text()).isPresent();
        assertThat(kinds(message)).contains(Finding.Kind.DAMAGED_BASE64);
    }

    @Test
    void linesOfAnyLengthAreRead() {
        String line = "x".repeat(100_000);
        Message message = parse("Subject: " + line, "", line);
        assertThat(message.subject()).contains(line);
        assertThat(message.text()).contains(line + "\r\n");
    }

    @Test
    void parametersWithoutTheirSemicolonsAreRead() {
        ContentType type = parse("Content-Type: text/plain charset=utf-8 format=flowed", "")
                .root()
                .contentType();
        assertThat(type.is("text/plain")).isTrue();
        assertThat(type.parameter("charset")).contains("utf-8");
        assertThat(type.parameter("format")).contains("flowed");
        ContentType between = parse("Content-Type: text/plain; charset=utf-8 name=a.txt", "")
                .root()
                .contentType();
        assertThat(between.parameter("charset")).contains("utf-8");
        assertThat(between.parameter("name")).contains("a.txt");
    }
}
