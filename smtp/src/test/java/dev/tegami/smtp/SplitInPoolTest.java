package dev.tegami.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.net.Deadlines;
import dev.tegami.net.PoolLimits;
import dev.tegami.smtp.Delivery.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server's limits split a message, and connections end between the parts. */
@Timeout(60)
class SplitInPoolTest {
    private static final String[] FIVE = {"a@x.test", "b@y.test", "c@x.test", "d@z.test", "e@y.test"};
    private static final Envelope ENVELOPE = Envelope.of("alice@example.test", FIVE);
    private static final Mailbag.Settings ONE_PART_PER_CONNECTION =
            Mailbag.Settings.of("PIPELINING LIMITS_RCPTMAX=2").perConnection(1);

    private static SmtpPool pool(Mailbag bag, Duration patience) {
        return Smtp.at("localhost")
                .port(bag.port())
                .insecurePlaintext()
                .deadlines(Deadlines.all(Duration.ofSeconds(10)))
                .pool(PoolLimits.of(2).patience(patience));
    }

    private static SmtpPool pool(Mailbag bag) {
        return pool(bag, Duration.ofSeconds(20));
    }

    @Test
    void thePartsNotTriedGoOverOtherConnections() throws Exception {
        try (Mailbag bag = new Mailbag(ONE_PART_PER_CONNECTION);
                SmtpPool pool = pool(bag)) {
            Receipt receipt = pool.send(Letters.plain(), ENVELOPE);
            assertThat(receipt.isComplete()).isTrue();
            assertThat(receipt.deliveries())
                    .extracting(delivery -> delivery.recipient().mailbox().address())
                    .containsExactly(FIVE);
            assertThat(bag.mailboxes()).containsExactly(FIVE);
            assertThat(bag.connections()).isEqualTo(3);
        }
    }

    @Test
    void soDoThoseOfABatchAndEachMessageIsToldOnce() throws Exception {
        List<Handover> told = new ArrayList<>();
        List<MailObject> mails = Stream.generate(() -> new MailObject(Letters.plain(), ENVELOPE))
                .limit(10)
                .toList();
        try (Mailbag bag = new Mailbag(ONE_PART_PER_CONNECTION);
                SmtpPool pool = pool(bag)) {
            pool.sendAll(mails.iterator(), Runnable::run, told::add);
            assertThat(told).extracting(Handover::mail).containsExactlyInAnyOrderElementsOf(mails);
            assertThat(told).allMatch(handover -> handover.receipt().isComplete());
            for (String mailbox : FIVE) {
                assertThat(bag.mailboxes()).filteredOn(mailbox::equals).hasSize(10);
            }
        }
    }

    @Test
    void whoWasRefusedOnOneConnectionIsNotAskedOnTheNext() throws Exception {
        Envelope two = Envelope.of("alice@example.test", "nobody@x.test", "b@y.test", "c@x.test");
        try (Mailbag bag = new Mailbag(ONE_PART_PER_CONNECTION);
                SmtpPool pool = pool(bag)) {
            Receipt receipt = pool.send(Letters.plain(), two);
            assertThat(receipt.deliveries())
                    .extracting(Delivery::outcome)
                    .containsExactly(Outcome.REFUSED, Outcome.ACCEPTED, Outcome.ACCEPTED);
            assertThat(bag.mailboxes()).containsExactly("b@y.test", "c@x.test");
        }
    }

    @Test
    void theReceiptTellsWhoHasItWhereNoOtherConnectionCanBeHad() throws Exception {
        try (Mailbag bag = new Mailbag(ONE_PART_PER_CONNECTION);
                SmtpPool pool = pool(bag, Duration.ofMillis(300))) {
            bag.takesConnections(1);
            Receipt receipt = pool.send(Letters.plain(), ENVELOPE);
            assertThat(receipt.accepted()).hasSize(2);
            assertThat(receipt.worthAnotherTry()).hasSize(3);
            assertThat(bag.mailboxes()).containsExactly("a@x.test", "b@y.test");
        }
    }

    @Test
    void partsUnderWayAreAnsweredWhereTheSessionTakesNoMore() throws Exception {
        Mailbag.Settings twoPartsPerSession = Mailbag.Settings.of("PIPELINING CHUNKING LIMITS_RCPTMAX=1_MAILMAX=2");
        Envelope three = Envelope.of("alice@example.test", "a@x.test", "b@y.test", "c@x.test");
        try (Mailbag bag = new Mailbag(twoPartsPerSession);
                SmtpPool pool = pool(bag)) {
            Receipt receipt = pool.send(Letters.plain(), three);
            assertThat(receipt.isComplete()).isTrue();
            assertThat(bag.mailboxes()).containsExactly("a@x.test", "b@y.test", "c@x.test");
        }
    }
}
