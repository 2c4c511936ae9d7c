package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** NIST's path validation suite, as signed messages; {@code -Dtegami.corpora} says where it is. */
class PkitsTest {
    /** Where we differ: a DSA key that inherits its parameters from its issuer verifies nothing. */
    private static final Set<String> KNOWN = Set.of("ValidDSAParameterInheritanceTest5 is not valid");

    private static boolean isValid(Path root, String file, Trust trust) throws IOException {
        Policy policy = Policy.standard()
                .clock(Clock.fixed(Instant.parse("2008-06-01T00:00:00Z"), ZoneOffset.UTC))
                .accepting(Legacy.values())
                .revocation(Policy.Revocation.REQUIRED);
        Opened opened = Smime.open(Message.parse(root.resolve(file)), Keys.none(), trust, policy);
        Verdict verdict = opened.verdict();
        return verdict.mark(Axis.INTEGRITY) == Mark.GOOD
                && verdict.mark(Axis.TRUST) == Mark.GOOD
                && verdict.mark(Axis.REVOCATION) == Mark.GOOD
                && verdict.mark(Axis.TIME) == Mark.GOOD;
    }

    @Test
    void everyPathIsJudgedAsNistSays() throws IOException {
        Path root = Corpora.file("pkits");
        Trust trust = Trust.of(Corpora.certificate("pkits/certs/TrustAnchorRootCertificate.crt"));
        Set<String> wrong = new TreeSet<>();
        int judged = 0;
        for (List<String> cells : Corpora.table(root.resolve("derived/expected.tsv"))) {
            String expected = cells.get(2);
            judged++;
            if (isValid(root, cells.get(0), trust) != expected.equals("valid")) {
                wrong.add(cells.get(1) + " is not " + expected);
            }
        }
        assertThat(judged).isEqualTo(224);
        assertThat(wrong).isEqualTo(KNOWN);
    }
}
