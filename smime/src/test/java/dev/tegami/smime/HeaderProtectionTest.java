package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.ContentType;
import dev.tegami.mime.Field;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** RFC 9788, both ways. */
class HeaderProtectionTest {
    private static final X509Certificate BOB = People.BOB.certificate();
    private static final Signing ADA = Smime.sign(People.ADA);

    private static Message letter() {
        return Message.compose()
                .from("Ada Lovelace <ada@example.org>")
                .to("Bob <bob@example.net>")
                .cc("Carol <carol@example.com>")
                .subject("議事録")
                .date(OffsetDateTime.now(ZoneOffset.UTC).withNano(0))
                .header("Keywords", "contract, secret")
                .header("User-Agent", "Tegami")
                .text("Grüße, Bob\n")
                .html("<html><body class=\"x\"><p>Grüße, Bob</p></body></html>")
                .attach("a.txt", new byte[] {'a'})
                .build();
    }

    private static Opened open(Message sent) {
        return Judged.open(Letters.arrived(sent));
    }

    private static FieldReport field(Opened opened, String name) {
        return opened.headers().field(name).orElseThrow();
    }

    @Test
    void aSignedHeaderIsItsAuthorsWhateverStandsOutside() {
        for (Signing signing : List.of(ADA.protectingHeaders(), ADA.opaque().protectingHeaders())) {
            Message signed = letter().with(signing);
            assertThat(signed.subject()).contains("議事録");
            Opened opened = open(signed);
            assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
            assertThat(opened.verdict().reasons())
                    .extracting(Reason::code)
                    .doesNotContain(Reason.Code.HEADER_DIFFERS_OUTSIDE);
            assertThat(opened.headers().scheme()).isEqualTo(HeaderReport.Scheme.RFC_9788);
            assertThat(opened.headers().fields())
                    .allMatch(each -> each.protection() == FieldReport.Protection.SIGNED)
                    .allMatch(each -> each.outside() == FieldReport.Outside.SAME);
            assertThat(opened.message().subject()).contains("議事録");
            assertThat(opened.message().root().contentType().parameter("hp")).isEmpty();
            assertThat(opened.message().attachments()).hasSize(1);

            Message changed = Letters.arrived(signed)
                    .withHeader(signed.header()
                            .with(Field.of("Subject", "[list] 議事録"))
                            .plus(Field.of("Reply-To", "e@example.com")));
            Opened other = Judged.open(changed);
            assertThat(other.isTrusted()).isTrue();
            assertThat(other.message().subject()).contains("議事録");
            assertThat(other.message().replyTo()).isEmpty();
            assertThat(field(other, "Subject").outside()).isEqualTo(FieldReport.Outside.CHANGED);
            assertThat(other.headers().added()).extracting(Field::name).containsExactly("Reply-To");
            assertThat(other.verdict().reasons())
                    .contains(new Reason(Reason.Code.HEADER_DIFFERS_OUTSIDE, "Subject, Reply-To"));
        }
    }

    @Test
    void theBaselineHidesSubjectAndKeywords() {
        Message sealed = letter().with(Smime.encrypt(BOB).signedBy(ADA).protectingHeaders());
        assertThat(sealed.subject()).contains("[...]");
        assertThat(sealed.header().first("Keywords")).isEmpty();
        assertThat(new String(sealed.toBytes(), StandardCharsets.ISO_8859_1))
                .contains("Ada Lovelace")
                .doesNotContain("contract");
        Opened opened = open(sealed);
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
        assertThat(opened.verdict().reasons()).isEmpty();
        assertThat(opened.message().subject()).contains("議事録");
        assertThat(opened.message().header().first("Keywords")).isPresent();
        assertThat(opened.message().header().first("HP-Outer")).isEmpty();
        assertThat(field(opened, "Subject").protection()).isEqualTo(FieldReport.Protection.SIGNED_AND_ENCRYPTED);
        assertThat(field(opened, "Subject").outside()).isEqualTo(FieldReport.Outside.HIDDEN);
        assertThat(field(opened, "Keywords").protection()).isEqualTo(FieldReport.Protection.SIGNED_AND_ENCRYPTED);
        assertThat(field(opened, "From").protection()).isEqualTo(FieldReport.Protection.SIGNED);
        assertThat(field(opened, "From").outside()).isEqualTo(FieldReport.Outside.SAME);
    }

