package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;

/** What the attack suites ask of a message that was opened. */
final class Judged {
    /** Revocation has tests of its own; everything else is asked for. */
    static final Policy POLICY = Policy.standard().revocation(Policy.Revocation.WHEN_KNOWN);

    static final Policy OLD = POLICY.accepting(Legacy.values());

    private Judged() {}

    static Opened open(Message message) {
        return open(message, POLICY);
    }

    static Opened open(Message message, Policy policy) {
        return Smime.open(message, Keys.of(People.BOB), People.WORLD.trust(), policy);
    }

    static void trusted(Message message) {
        Opened opened = open(message);
        assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
    }

    static void refused(Message message, Reason.Code because) {
        refused(message, POLICY, because);
    }

    static void refused(Message message, Policy policy, Reason.Code because) {
        Opened opened = open(message, policy);
        assertThat(opened.isTrusted()).isFalse();
        assertThat(opened.verdict().reasons()).extracting(Reason::code).contains(because);
    }
}
