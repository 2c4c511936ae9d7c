package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** NIST's path validation suite, as signed messages; {@code -Dtegami.corpora} says where it is. */
class PkitsTest {
    /**
     * Where we differ: delta revocation lists are not followed (what only they revoke is missed, what they lift stays),
     * and a DSA key that inherits its parameters from its issuer verifies nothing.
     */
    private static final Set<String> KNOWN = Set.of(
            "InvaliddeltaCRLTest4 is not invalid",
            "ValidDSAParameterInheritanceTest5 is not valid",
            "ValiddeltaCRLTest5 is not valid");

    private static boolean isValid(Path root, String file, Trust trust) throws IOException {
        Policy policy = Policy.standard()
                .clock(Clock.fixed(Instant.parse("2008-06-01T00:00:00Z"), ZoneOffset.UTC))
                .strength(Policy.Strength.LEGACY)
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
        String place = System.getProperty("tegami.corpora", "");
        Assumptions.assumeFalse(place.isEmpty(), "no corpora: set -Dtegami.corpora");
        Path root = Path.of(place, "pkits");
        Trust trust = Trust.of(anchor(root));
        Set<String> wrong = new TreeSet<>();
        int judged = 0;
        for (String line : Files.readAllLines(root.resolve("derived/expected.tsv"))) {
            List<String> cells = List.of(line.split("\t", -1));
            String expected = cells.get(2);
            if (expected.equals("valid") || expected.equals("invalid")) {
                judged++;
                if (isValid(root, cells.get(0), trust) != expected.equals("valid")) {
                    wrong.add(cells.get(1) + " is not " + expected);
                }
            }
        }
        assertThat(judged).isGreaterThan(200);
        assertThat(wrong).isEqualTo(KNOWN);
    }

    private static X509Certificate anchor(Path root) throws IOException {
        try (InputStream in = Files.newInputStream(root.resolve("certs/TrustAnchorRootCertificate.crt"))) {
            return dev.tegami.smime.internal.Certificates.readAll(in).get(0);
        }
    }
}