    @Test
    void whatNobodySignedIsAtMostHidden() {
        Opened opened = open(letter().with(Smime.encrypt(BOB).protectingHeaders()));
        assertThat(opened.message().subject()).contains("議事録");
        assertThat(field(opened, "Subject").protection()).isEqualTo(FieldReport.Protection.ENCRYPTED);
        assertThat(field(opened, "From").protection()).isEqualTo(FieldReport.Protection.NONE);
        assertThat(opened.isTrusted()).isFalse();
    }

    @Test
    void theShyPolicyHidesNamesAndTheZone() {
        OffsetDateTime date = OffsetDateTime.parse("2021-02-20T10:09:02-05:00");
        Message dated = letter().edit().date(date).build();
        Message sealed = dated.with(Smime.encrypt(BOB).protectingHeaders(HeaderConfidentiality.shy()));
        assertThat(sealed.header().first("From").orElseThrow().value()).isEqualTo("ada@example.org");
        assertThat(sealed.header().first("To").orElseThrow().value()).isEqualTo("bob@example.net");
        assertThat(sealed.header().first("Date").orElseThrow().value()).isEqualTo("Sat, 20 Feb 2021 15:09:02 +0000");
        Opened opened = open(sealed);
        assertThat(opened.message().from().get(0).displayName()).isEqualTo("Ada Lovelace");
        assertThat(opened.message().date().orElseThrow().getOffset().getTotalSeconds())
                .isEqualTo(-5 * 3600);
        assertThat(opened.headers().author()).isEqualTo(HeaderReport.Author.SAME);
        assertThat(field(opened, "Date").protection()).isEqualTo(FieldReport.Protection.ENCRYPTED);
    }

    @Test
    void aNameThatHoldsACommaAddsNobody() {
        Message named = Message.compose()
                .from("ada@example.org")
                .header(Field.structured("To", "=?utf-8?q?x_=3Ceve=40example=2Ecom=3E=2C?= <bob@example.net>"))
                .subject("s")
                .text("t")
                .build();
        Message sealed = named.with(Smime.encrypt(BOB).protectingHeaders(HeaderConfidentiality.shy()));
        assertThat(sealed.to()).extracting(Object::toString).containsExactly("bob@example.net");
    }

    @Test
    void noConfidentialityStillProtects() {
        Message sealed =
                letter().with(Smime.encrypt(BOB).signedBy(ADA).protectingHeaders(HeaderConfidentiality.none()));
        assertThat(sealed.subject()).contains("議事録");
        Opened opened = open(sealed);
        assertThat(opened.isTrusted()).isTrue();
        assertThat(opened.headers().fields()).allMatch(each -> each.protection() == FieldReport.Protection.SIGNED);
        assertThat(opened.message().text().orElseThrow()).startsWith("Grüße");
    }

    @Test
    void aPolicyOfTheCallersOwnIsKeptToTheRules() {
        HeaderConfidentiality noAgent = field -> field.isNamed("User-Agent") ? Optional.empty() : Optional.of(field);
        Message sealed = letter().with(Smime.encrypt(BOB).protectingHeaders(noAgent));
        assertThat(sealed.header().first("User-Agent")).isEmpty();
        assertThat(open(sealed)
                        .message()
                        .header()
                        .first("User-Agent")
                        .orElseThrow()
                        .value())
                .isEqualTo("Tegami");
        assertThatThrownBy(() -> letter().with(
                                Smime.encrypt(BOB).protectingHeaders(field -> Optional.of(Field.of("X-Other", "x")))))
                .isInstanceOf(SmimeException.class);
        assertThatThrownBy(() -> letter().with(Smime.encrypt(BOB)
                        .protectingHeaders(field ->
                                Optional.of(field.isNamed("From") ? Field.of("From", "nobody@example.org") : field))))
                .isInstanceOf(SmimeException.class);
    }

