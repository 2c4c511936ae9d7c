package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was not looked at is not good. */
class MarksTest {
    private static Verdict verdict(Trust trust, Identity signer) {
        return Smime.open(Letters.arrived(Letters.plain().with(Smime.sign(signer))), Keys.none(), trust)
                .verdict();
    }

    @Test
    void nothingIsGoodAboutALetterThatNobodySigned() {
        Verdict verdict =
                Smime.open(Letters.plain(), Keys.none(), People.WORLD.trust()).verdict();
        assertThat(verdict.mark(Axis.INTEGRITY)).isEqualTo(Mark.BAD);
        for (Axis axis : Axis.values()) {
            if (axis != Axis.INTEGRITY) {
                assertThat(verdict.mark(axis)).as(axis.name()).isEqualTo(Mark.UNKNOWN);
            }
        }
    }

    @Test
    void nothingIsGoodAboutASignerWhoseCertificateDoesNotFit() {
        Identity wrong = Identity.of(People.ADA.key(), People.EVE.certificate());
        SignerReport signer = Smime.open(
                        Letters.arrived(Letters.plain().with(Smime.sign(wrong))), Keys.none(), People.WORLD.trust())
                .signers()
                .get(0);
        assertThat(signer.certificate()).isEmpty();
        for (Axis axis : Axis.values()) {
            assertThat(signer.mark(axis)).as(axis.name()).isNotEqualTo(Mark.GOOD);
        }
    }

    @Test
    void withoutAPathNothingIsKnownOfARevocation() {
        Verdict verdict = verdict(Trust.nobody(), People.ADA);
        assertThat(verdict.mark(Axis.INTEGRITY)).isEqualTo(Mark.GOOD);
        assertThat(verdict.mark(Axis.TRUST)).isEqualTo(Mark.BAD);
        assertThat(verdict.mark(Axis.REVOCATION)).isEqualTo(Mark.UNKNOWN);
    }
}
