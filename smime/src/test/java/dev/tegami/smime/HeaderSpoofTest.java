package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Address;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.TransferEncoding;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Headers inside and outside that say different things: nobody is shown as an author who is not. */
class HeaderSpoofTest {
    private static final X509Certificate BOB = People.BOB.certificate();

    private static Message from(String author) {
        return Message.compose()
                .from(author)
                .to("bob@example.net")
                .subject("orders")
                .text("pay\n")
                .build();
    }

    /** The same letter, carried under another author. */
    private static Message outside(Message sent, String author) {
        Message arrived = Letters.arrived(sent);
        return arrived.withHeader(arrived.header().with(Field.structured("From", author)));
    }

    private static List<String> shown(Opened opened) {
        return opened.message().from().stream().map(Address::toString).toList();
    }

    @Test
    void aSignersOwnFromCountsWhateverStandsOutside() {
        Message signed = from("eve@example.com").with(Smime.sign(People.EVE).protectingHeaders());
        Opened opened = Judged.open(outside(signed, "ada@example.org"));
        assertThat(opened.isTrusted()).isTrue();
        assertThat(shown(opened)).containsExactly("eve@example.com");
        assertThat(opened.headers().author()).isEqualTo(HeaderReport.Author.INSIDE);
        assertThat(opened.verdict().has(Reason.Code.AUTHOR_DIFFERS_OUTSIDE)).isTrue();
    }

    @Test
    void anotherAuthorInsideThanTheSignerIsNotShown() {
        for (Signing eve : List.of(
                Smime.sign(People.EVE).protectingHeaders(),
                Smime.sign(People.EVE).opaque().protectingHeaders())) {
            Message signed = from("ada@example.org").with(eve);
            Opened same = Judged.open(Letters.arrived(signed));
            assertThat(same.isTrusted()).isFalse();
            assertThat(same.verdict().mark(Axis.IDENTITY)).isEqualTo(Mark.BAD);
            Opened opened = Judged.open(outside(signed, "eve@example.com"));
            assertThat(opened.isTrusted()).isFalse();
            assertThat(opened.verdict().mark(Axis.IDENTITY)).isEqualTo(Mark.BAD);
            assertThat(shown(opened)).containsExactly("eve@example.com");
            assertThat(opened.headers().author()).isEqualTo(HeaderReport.Author.OUTSIDE);
        }
    }

    @Test
    void nobodysSignatureLetsTheOuterAuthorStand() {
        Message sealed = from("ada@example.org").with(Smime.encrypt(BOB).protectingHeaders());
        Opened opened = Judged.open(outside(sealed, "eve@example.com"));
        assertThat(shown(opened)).containsExactly("eve@example.com");
        assertThat(opened.headers().author()).isEqualTo(HeaderReport.Author.OUTSIDE);
        assertThat(opened.isTrusted()).isFalse();
        // a strange authority is as good as none
        People strangers = new People("CN=Strangers");
        Message signed = from("ada@example.org")
                .with(Smime.sign(strangers.person("ada@example.org", "P-256")).protectingHeaders());
        Opened unknown = Judged.open(outside(signed, "eve@example.com"));
        assertThat(shown(unknown)).containsExactly("eve@example.com");
        assertThat(unknown.isTrusted()).isFalse();
    }

    @Test
    void aBrokenSignatureProtectsNoHeader() {
        Message signed = from("ada@example.org").with(Smime.sign(People.ADA).protectingHeaders());
        String broken =
                new String(signed.toBytes(), StandardCharsets.ISO_8859_1).replaceFirst("(?s)(hp=.*)pay", "$1pax");
        Opened opened = Judged.open(outside(Letters.raw(broken.replace("\r\n", "\n")), "eve@example.com"));
        assertThat(opened.verdict().has(Reason.Code.DIGEST_MISMATCH)).isTrue();
        assertThat(opened.headers().scheme()).isEqualTo(HeaderReport.Scheme.NONE);
        assertThat(shown(opened)).containsExactly("eve@example.com");
    }

    @Test
    void withoutALayerNoParameterProtectsAnything() {
        Message plain = Letters.raw("""
                From: eve@example.com
                Subject: outside
                Content-Type: text/plain; hp="cipher"; hp-legacy-display="1"
                HP-Outer: Subject: [...]

                Subject: shown

                pay
                """);
        Opened opened = Judged.open(plain);
        assertThat(opened.headers().scheme()).isEqualTo(HeaderReport.Scheme.NONE);
        assertThat(opened.message().text().orElseThrow()).contains("shown");
    }

