package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The cases of other projects and of RFC 4134 and 9216 with their known outcomes; {@code -Dtegami.corpora} says where
 * they are. What we answer to each is pinned in {@code cases.tsv}, together with the reason where we differ.
 */
class CasesTest {
    private static final int FILE = 0;
    private static final int EXPECTED = 4;
    private static final Path PINNED = Path.of("src/test/resources/dev/tegami/smime/cases.tsv");

    private static List<List<String>> cases() throws IOException {
        return Corpora.table(Corpora.file("smime-cases.tsv")).stream()
                .filter(row -> !row.get(FILE).startsWith("pkits/"))
                .toList();
    }

    private static Map<String, List<String>> pinned() throws IOException {
        return Corpora.table(PINNED).stream().collect(Collectors.toMap(row -> row.get(FILE), Function.identity()));
    }

    @Test
    void everyCaseIsAnsweredAsPinned() throws Exception {
        List<List<String>> cases = cases();
        Map<String, List<String>> pinned = pinned();
        List<String> wrong = new ArrayList<>();
        for (List<String> row : cases) {
            CaseAnswer answer = CaseAnswer.of(row);
            List<String> pin = pinned.getOrDefault(row.get(FILE), List.of(row.get(FILE), "not pinned", "", ""));
            if (!answer.words().equals(pin.get(1)) || !answer.text().contains(pin.get(2))) {
                wrong.add(row.get(FILE) + ": " + answer.words() + ", not " + pin.get(1));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(cases).hasSize(91).hasSameSizeAs(pinned.keySet());
    }

    @Test
    void everyPinnedAnswerIsTheExpectedOneOrSaysWhyNot() throws Exception {
        List<List<String>> cases = cases();
        Map<String, List<String>> pinned = pinned();
        List<String> contradictions = new ArrayList<>();
        List<String> differing = new ArrayList<>();
        for (List<String> row : cases) {
            List<String> pin = pinned.getOrDefault(row.get(FILE), List.of("", "", "", ""));
            boolean agrees = agrees(row.get(EXPECTED), pin.get(1));
            if (!agrees) {
                differing.add(row.get(FILE));
            }
            if (agrees != pin.get(3).isEmpty()) {
                contradictions.add(row.get(FILE) + ": " + row.get(EXPECTED) + " / " + pin);
            }
        }
        assertThat(contradictions).isEmpty();
        assertThat(differing).hasSize(7);
    }

    /** Not in the table; MimeKit, whose it is, takes the signature for good. */
    @Test
    void mixedLineEndsAreHashedAsTheyStand() throws Exception {
        Message message = Message.parse(Corpora.file("mimekit/smime/octet-stream-with-mixed-line-endings.dat"));
        Verdict verdict =
                Smime.open(message, Keys.none(), Trust.nobody(), Judged.OLD).verdict();
        assertThat(verdict.mark(Axis.INTEGRITY)).as(verdict.toString()).isEqualTo(Mark.GOOD);
        assertThat(verdict.has(Reason.Code.LINE_ENDS_MENDED)).isFalse();
    }

    private static final Set<String> BAD_INTEGRITY = Set.of(
            "DIGEST_MISMATCH",
            "SIGNATURE_WRONG",
            "MALFORMED",
            "BAD_MULTIPART_SIGNED",
            "NO_SIGNERS",
            "NO_CERTIFICATE",
            "NOT_SIGNED");

    /** Whether an answer is what the table expects, whose words begin with what counts. */
    private static boolean agrees(String expected, String answer) {
        Set<String> codes = Set.copyOf(List.of(answer.split(" ", -1)));
        boolean intact = BAD_INTEGRITY.stream().noneMatch(codes::contains);
        if (expected.startsWith("opens; two")) {
            return answer.matches("keys \\S+ \\S+");
        }
        if (expected.startsWith("opens")) {
            return answer.startsWith("keys ");
        }
        if (expected.startsWith("path ") || expected.startsWith("valid under this root")) {
            return answer.startsWith("path ");
        }
        if (expected.contains("recipient") && !expected.startsWith("decrypts")) {
            return answer.startsWith("recipients ");
        }
        if (expected.startsWith("mislabelled") || expected.startsWith("not for this key")) {
            return !codes.contains("decrypted");
        }
        if (expected.contains("decrypts")) {
            return codes.contains("decrypted")
                    && codes.stream().noneMatch(Set.of("SIGNATURE_WRONG", "DIGEST_MISMATCH")::contains);
        }
        if (expected.contains("INVALID")) {
            return intact && codes.stream().anyMatch(NOT_TRUSTED::contains);
        }
        if (expected.startsWith("bad signature")
                || expected.contains("not signed")
                || expected.startsWith("not S/MIME")
                || expected.startsWith("a clean error")) {
            return !intact;
        }
        return intact;
    }

    private static final Set<String> NOT_TRUSTED =
            Set.of("NO_PATH", "WRONG_USAGE", "AUTHOR_MISMATCH", "NOT_VALID_NOW", "REVOKED");
}
