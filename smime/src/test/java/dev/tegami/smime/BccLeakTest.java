package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Field;
import dev.tegami.mime.Message;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Who is Bcc is known to nobody else, whatever is protected and however the letter is sent. */
class BccLeakTest {
    private static final People.Keyed READER = People.WORLD.keyed("bob@example.net", "RSA");
    private static final X509Certificate BOB = READER.identity().certificate();
    private static final Signing ADA = Smime.sign(People.ADA);
    private static final Message LETTER = Message.compose()
            .from("ada@example.org")
            .to("bob@example.net")
            .bcc("Quiet <quiet@example.com>")
            .header(Field.structured("Resent-Bcc", "quieter@example.com"))
            .subject("議事録")
            .text("Bob\n")
            .html("<p>Bob</p>")
            .build();

    private static void isSilent(byte[] octets) {
        assertThat(new String(octets, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))
                .doesNotContain("quiet@", "quieter@")
                .doesNotContain("bcc:");
    }

    @Test
    void aSignedHeaderHoldsNoBcc() {
        for (Signing signing : List.of(ADA.protectingHeaders(), ADA.opaque().protectingHeaders())) {
            Message sent = LETTER.with(signing).withoutBcc();
            isSilent(sent.toBytes());
            isSilent(Judged.open(Letters.arrived(sent)).message().toBytes());
            sent.root().content().ifPresent(cms -> isSilent(cms.bytes()));
        }
    }

    @Test
    void anEncryptedHeaderHoldsNoBccUnderAnyPolicy() {
        for (HeaderConfidentiality policy :
                List.of(HeaderConfidentiality.baseline(), HeaderConfidentiality.shy(), HeaderConfidentiality.none())) {
            Message sealed = LETTER.with(Smime.encrypt(BOB).protectingHeaders(policy));
            isSilent(RawOpening.inside(sealed, READER.key()).toBytes());
            isSilent(sealed.withoutBcc().toBytes());
        }
        Message signed = LETTER.with(Smime.encrypt(BOB).signedBy(ADA).protectingHeaders(HeaderConfidentiality.shy()));
        isSilent(RawOpening.inside(signed, READER.key()).toBytes());
    }

    @Test
    void everyCopyIsSilentOfTheOthers() {
        X509Certificate quiet = People.WORLD.person("quiet@example.com", "RSA").certificate();
        List<SealedCopy> copies = Smime.encrypt(BOB)
                .blind(quiet)
                .signedBy(ADA)
                .protectingHeaders()
                .copies(LETTER);
        assertThat(copies).hasSize(2);
        for (SealedCopy copy : copies) {
            isSilent(copy.message().toBytes());
        }
        isSilent(RawOpening.inside(copies.get(0).message(), READER.key()).toBytes());
    }

    @Test
    void anOuterHeaderThatClaimsToBeProtectedIsNotTakenInside() {
        Message forged =
                LETTER.withHeader(LETTER.header().plus(Field.structured("HP-Outer", "Bcc: quiet@example.com")));
        isSilent(RawOpening.inside(forged.with(Smime.encrypt(BOB).protectingHeaders()), READER.key())
                .toBytes());
    }
}
