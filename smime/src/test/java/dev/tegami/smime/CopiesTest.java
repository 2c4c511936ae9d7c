package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** Several messages for one letter: nobody learns of a blind recipient, and nobody is left out. */
class CopiesTest {
    private static final Identity CAROL = People.WORLD.person("carol@example.net", "RSA");
    private static final Identity DAVE = People.WORLD.person("dave@example.net", "P-256");
    private static final List<X509Certificate> BOOK =
            List.of(People.EVE.certificate(), People.BOB.certificate(), CAROL.certificate(), DAVE.certificate());

    private static Message letter() {
        return Message.compose()
                .from("ada@example.org")
                .to("bob@example.net")
                .cc("dave@example.net")
                .bcc("carol@example.net")
                .text("Hello\r\n")
                .build();
    }

    private static boolean opens(Message sealed, Identity who) {
        return Smime.open(Letters.arrived(sealed), Keys.of(who), Trust.nobody()).isDecrypted();
    }

    private static int recipients(Message sealed) {
        return Smime.open(Letters.arrived(sealed), Keys.none(), Trust.nobody()).layers().stream()
                .mapToInt(layer -> ((Layer.Encrypted) layer).recipients())
                .sum();
    }

    @Test
    void eachBlindRecipientGetsACopyThatNamesNobodyElse() {
        List<SealedCopy> copies = Smime.encryptFor(letter(), BOOK)
                .including(People.ADA.certificate())
                .copies(letter());
        assertThat(copies)
                .extracting(SealedCopy::readers)
                .containsExactly(
                        List.of(People.BOB.certificate(), DAVE.certificate(), People.ADA.certificate()),
                        List.of(CAROL.certificate(), People.ADA.certificate()));
        Message open = copies.get(0).message();
        Message blind = copies.get(1).message();
        assertThat(recipients(open)).isEqualTo(3);
        assertThat(recipients(blind)).isEqualTo(2);
        assertThat(opens(open, People.BOB)).isTrue();
        assertThat(opens(open, DAVE)).isTrue();
        assertThat(opens(open, CAROL)).isFalse();
        assertThat(opens(blind, CAROL)).isTrue();
        assertThat(opens(blind, People.ADA)).isTrue();
        assertThat(opens(blind, People.BOB)).isFalse();
        assertThat(new String(open.toBytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContainIgnoringCase("bcc:")
                .doesNotContain("carol");
    }

    @Test
    void oneMessageForABlindRecipientIsRefused() {
        assertThatThrownBy(() -> letter().with(Smime.encryptFor(letter(), BOOK)))
                .isInstanceOf(SmimeException.class)
                .hasMessageContaining("copies of their own");
    }

    @Test
    void keysOfOtherKindsGetCopiesOfTheirOwnWhereOldReadersFail() {
        List<SealedCopy> copies = Smime.encrypt(People.BOB.certificate(), DAVE.certificate(), CAROL.certificate())
                .split()
                .compatible()
                .copies(letter());
        assertThat(copies)
                .extracting(SealedCopy::readers)
                .containsExactly(List.of(People.BOB.certificate(), CAROL.certificate()), List.of(DAVE.certificate()));
        assertThat(opens(copies.get(0).message(), CAROL)).isTrue();
        assertThat(opens(copies.get(1).message(), DAVE)).isTrue();
    }

    @Test
    void everyRecipientWithoutACertificateIsListed() {
        Identity old = People.WORLD.person(
                "RSA",
                new People.Options(
                        "carol@example.net",
                        KeyUsage.keyEncipherment,
                        KeyPurposeId.id_kp_emailProtection,
                        Duration.ofDays(-1)));
        List<X509Certificate> few = List.of(People.BOB.certificate(), old.certificate());
        assertThatThrownBy(() -> Smime.encryptFor(letter(), few))
                .isInstanceOfSatisfying(
                        RecipientsWithoutCertificate.class,
                        e -> assertThat(e.missing())
                                .extracting(Mailbox::address)
                                .containsExactly("dave@example.net", "carol@example.net"));
    }

    @Test
    void aLetterWrappedThriceHasThreeLayers() {
        Message wrapped =
                letter().with(Smime.wrapThrice(Smime.sign(People.ADA), Smime.encrypt(People.BOB.certificate())));
        Opened opened = Smime.open(Letters.arrived(wrapped), Keys.of(People.BOB), People.WORLD.trust());
        assertThat(opened.layers())
                .extracting(layer -> layer.getClass().getSimpleName())
                .containsExactly("Signed", "Encrypted", "Signed");
        assertThat(opened.isTrusted()).isTrue();
    }
}
