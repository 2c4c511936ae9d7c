package dev.tegami.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.net.ConnectionLost;
import dev.tegami.net.Security;
import dev.tegami.net.Server;
import dev.tegami.smtp.Delivery.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final Server SERVER = new Server("mail.example.test", 587, Security.STARTTLS_REQUIRED);
    private static final MailObject MAIL =
            new MailObject(Letters.plain(), Envelope.of("alice@example.test", "bob@example.test"));

    private static Handover broken() {
        Recipient bob = MAIL.envelope().recipients().get(0);
        Receipt nobody = new Receipt(
                List.of(new Delivery(bob, Outcome.NOT_TRIED, Optional.empty())),
                Optional.empty(),
                Receipt.Reports.NOT_ASKED);
        return new Handover(MAIL, nobody, Optional.of(new ConnectionLost(SERVER, "RCPT TO", "it closed", "")));
    }

    @Test
    void breakingNewConnectionsCounts() {
        Course course = new Course(MAIL, 2);
        course.note(broken(), true);
        assertThat(course.goesOn()).isTrue();
        assertThat(course.idle()).isEqualTo(1);
    }

    @Test
    void breakingMoreKeptConnectionsThanMayHaveBeenDeadCounts() {
        Course course = new Course(MAIL, 2);
        course.note(broken(), false);
        course.note(broken(), false);
        assertThat(course.idle()).isZero();
        course.note(broken(), false);
        course.note(broken(), false);
        assertThat(course.idle()).isEqualTo(2);
    }
}