    @Test
    void theTextShowsToOldReadersWhatIsHidden() {
        People.Keyed reader = People.WORLD.keyed("bob@example.net", "RSA");
        X509Certificate certificate = reader.identity().certificate();
        Message sealed = letter().with(Smime.encrypt(certificate).protectingHeaders());
        Message old = RawOpening.inside(sealed, reader.key());
        assertThat(old.text().orElseThrow()).startsWith("Subject: 議事録\r\n\r\nGrüße");
        assertThat(old.html().orElseThrow())
                .contains(
                        "<body class=\"x\"><div class=\"header-protection-legacy-display\"><pre>Subject: 議事録</pre></div>");
        Opened opened = Smime.open(Letters.arrived(sealed), Keys.of(reader.identity()), People.WORLD.trust());
        assertThat(opened.message().text().orElseThrow()).startsWith("Grüße");
        assertThat(opened.message().html().orElseThrow())
                .isEqualToNormalizingNewlines("<html><body class=\"x\">\n<p>Grüße, Bob</p></body></html>");
        assertThat(opened.message().text().orElseThrow()).doesNotContain("Subject");
        Message bare =
                RawOpening.inside(letter().with(Smime.encrypt(certificate).withoutLegacyDisplay()), reader.key());
        assertThat(bare.text().orElseThrow()).startsWith("Grüße");
        assertThat(bare.root().contentType().parameter("hp")).contains("cipher");
    }

    @Test
    void whatHasALayerAlreadyIsRefused() {
        Message signed = letter().with(ADA);
        assertThatThrownBy(() -> signed.with(Smime.encrypt(BOB).protectingHeaders()))
                .isInstanceOf(SmimeException.class);
        assertThatThrownBy(() -> letter().with(Smime.encrypt(BOB)).with(ADA.protectingHeaders()))
                .isInstanceOf(SmimeException.class);
    }

    @Test
    void threeLayersProtectTheHeaderOnce() {
        Message wrapped = letter().with(Smime.wrapThrice(ADA.protectingHeaders(), Smime.encrypt(BOB)));
        Opened opened = open(wrapped);
        assertThat(wrapped.subject()).contains("[...]");
        assertThat(opened.layers()).hasSize(3);
        assertThat(opened.isTrusted()).isTrue();
        assertThat(opened.message().subject()).contains("議事録");
    }

    @Test
    void signedFirstAndEncryptedByAnotherHidesNothing() {
        Message sealed = letter().with(ADA.protectingHeaders()).with(Smime.encrypt(BOB));
        Opened opened = open(sealed);
        assertThat(opened.isTrusted()).isTrue();
        assertThat(opened.headers().fields()).allMatch(each -> each.protection() == FieldReport.Protection.SIGNED);
    }

    @Test
    void headersInUtf8AreProtectedAsTheyAre() {
        Message utf8 = letter().edit().utf8Header().subject("議事録").build();
        Message signed = utf8.edit().utf8Header().subject("議事録").build().with(ADA.protectingHeaders());
        Opened opened = open(signed);
        assertThat(opened.isTrusted()).isTrue();
        assertThat(field(opened, "Subject").outside()).isEqualTo(FieldReport.Outside.SAME);
    }

    @Test
    void everyOtherPartKeepsItsTypeAndItsOctets() {
        Message letter = letter();
        Opened opened = open(letter.with(Smime.encrypt(BOB).signedBy(ADA).protectingHeaders()));
        assertThat(opened.message().root().contentType().without("boundary"))
                .isEqualTo(letter.root().contentType().without("boundary"));
        assertThat(opened.message().attachments().get(0).content().orElseThrow().bytes())
                .containsExactly('a');
        List<ContentType> types = opened.message().root().parts().get(0).parts().stream()
                .map(Part::contentType)
                .toList();
        assertThat(types)
                .extracting(type -> type.parameter("hp-legacy-display"))
                .containsOnly(Optional.empty());
    }
}
