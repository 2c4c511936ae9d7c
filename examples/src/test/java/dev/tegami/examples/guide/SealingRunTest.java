package dev.tegami.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.examples.DemoAuthority;
import dev.tegami.mime.Message;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guide's code for protected headers and new kinds of keys, run. */
class SealingRunTest {
    private static final Message NOTE = Message.compose()
            .from("Ada <ada@example.org>")
            .to("Bob <bob@example.org>")
            .subject("Apollo")
            .text("It flies.")
            .build();

    private Certified people = new Certified();

    private static final class Certified {
        private final DemoAuthority authority;
        private final Trust trust;
        private final Identity ada;
        private final Identity bob;

        Certified() {
            try {
                authority = new DemoAuthority();
                trust = authority.trust();
                ada = authority.person("Ada", "ada@example.org");
                bob = authority.person("Bob", "bob@example.org");
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        Opened opened(Message sealed, Identity... keys) {
            return Smime.open(Message.parse(sealed.toBytes()), Keys.of(keys), trust);
        }
    }

    @BeforeEach
    void meet() {
        people = new Certified();
    }

    @Test
    void theSubjectIsHiddenAndAnAnswerKeepsIt() {
        Message sealed = Sealing.seal(NOTE, people.ada, people.bob.certificate());
        assertThat(new String(sealed.toBytes(), StandardCharsets.US_ASCII))
                .contains("Subject: [...]")
                .doesNotContain("Apollo");
        Opened letter = people.opened(sealed, people.bob);
        assertThat(letter.isTrusted()).as(letter.verdict().toString()).isTrue();
        assertThat(letter.message().subject()).contains("Apollo");
        assertThat(Sealing.hidden(letter)).containsExactly("Subject: Apollo SIGNED_AND_ENCRYPTED");
        Message answer = Sealing.answer(letter, people.bob, people.ada.certificate());
        assertThat(answer.subject().orElse("")).doesNotContain("Apollo");
        assertThat(people.opened(answer, people.ada).message().subject()).contains("Re: Apollo");
    }

    @Test
    void theShyPolicyHidesNamesToo() {
        Message sealed = Sealing.sealShyly(NOTE, people.ada, people.bob.certificate());
        assertThat(sealed.from().toString()).doesNotContain("Ada");
        assertThat(Sealing.hidden(people.opened(sealed, people.bob)))
                .anySatisfy(field -> assertThat(field).startsWith("From: Ada"))
                .anySatisfy(field -> assertThat(field).startsWith("Subject: "));
    }

    @Test
    void bothSignaturesAndBothKindsOfReaders() throws GeneralSecurityException, IOException {
        Identity quantumSafe = people.authority.person("Ada", "ada@example.org", "ML-DSA-65");
        Message both =
                Message.parse(Sealing.signTwice(NOTE, people.ada, quantumSafe).toBytes());
        assertThat(Sealing.isSignedBothWays(both, people.trust)).isTrue();
        assertThat(people.opened(NOTE.with(Smime.sign(people.ada))).isTrusted()).isTrue();
        assertThat(Sealing.isSignedBothWays(NOTE.with(Smime.sign(people.ada)), people.trust))
                .isFalse();
        Identity kem = people.authority.person("Bob", "bob@example.org", "ML-KEM-768");
        Message sealed = Sealing.encryptForAll(NOTE, kem.certificate(), people.bob.certificate());
        assertThat(people.opened(sealed, kem).isDecrypted()).isTrue();
        assertThat(people.opened(sealed, people.bob).isDecrypted()).isTrue();
        assertThat(people.opened(sealed, people.ada).isDecrypted()).isFalse();
    }
}