    @Test
    void aProtectedPartDeeperInsideIsNoHeader() {
        Message mixed = Letters.raw("""
                From: ada@example.org
                Subject: real
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                From: eve@example.com
                Subject: false
                Content-Type: text/plain; hp="clear"

                pay
                --b--
                """);
        Opened opened = Judged.open(Letters.arrived(mixed.with(Smime.sign(People.ADA))));
        assertThat(opened.headers().scheme()).isEqualTo(HeaderReport.Scheme.NONE);
        assertThat(opened.message().subject()).contains("real");
    }

    @Test
    void severalAuthorsInsideAreNoAuthor() {
        Message two = from("ada@example.org");
        Message doubled = two.withHeader(two.header().plus(Field.structured("From", "eve@example.com")));
        Opened opened =
                Judged.open(Letters.arrived(doubled.with(Smime.sign(People.ADA).protectingHeaders())));
        assertThat(opened.verdict().has(Reason.Code.NOT_ONE_AUTHOR)).isTrue();
        assertThat(opened.isTrusted()).isFalse();
    }

    @Test
    void aHeaderWithoutAnAuthorTakesTheOneOutsideToTheSigner() {
        Message none = Message.of(from("x@example.org").root().with(Header.of(List.of(Field.of("Subject", "s")))));
        Message signed = none.with(Smime.sign(People.ADA).protectingHeaders());
        assertThat(Judged.open(outside(signed, "ada@example.org")).isTrusted()).isTrue();
        Opened opened = Judged.open(outside(signed, "eve@example.com"));
        assertThat(opened.isTrusted()).isFalse();
        assertThat(opened.verdict().mark(Axis.IDENTITY)).isEqualTo(Mark.BAD);
    }

    @Test
    void anEncryptionThatIsOnlyClaimedHidesNothing() {
        Message letter = from("ada@example.org");
        Payload payload =
                Payload.cipher(letter, HeaderSealing.by(HeaderConfidentiality.baseline()), TransferEncoding.SEVEN_BIT);
        Opened opened = Judged.open(Letters.arrived(Smime.sign(People.ADA).sign(payload)));
        assertThat(opened.verdict().has(Reason.Code.HEADER_NOT_ENCRYPTED)).isTrue();
        assertThat(opened.headers().fields()).allMatch(each -> each.protection() == FieldReport.Protection.SIGNED);
    }

    @Test
    void aParameterHidesNoMoreThanAHeader() {
        Message trick = Letters.raw("""
                From: ada@example.org
                Subject: orders
                MIME-Version: 1.0
                Content-Type: text/plain; hp-legacy-display="1"

                I never said this:

                pay
                """);
        Message sealed = trick.with(Smime.encrypt(BOB).withoutLegacyDisplay());
        assertThat(Judged.open(Letters.arrived(sealed)).message().text().orElseThrow())
                .contains("I never said");
    }

    @Test
    void anAddedCcIsNoRecipientOfTheLetter() {
        Message sealed = from("ada@example.org")
                .with(Smime.encrypt(BOB).signedBy(Smime.sign(People.ADA)).protectingHeaders());
        Message replayed =
                Letters.arrived(sealed).withHeader(sealed.header().plus(Field.structured("Cc", "eve@example.com")));
        Opened opened = Judged.open(replayed);
        assertThat(opened.message().cc()).isEmpty();
        assertThat(opened.message().replyAll("bob@example.net").build().toBytes())
                .asString()
                .doesNotContain("eve@");
        assertThat(opened.headers().added()).extracting(Field::name).containsExactly("Cc");
    }

    @Test
    void headersOfVeryManyFieldsAreComparedInNoTime() {
        List<Field> fields = new ArrayList<>(List.of(Field.structured("From", "ada@example.org")));
        for (int i = 0; i < 20_000; i++) {
            fields.add(Field.of("X", "v" + i));
        }
        Message many = Message.of(from("ada@example.org").root().with(Header.of(fields)));
        Message signed = many.with(Smime.sign(People.ADA).protectingHeaders());
        Opened opened = Judged.open(Letters.arrived(signed));
        assertThat(opened.isTrusted()).isTrue();
        assertThat(opened.headers().fields()).hasSize(20_001);
        assertThat(opened.headers().fields()).allMatch(each -> each.outside() == FieldReport.Outside.SAME);
    }
}
