package dev.tegami.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.sasl.Credentials;
import dev.tegami.testkit.Replay;
import dev.tegami.testkit.Transcript;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches with real servers, each whole, octet by octet, cut at every octet, and over sockets. */
class BatchTranscriptTest {
    private static final String PERSON = "fresh-smtpcap@example.test";

    private static MailObject to(String... recipients) {
        return new MailObject(Letters.plain(), Envelope.of("alice@example.test", recipients));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "postfix-batch.txt, LINES, 252, 500",
        "postfix-batch-chunks.txt, CHUNKS, 252, 500",
        "exim-batch.txt, LINES, 250, 550",
        "exim-batch-chunks.txt, CHUNKS, 250, 550",
    })
    void fourLettersAndARefusedOneAmongThem(String file, Transfer transfer, int verified, int expanded)
            throws Exception {
        Manner manner = new Manner(Dialect.SMTP, "client.test", transfer);
        List<MailObject> mails =
                List.of(to(PERSON), to("nobody@example.test"), to(PERSON, "nobody@example.test"), to(PERSON));
        replay(file).everyWay(wire -> {
            try (SmtpSession session = SmtpSession.over(wire, manner)) {
                List<Handover> all = session.sendAll(mails);
                assertThat(all).hasSize(4);
                assertThat(orThrow(all.get(0)).queueId()).isPresent();
                assertThat(refused(all.get(1)).reply().code()).isEqualTo(550);
                assertThat(orThrow(all.get(2)).refused()).hasSize(1);
                assertThat(orThrow(all.get(3)).isComplete()).isTrue();
                assertThat(all.stream().limit(4).filter(h -> h.state() == Handover.State.SENT))
                        .hasSize(3);
                assertThat(session.verify("ada").code()).isEqualTo(verified);
                assertThat(session.expand("ada").code()).isEqualTo(expanded);
            }
        });
    }

    private static Receipt orThrow(Handover handover) {
        return handover.orThrow();
    }

    private static SmtpRefused refused(Handover handover) {
        if (handover.problem().orElseThrow() instanceof SmtpRefused refused) {
            return refused;
        }
        throw handover.problem().get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dovecot-lmtp.txt", "dovecot-lmtp-chunks.txt"})
    void aStoreAnswersForEachRecipient(String file) throws Exception {
        Transfer transfer = file.contains("chunks") ? Transfer.CHUNKS : Transfer.LINES;
        Manner manner = new Manner(Dialect.LMTP, "client.test", transfer);
        List<MailObject> mails =
                List.of(to(PERSON, "x@other.test", "fresh-smtpcap2@example.test"), to(PERSON), to(PERSON));
        replay(file).everyWay(wire -> {
            try (SmtpSession session = SmtpSession.over(wire, manner)) {
                List<Handover> all = session.sendAll(mails);
                List<String> answers = Stream.of(all.get(0))
                        .flatMap(handover -> orThrow(handover).accepted().stream())
                        .map(delivery -> delivery.reply().orElseThrow().text())
                        .toList();
                assertThat(answers).hasSize(3).doesNotHaveDuplicates();
                assertThat(answers.get(1)).startsWith("<x@other.test>");
                assertThat(orThrow(all.get(1)).isComplete()).isTrue();
                assertThat(orThrow(all.get(2)).isComplete()).isTrue();
            }
        });
    }

    private static Replay replay(String file) {
        boolean lmtp = file.contains("lmtp");
        Dialect dialect = lmtp ? Dialect.LMTP : Dialect.SMTP;
        Replay replay = Replay.of(Transcript.resource(BatchTranscriptTest.class, file), dialect.protocol());
        return lmtp
                ? replay
                : replay.options(options -> options.credentials(
                        Credentials.password("ada", "lovelace").only("PLAIN")));
    }
}
