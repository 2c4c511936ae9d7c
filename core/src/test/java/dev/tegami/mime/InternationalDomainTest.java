package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domains by IDNA2008 (RFC 5890 to 5895). */
class InternationalDomainTest {
    private static String written(String domain) {
        return Mailbox.of("a", domain).address();
    }

    @ParameterizedTest
    @CsvSource({
        "bücher.example, xn--bcher-kva.example",
        "faß.de, xn--fa-hia.de",
        "βόλος.com, xn--nxasmm1c.com",
        "例え.jp, xn--r8jz45g.jp",
        "пример.рф, xn--e1afmkfd.xn--p1ai",
        "mañana.com, xn--maana-pta.com",
        "他们为什么不说中文.com, xn--ihqwcrb4cv8a8dqg056pqjye.com",
        "ليهمابتكلموشعربي؟x.com, ''",
        "למההםפשוטלאמדבריםעברית.com, xn--4dbcagdahymbxekheh6e0a7fei0b.com",
        "3年b組金八先生.jp, xn--3b-ww4c5e180e575a65lsy2b.jp",
        "ひとつ屋根の下2.jp, xn--2-u9tlzr9756bt3uc0v.jp",
        "l·l.cat, xn--ll-0ea.cat",
        "שלום.example, xn--9dbne9b.example",
        "\u0DC1\u0DCA\u200D\u0DBB\u0DD3.com, xn--10cl1a0b660p.com",
        "\u0646\u0627\u0645\u0647\u200C\u0627\u06CC.com, xn--mgba3gch31f060k.com"
    })
    void knownNamesHaveTheirAsciiForm(String domain, String ascii) {
        if (ascii.isEmpty()) {
            assertThatThrownBy(() -> written(domain)).isInstanceOf(MimeException.class);
            return;
        }
        assertThat(written(domain)).isEqualTo("a@" + ascii);
        Message raw = Message.compose().utf8Header().to(Mailbox.of("a", ascii)).build();
        assertThat(new String(raw.toBytes(), StandardCharsets.UTF_8)).contains("To: a@" + domain + "\r\n");
        assertThat(Mailbox.of("a", domain)).isEqualTo(Mailbox.of("a", ascii));
    }

    @ParameterizedTest
    @CsvSource({
        "BÜCHER.example, xn--bcher-kva.example",
        "bu\u0308cher.example, xn--bcher-kva.example",
        "ｂüｃｈｅｒ。ｅｘａｍｐｌｅ, xn--bcher-kva.example",
        "例え．jp, xn--r8jz45g.jp",
        "FAẞ.de, xn--fa-hia.de"
    })
    void upperCaseFullWidthAndDecomposedNamesAreTheSameName(String domain, String ascii) {
        assertThat(written(domain)).isEqualTo("a@" + ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0628\u200C\u0627.example",
                "\u0628\u064E\u200C\u064E\u0628.example",
                "\u0712\u200C\u0710.example",
                "\u0915\u094D\u200C\u0937.example"
            })
    void aJoinerThatSeparatesWhatWouldJoinIsKept(String domain) {
        Message raw = Message.compose()
                .utf8Header()
                .to(Mailbox.parse(written(domain)))
                .build();
        assertThat(new String(raw.toBytes(), StandardCharsets.UTF_8)).contains("To: a@" + domain + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "☕.example",
                "a\u0301-.example",
                "-é.example",
                "éa--b.example",
                "\u0301a.example",
                "é..example",
                "é\u200Da.example",
                "\u0627\u200C\u0628.example",
                "\u0628\u200C.example",
                "\u200C\u0628\u0628.example",
                "\u0628\u200C\u0621.example",
                "\u0628\u200Ca.example",
                "\u0628\u200D\u0628.example",
                "a·b.example",
                "a\u30FBb\u00e9.example",
                "\u05D0a.example",
                "1\u05D0.example",
                "\u0661\u06F1ب.example",
                "é\uFE0F.example",
                "é\u2028.example",
                "é a.example",
                "\u1100\u1161\u11A8\u1100é\u11FF.example"
            })
    void namesThatNobodyCanRegisterAreRefused(String domain) {
        assertThatThrownBy(() -> written(domain)).as(domain).isInstanceOf(MimeException.class);
    }

    @Test
    void labelsAndNamesAreNotLongerThanTheDnsTakes() {
        assertThatThrownBy(() -> written("é".repeat(64) + ".example")).isInstanceOf(MimeException.class);
        assertThatThrownBy(() -> written(("é".repeat(20) + ".").repeat(12) + "example"))
                .isInstanceOf(MimeException.class);
        assertThat(written("é".repeat(50) + ".example")).startsWith("a@xn--");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xn--53h.example", "xn--a.example", "xn--99999999.example", "xn--.example", "xn--fa-hia-.de"})
    void whatEncodesNoValidLabelIsShownAsItIs(String domain) {
        Message raw = Message.compose().utf8Header().to(Mailbox.of("a", domain)).build();
        assertThat(new String(raw.toBytes(), StandardCharsets.UTF_8)).contains("To: a@" + domain + "\r\n");
    }

    @Test
    void aReceivedNameThatIsNotValidIsKept() {
        Message read = Message.parse("From: a@☕.example\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(((Mailbox) read.from().get(0)).domain()).isEqualTo("☕.example");
    }
}
