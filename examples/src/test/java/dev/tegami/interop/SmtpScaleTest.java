package dev.tegami.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.dns.MailExchanger;
import dev.tegami.dns.Resolver;
import dev.tegami.imap.Folder;
import dev.tegami.imap.ImapSession;
import dev.tegami.imap.Search;
import dev.tegami.mime.Message;
import dev.tegami.net.Deadlines;
import dev.tegami.net.PoolLimits;
import dev.tegami.smtp.Bounce;
import dev.tegami.smtp.Delivery;
import dev.tegami.smtp.Envelope;
import dev.tegami.smtp.Handover;
import dev.tegami.smtp.MailObject;
import dev.tegami.smtp.Notify;
import dev.tegami.smtp.Receipt;
import dev.tegami.smtp.Relay;
import dev.tegami.smtp.SentMail;
import dev.tegami.smtp.SentMails;
import dev.tegami.smtp.Smtp;
import dev.tegami.smtp.SmtpPool;
import dev.tegami.smtp.SmtpSession;
import dev.tegami.testkit.ChaosProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches, pool, relay and bounces with real servers; every letter is counted in the mailbox it went to. */
class SmtpScaleTest extends RealServers {
    private static final int LETTERS = 20;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final String run = freshPerson();
    private String person = run;

    private Message letter(String person, int number) {
        return Message.compose()
                .from(addressOf("ada"))
                .to(addressOf(person))
                .subject("letter " + number + " of " + run)
                .text("Number " + number + "\r\n")
                .build();
    }

    private MailObject mail(int number) {
        String recipient = number % 7 == 3 ? "nobody" : person;
        return new MailObject(letter(person, number), Envelope.of(addressOf("ada"), addressOf(recipient)));
    }

    private List<MailObject> mails(int count) {
        return IntStream.range(0, count).mapToObj(this::mail).toList();
    }

    /**
     * OpenSMTPD knows its people by name. The mailbox is made before many deliver into it at once: one of them may be
     * put off otherwise, for longer than a test waits.
     */
    private void knownTo(String server) throws IOException {
        if (server.startsWith("opensmtpd")) {
            person = freshPerson("opensmtpd");
        }
        try (ImapSession session = Delivered.imap(person).open()) {
            assertThat(session.select("INBOX").exists()).isNotNegative();
        }
    }

    /** Waits until so many are there, and gives the subjects. */
    private List<String> arrived(int count) throws IOException {
        try (ImapSession session = Delivered.imap(person).open()) {
            Folder inbox = session.select("INBOX");
            for (int i = 0; i < 6 && inbox.search(Search.subject(run)).size() < count; i++) {
                inbox.idle(WAIT);
            }
            List<String> subjects = new ArrayList<>();
            inbox.search(Search.subject(run)).stream()
                    .forEach(uid -> inbox.message(uid).flatMap(Message::subject).ifPresent(subjects::add));
            return subjects;
        }
    }

