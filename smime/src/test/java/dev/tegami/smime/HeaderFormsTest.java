package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payloads as others write them: the samples of RFC 9788, and the forms before it. */
class HeaderFormsTest {
    private static final Identity ALICE = People.WORLD.person("alice@smime.example", "RSA");
    private static final Header OUTSIDE = Header.of(List.of(
            Field.structured("From", "Alice <alice@smime.example>"),
            Field.structured("To", "Bob <bob@smime.example>"),
            Field.of("Subject", "[...]"),
            Field.structured("Message-ID", "<smime-signed-enc-hp-baseline@example>"),
            Field.structured("Date", "Sat, 20 Feb 2021 10:09:02 -0500"),
            Field.of("User-Agent", "Sample MUA Version 1.0"),
            Field.structured("MIME-Version", "1.0")));

    private static Opened sealed(String payload) {
        return Judged.open(Letters.arrived(
                Smime.sign(ALICE).opaque().sign(part(payload)).with(Smime.encrypt(People.BOB.certificate()))));
    }

    private static Opened signed(String payload) {
        return Judged.open(Letters.arrived(Smime.sign(ALICE).sign(part(payload))));
    }

    private static Payload part(String payload) {
        Part root = Letters.raw(payload).root();
        return new Payload(root, OUTSIDE);
    }

    /** RFC 9788, appendix C.3.1.2. */
    @Test
    void theSampleOfTheBaselineIsRead() {
        Opened opened = sealed("""
                MIME-Version: 1.0
                Content-Transfer-Encoding: 7bit
                Subject: smime-signed-enc-hp-baseline
                Message-ID: <smime-signed-enc-hp-baseline@example>
                From: Alice <alice@smime.example>
                To: Bob <bob@smime.example>
                Date: Sat, 20 Feb 2021 10:09:02 -0500
                User-Agent: Sample MUA Version 1.0
                HP-Outer: Subject: [...]
                HP-Outer: Message-ID: <smime-signed-enc-hp-baseline@example>
                HP-Outer: From: Alice <alice@smime.example>
                HP-Outer: To: Bob <bob@smime.example>
                HP-Outer: Date: Sat, 20 Feb 2021 10:09:02 -0500
                HP-Outer: User-Agent: Sample MUA Version 1.0
                Content-Type: text/plain; charset="utf-8"; hp="cipher"

                This is the
                smime-signed-enc-hp-baseline
                message.
                """);
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
        assertThat(opened.headers().stated().fields()).hasSize(6);
        assertThat(opened.headers().fields()).hasSize(6);
        for (FieldReport each : opened.headers().fields()) {
            boolean subject = each.field().isNamed("Subject");
            assertThat(each.protection())
                    .isEqualTo(subject ? FieldReport.Protection.SIGNED_AND_ENCRYPTED : FieldReport.Protection.SIGNED);
            assertThat(each.outside()).isEqualTo(subject ? FieldReport.Outside.HIDDEN : FieldReport.Outside.SAME);
        }
        assertThat(opened.message().subject()).contains("smime-signed-enc-hp-baseline");
    }

    /** RFC 9788, appendix E.1. */
    @Test
    void theLegacyDisplayOfTextIsTakenAway() {
        Opened opened = sealed("""
                Date: Fri, 21 Jan 2022 20:40:48 -0500
                From: Alice <alice@smime.example>
                Subject: Dinner plans
                MIME-Version: 1.0
                Content-Type: text/plain; charset="us-ascii"; hp-legacy-display="1";
                 hp="cipher"
                HP-Outer: From: Alice <alice@smime.example>
                HP-Outer: Subject: [...]

                Subject: Dinner plans

                Let's meet at Rama's Roti Shop at 8pm and go to the park
                from there.
                """);
        assertThat(opened.message().text().orElseThrow())
                .isEqualTo("Let's meet at Rama's Roti Shop at 8pm and go to the park\r\nfrom there.\r\n");
    }

