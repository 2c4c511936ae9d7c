package dev.tegami.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final RetrySchedule STANDARD = RetrySchedule.standard();

    @Test
    void soonAtFirstAndRarelyLater() {
        Duration since = Duration.ZERO;
        int attempts = 1;
        for (Optional<Duration> wait = STANDARD.next(1, since, Retry.SOON);
                wait.isPresent();
                wait = STANDARD.next(attempts, since, Retry.SOON)) {
            since = since.plus(wait.get());
            attempts++;
        }
        assertThat(since).isBetween(Duration.ofDays(4), Duration.ofDays(5));
        assertThat(attempts).isBetween(40, 50);
        assertThat(STANDARD.next(1, Duration.ZERO, Retry.SOON)).contains(Duration.ofMinutes(5));
        assertThat(STANDARD.next(9, Duration.ofDays(1), Retry.SOON)).contains(Duration.ofHours(3));
    }

    @Test
    void theServersAdviceCounts() {
        assertThat(STANDARD.next(1, Duration.ZERO, Retry.LATER)).contains(Duration.ofMinutes(30));
        assertThat(STANDARD.next(1, Duration.ZERO, Retry.NEVER)).isEmpty();
        assertThat(STANDARD.next(1, Duration.ZERO, Retry.NOW)).contains(Duration.ZERO);
        assertThat(STANDARD.next(6, Duration.ZERO, Retry.NOW)).contains(Duration.ofHours(3));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> STANDARD.next(0, Duration.ZERO, Retry.SOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetrySchedule(List.of(), Duration.ZERO, Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReceiptAdvisesForThoseThatAreLeft() {
        Envelope envelope = Envelope.of("a@b.test", "c@d.test", "e@f.test", "g@h.test", "i@j.test");
        List<Recipient> who = envelope.recipients();
        Receipt receipt = new Receipt(
                List.of(
                        new Delivery(who.get(0), Delivery.Outcome.ACCEPTED, Optional.empty()),
                        new Delivery(who.get(1), Delivery.Outcome.UNKNOWN, Optional.empty()),
                        refused(who.get(2), "4.2.2 full"),
                        refused(who.get(3), "4.7.1 greylisted")),
                Optional.empty(),
                Receipt.Reports.NOT_ASKED);
        assertThat(receipt.worthAnotherTry()).extracting(Delivery::recipient).containsExactly(who.get(2), who.get(3));
        assertThat(receipt.retry()).isEqualTo(Retry.SOON);
        assertThat(new Receipt(List.of(), Optional.empty(), Receipt.Reports.NOT_ASKED).retry())
                .isEqualTo(Retry.NEVER);
    }

    private static Delivery refused(Recipient recipient, String text) {
        return new Delivery(recipient, Delivery.Outcome.REFUSED, Optional.of(new Reply(450, List.of(text))));
    }
}
