package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tegami.LimitExceeded;
import dev.tegami.mime.Mailbox;
import dev.tegami.net.Deadlines;
import dev.tegami.net.NetException;
import dev.tegami.net.ProtocolViolation;
import dev.tegami.net.WireLimits;
import dev.tegami.smime.internal.Certificates;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;

/** Directories that say too much, nothing, half of it, or send to somebody else. */
class LdapBombTest {
    private static final Mailbox MAILBOX = Mailbox.parse("ada@example.org");
    private static final LdapServer.Entry ADA = new LdapServer.Entry(
            "userCertificate;binary", new DEROctetString(Certificates.encoded(People.ADA.certificate())));

    private static LdapServer server(LdapServer.Answering answering) throws IOException {
        return new LdapServer(LdapServer.plain(), Optional.empty(), answering);
    }

    private static void fails(LdapDirectory directory, Class<? extends Throwable> cause, String words) {
        assertThatThrownBy(() -> directory.find(MAILBOX))
                .isInstanceOf(LookupFailed.class)
                .hasCauseInstanceOf(cause)
                .hasMessageContaining(words);
    }

    @Test
    void aMessageThatSaysItIsHugeIsRefusedBeforeThereIsRoomForIt() throws Exception {
        byte[] huge = {0x30, (byte) 0x84, 0x7f, -1, -1, -1, 2, 1, 1};
        byte[] endless = {0x30, (byte) 0x80, 2, 1, 1};
        byte[] longer = {0x30, (byte) 0x85, 1, 1, 1, 1, 1, 1};
        try (LdapServer server = server(search -> search.octets(huge))) {
            fails(server.directory(), LimitExceeded.class, "reply");
        }
        for (byte[] each : List.of(endless, longer)) {
            try (LdapServer server = server(search -> search.octets(each))) {
                fails(server.directory(), ProtocolViolation.class, "length");
            }
        }
        try (LdapServer server = server(search -> search.entry(ADA))) {
            fails(server.directory().limits(WireLimits.defaults().reply(512)), LimitExceeded.class, "512");
        }
    }

    @Test
    void noMoreThanSixteenEntriesAreRead() throws Exception {
        try (LdapServer server = server(search -> {
            while (true) {
                search.entry(ADA);
            }
        })) {
            assertThat(server.directory().find(MAILBOX)).containsExactly(People.ADA.certificate());
        }
    }

    @Test
    void answersOfOtherKindsEndToo() throws Exception {
        try (LdapServer server = server(search -> {
            while (true) {
                search.reference("ldap://127.0.0.1/");
            }
        })) {
            fails(server.directory(), ProtocolViolation.class, "more than 64 messages");
        }
    }

    @Test
    void noReferralIsFollowed() throws Exception {
        try (LdapAnsweringAnything elsewhere = new LdapAnsweringAnything(new byte[0]);
                LdapServer referring = server(search -> search.referral(elsewhere.url()));
                LdapServer hinting = server(search -> {
                    search.entry(ADA);
                    search.reference(elsewhere.url());
                    search.done(0);
                })) {
            fails(referring.directory(), Exception.class, "referrals are not followed");
            assertThat(hinting.directory().find(MAILBOX)).containsExactly(People.ADA.certificate());
            assertThat(elsewhere.callers()).isZero();
        }
    }

    @Test
    void oneDeadlineIsForAllAnswersOfASearch() throws Exception {
        Deadlines short1 = Deadlines.all(Duration.ofMillis(300));
        try (LdapServer silent = server(search -> {})) {
            fails(silent.directory().deadlines(short1), NetException.class, "search");
        }
        // an octet now and then keeps nobody waiting for longer
        byte[] drops = new byte[1024];
        drops[0] = 0x30;
        drops[1] = (byte) 0x82;
        drops[2] = 4;
        try (LdapServer dripping = server(search -> {
            for (byte each : drops) {
                search.octets(new byte[] {each});
            }
        })) {
            fails(dripping.directory().deadlines(short1), NetException.class, "search");
        }
        try (LdapAnsweringAnything noTls = new LdapAnsweringAnything(new byte[0])) {
            fails(noTls.directory().deadlines(short1), NetException.class, "TLS");
        }
    }

    @Test
    void halfAnAnswerIsNone() throws Exception {
        byte[] whole = {0x30, 12, 2, 1, 1, 0x65, 7, 10, 1, 0, 4, 0, 4, 0};
        try (LdapAnsweringAnything server = new LdapAnsweringAnything(whole)) {
            assertThat(server.directory().insecurePlaintext().find(MAILBOX)).isEmpty();
        }
        for (int cut = 0; cut < whole.length; cut++) {
            byte[] half = Arrays.copyOf(whole, cut);
            try (LdapServer server = server(search -> {
                search.octets(half);
                search.out().close();
            })) {
                fails(server.directory(), NetException.class, "gives no answer");
            }
        }
    }

    @Test
    void whatIsNoAnswerIsRefused() throws Exception {
        byte[] whole = {0x30, 12, 2, 1, 1, 0x65, 7, 10, 1, 0, 4, 0, 4, 0};
        // another outermost tag, id, operation, and kinds of fields
        for (int at : new int[] {0, 2, 4, 5, 7}) {
            byte[] changed = whole.clone();
            changed[at] ^= 3;
            try (LdapAnsweringAnything server = new LdapAnsweringAnything(changed)) {
                fails(server.directory().insecurePlaintext(), ProtocolViolation.class, "gives no answer");
            }
        }
        byte[] notice = {0x30, 12, 2, 1, 0, 0x78, 7, 10, 1, 52, 4, 0, 4, 0};
        try (LdapAnsweringAnything server = new LdapAnsweringAnything(notice)) {
            fails(server.directory().insecurePlaintext(), ProtocolViolation.class, "ends the session");
        }
    }
}
