package dev.tegami.benchmarks.smime;

import dev.tegami.mime.Message;
import dev.tegami.smime.Identity;
import dev.tegami.testkit.TestIdentity;
import dev.tegami.testkit.TestPki;

/** Who signs, and what. */
final class Signed {
    static final TestIdentity ADA = TestPki.shared().rsaPerson("Ada", "ada@example.org");
    static final Identity IDENTITY = Identity.of(ADA.key(), ADA.certificate());

    private Signed() {}

    static Message letter() {
        return Message.compose()
                .from("ada@example.org")
                .to("bob@example.net")
                .subject("Ten kilobytes")
                .text("A line of a letter, which has about two hundred of them.\r\n".repeat(180))
                .build();
    }
}