    private void judge(List<Handover> all, int sent) throws IOException {
        assertThat(all).hasSize(LETTERS);
        assertThat(all.stream().filter(h -> h.state() == Handover.State.SENT)).hasSize(sent);
        assertThat(arrived(sent)).hasSize(sent).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "postfix.submission, LINES",
        "postfix.submissions, CHUNKS",
        "exim.submission, LINES",
        "exim.submissions, CHUNKS",
        "dovecot.submission, CHUNKS",
        "opensmtpd.submission, LINES"
    })
    void aBatch(String server, String form) throws IOException {
        knownTo(server);
        Smtp door = door(Smtp.at("localhost"), server).login("ada", "lovelace");
        Smtp chosen = form.equals("CHUNKS") ? door.inChunks() : door;
        try (SmtpSession session = chosen.open()) {
            List<Handover> all = session.sendAll(mails(LETTERS));
            assertThat(all.stream().filter(h -> h.state() == Handover.State.REFUSED))
                    .allMatch(h ->
                            h.mail().envelope().recipients().get(0).toString().startsWith("nobody"));
            judge(all, LETTERS - 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix.submission", "exim.submission", "opensmtpd.submission"})
    void aPool(String server) throws IOException {
        knownTo(server);
        Smtp door = door(Smtp.at("localhost"), server).login("ada", "lovelace");
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Handover> told = new ArrayList<>();
        try (SmtpPool pool = door.pool(PoolLimits.of(3))) {
            pool.sendAll(mails(LETTERS).iterator(), threads, told::add);
        } finally {
            threads.shutdown();
        }
        judge(told, LETTERS - 3);
    }

    @Test
    void throughChaosNothingIsLostAndNothingDoubled() throws IOException {
        Endpoint postfix = endpoint("postfix.submission");
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Handover> told = new ArrayList<>();
        try (ChaosProxy proxy = new ChaosProxy(postfix.port(), 4711, 12_000);
                SmtpPool pool = door(Smtp.at("localhost"), "postfix.submission")
                        .port(proxy.port())
                        .login("ada", "lovelace")
                        .deadlines(Deadlines.all(Duration.ofSeconds(2)))
                        .pool(PoolLimits.of(4))) {
            pool.sendAll(mails(200).iterator(), threads, told::add);
        } finally {
            threads.shutdown();
        }
        assertThat(told).hasSize(200);
        List<String> sent = subjects(told, Handover.State.SENT);
        List<String> unknown = subjects(told, Handover.State.UNKNOWN);
        List<String> arrived = arrived(sent.size());
        assertThat(arrived).doesNotHaveDuplicates().containsAll(sent);
        assertThat(arrived).allMatch(subject -> sent.contains(subject) || unknown.contains(subject));
    }

    private static List<String> subjects(List<Handover> told, Handover.State state) {
        return told.stream()
                .filter(handover -> handover.state() == state)
                .map(handover -> handover.mail().message().subject().orElseThrow())
                .toList();
    }

    @Test
    void fromServerToServer() throws IOException {
        Resolver names = new Resolver() {
            @Override
            public List<MailExchanger> exchangers(String domain) {
                return List.of(new MailExchanger(20, "localhost"), new MailExchanger(10, "nobody.invalid"));
            }

            @Override
            public List<String> texts(String name) {
                return List.of();
            }
        };
        Envelope envelope = Envelope.of(addressOf("ada"), addressOf(person), addressOf("nobody"));
        Receipt receipt = Relay.as("localhost.localdomain")
                .resolver(names)
                .port(endpoint("postfix.relay").port())
                .trust(trust())
                .send(letter(person, 1), envelope);
        assertThat(receipt.deliveries())
                .extracting(Delivery::outcome)
                .containsExactly(Delivery.Outcome.ACCEPTED, Delivery.Outcome.REFUSED);
        assertThat(receipt.attempts()).hasSize(2);
        assertThat(arrived(1)).hasSize(1);
    }

    @Test
    void aReportFindsTheMessageThatCausedIt() throws IOException {
        String bob = freshPerson();
        Envelope envelope = Envelope.of(addressOf(person), addressOf(bob))
                .reportOn(Notify.SUCCESS)
                .envelopeId("order " + bob);
        Message letter = letter(bob, 1);
        Receipt receipt = door(Smtp.at("localhost"), "postfix.submission")
                .login("ada", "lovelace")
                .send(letter, envelope);
        try (ImapSession session = Delivered.imap(person).open()) {
            Folder inbox = session.select("INBOX");
            for (int i = 0; i < 6 && inbox.search(Search.all()).isEmpty(); i++) {
                inbox.idle(WAIT);
            }
            Message report = inbox.message(
                            inbox.search(Search.all()).stream().findFirst().orElseThrow())
                    .orElseThrow();
            Optional<Bounce> bounce = SentMails.of(List.of(new SentMail(envelope, letter.messageId(), receipt)))
                    .causeOf(report);
            assertThat(bounce.map(Bounce::basis)).hasValue(Bounce.Basis.ENVELOPE_ID);
            assertThat(bounce.orElseThrow().fates()).hasSize(1);
        }
    }
}