    /** RFC 9788, appendix E.2. */
    @Test
    void theLegacyDisplayOfHtmlIsTakenAway() {
        Opened opened = sealed("""
                From: Alice <alice@smime.example>
                Subject: Dinner plans
                MIME-Version: 1.0
                Content-Type: text/html; charset="us-ascii"; hp-legacy-display="1";
                 hp="cipher"
                HP-Outer: From: Alice <alice@smime.example>
                HP-Outer: Subject: [...]

                <html><head><title></title></head><body>
                <div class="header-protection-legacy-display">
                <pre>Subject: Dinner plans</pre>
                </div>
                <p>
                Let's meet at Rama's Roti Shop at 8pm and go to the park
                from there.
                </p>
                </body>
                </html>
                """);
        assertThat(opened.message().html().orElseThrow())
                .contains("Roti")
                .contains("<body>")
                .doesNotContain("Dinner")
                .doesNotContain("<div");
    }

    @Test
    void aListThatChangedTheHeaderOutsideIsSeen() {
        Opened opened = sealed("""
                From: Alice <alice@smime.example>
                To: Bob <bob@smime.example>
                Subject: Dinner plans
                Content-Type: text/plain; hp="cipher"
                HP-Outer: From: Alice <alice@smime.example>
                HP-Outer: To: Bob <bob@smime.example>
                HP-Outer: Subject: ...

                text
                """);
        assertThat(opened.headers().field("Subject").orElseThrow().outside()).isEqualTo(FieldReport.Outside.CHANGED);
    }

    @Test
    void theFirstVersionIsRead() {
        Opened opened = sealed("""
                From: Alice <alice@smime.example>
                Subject: the figures
                Content-Type: text/plain; protected-headers="v1"

                text
                """);
        assertThat(opened.isTrusted()).isTrue();
        assertThat(opened.headers().scheme()).isEqualTo(HeaderReport.Scheme.PROTECTED_HEADERS_V1);
        assertThat(opened.message().subject()).contains("the figures");
        assertThat(opened.headers().field("Subject").orElseThrow().protection())
                .isEqualTo(FieldReport.Protection.SIGNED_AND_ENCRYPTED);
        assertThat(opened.headers().field("From").orElseThrow().protection()).isEqualTo(FieldReport.Protection.SIGNED);
    }

    @Test
    void theFirstVersionsDisplayIsTakenAway() {
        Opened opened = sealed("""
                From: Alice <alice@smime.example>
                Subject: the figures
                Content-Type: multipart/mixed; boundary="b"; protected-headers="v1"

                --b
                Content-Type: text/rfc822-headers; protected-headers="v1"
                Content-Disposition: inline

                Subject: the figures
                --b
                Content-Type: text/plain

                text
                --b--
                """);
        assertThat(opened.message().subject()).contains("the figures");
        assertThat(opened.message().root().contentType().is("text/plain")).isTrue();
    }

    @Test
    void aWholeMessageInsideIsTheMessage() {
        String whole = """
                Content-Type: message/rfc822

                From: Alice <alice@smime.example>
                Subject: the figures
                Content-Type: text/plain

                text
                """;
        Opened opened = sealed(whole);
        assertThat(opened.isTrusted()).isTrue();
        assertThat(opened.headers().scheme()).isEqualTo(HeaderReport.Scheme.WHOLE_MESSAGE);
        assertThat(opened.message().subject()).contains("the figures");
        assertThat(opened.message().text().orElseThrow().strip()).isEqualTo("text");
        Opened open = signed(whole);
        assertThat(open.message().subject()).contains("the figures");
        assertThat(open.headers().field("Subject").orElseThrow().outside()).isEqualTo(FieldReport.Outside.CHANGED);
    }

    @Test
    void aMessageThatIsPassedOnIsNot() {
        for (String type : List.of("message/rfc822", "message/rfc822; forwarded=yes")) {
            Opened opened = signed("Content-Type: " + type + "\n\n"
                    + "From: Carol <carol@example.com>\nSubject: the figures\n\ntext\n");
            assertThat(opened.isTrusted()).as(type).isTrue();
            assertThat(opened.headers().scheme()).isEqualTo(HeaderReport.Scheme.NONE);
            assertThat(opened.message().subject()).contains("[...]");
            assertThat(opened.message().attachments()).hasSize(1);
        }
    }
}
