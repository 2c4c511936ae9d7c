package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.smime.internal.Certificates;
import dev.tegami.smime.internal.TimestampToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bouncycastle.util.io.pem.PemReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every octet of a timestamp token, always the same one, is changed: it is refused, or says what it said. */
class TimestampTamperedTest {
    private static final Instant STAMPED = Instant.parse("2026-11-24T22:06:42Z");

    private static byte[] token;
    private static TimestampJudge judge;

    @BeforeAll
    static void read() throws IOException {
        try (PemReader in = new PemReader(new InputStreamReader(
                TimestampTamperedTest.class.getResourceAsStream("timestamp.pem"), StandardCharsets.US_ASCII))) {
            X509Certificate root = Certificates.parse(in.readPemObject().getContent());
            token = in.readPemObject().getContent();
            Policy policy = Judged.POLICY.clock(Clock.fixed(STAMPED, ZoneOffset.UTC));
            judge = new TimestampJudge(Trust.nobody().stamping(root), policy);
        }
    }

    private static Optional<Timestamp> judged(byte[] octets) {
        try {
            return TimestampToken.read(octets, List.of()).flatMap(judge::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyOctetCounts() {
        Timestamp right = judged(token).orElseThrow();
        assertThat(right.time()).isEqualTo(STAMPED);
        SortedSet<Integer> left = new TreeSet<>();
        for (int at = 0; at < token.length; at++) {
            for (int bit : new int[] {1, 0x20, 0x80}) {
                byte[] changed = token.clone();
                changed[at] ^= (byte) bit;
                Optional<Timestamp> found = judged(changed);
                if (found.isPresent()) {
                    assertThat(found).as("octet " + at).hasValue(right);
                    left.add(at);
                }
            }
        }
        assertThat(left).containsExactlyElementsOf(free());
    }

    /** What nobody signs and nobody acts on: all else is covered by the signature, or names what it belongs to. */
    private static SortedSet<Integer> free() {
        byte[] certificate = Certificates.encoded(judged(token).orElseThrow().authority());
        int certified = EveryOctet.indexOf(token, certificate);
        int signer = certified + certificate.length;
        SortedSet<Integer> free = new TreeSet<>();
        // the version of SignedData, behind its name and three headers
        free.add(EveryOctet.indexOf(token, HexFormat.of().parseHex("2a864886f70d010702")) + 19);
        // that the certificate's purpose is critical: true however it is written
        free.add(certified + EveryOctet.indexOf(certificate, HexFormat.of().parseHex("0603551d250101ff")) + 7);
        // the version of SignerInfo, behind two headers
        free.add(signer + 10);
        // the letter case of the issuer's name beside its signature: the signature itself names the certificate
        byte[] issuer = "Stamp Root".getBytes(StandardCharsets.US_ASCII);
        byte[] rest = Arrays.copyOfRange(token, signer, token.length);
        int name = signer + EveryOctet.indexOf(rest, issuer);
        IntStream.range(0, issuer.length).filter(each -> issuer[each] != ' ').forEach(each -> free.add(name + each));
        return free;
    }
}
