package dev.tegami.internal.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.internal.bytes.ArrayOctets;
import dev.tegami.internal.bytes.JoinedOctets;
import dev.tegami.internal.bytes.Octets;
import dev.tegami.internal.bytes.SuppliedOctets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineCensusTest {
    private static final byte[] SPICE = {'\r', '\n', 0, '\t', (byte) 0x80, (byte) 0x8D, (byte) 0xFF, 0x0E, 0x1F, 0x7F};

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 50, 1_000})
    void eightOctetsAtOnceSeeWhatOneAfterTheOtherSees(int rarity) {
        Random random = new Random(4711L + rarity);
        for (int round = 0; round < 400; round++) {
            byte[] octets = text(random, rarity);
            LineCensus whole = new LineCensus();
            whole.write(octets, 0, octets.length);
            LineCensus pieces = new LineCensus();
            for (int at = 0, next; at < octets.length; at = next) {
                next = Math.min(octets.length, at + 1 + random.nextInt(20));
                pieces.write(octets, at, next - at);
            }
            assertThat(whole.demand()).isEqualTo(pieces.demand()).isEqualTo(demand(octets));
            assertThat(whole.prefersQuotedPrintable()).isEqualTo(pieces.prefersQuotedPrintable());
        }
    }

    private static byte[] text(Random random, int rarity) {
        byte[] octets = new byte[random.nextInt(2_500)];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = random.nextInt(rarity) == 0 ? SPICE[random.nextInt(SPICE.length)] : (byte) 'x';
            if (octets[i] == '\r' && i + 1 < octets.length && random.nextInt(10) > 0) {
                octets[++i] = '\n';
            }
        }
        return octets;
    }

    private static Encoding demand(byte[] octets) {
        String[] lines = new String(octets, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        boolean high = false;
        for (String line : lines) {
            if (line.length() > 998 || line.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
                return Encoding.BINARY;
            }
            high |= line.chars().anyMatch(c -> c > 0x7F);
        }
        return high ? Encoding.EIGHT_BIT : Encoding.SEVEN_BIT;
    }

    @Test
    void whatIsEncodedAsBase64IsNotRead() throws IOException {
        Octets unreadable = new SuppliedOctets(
                () -> {
                    throw new IOException("nobody may read this");
                },
                IllegalStateException::new,
                0,
                1_000);
        LineCensus census = new LineCensus();
        census.take(new JoinedOctets(List.of(
                ArrayOctets.of("A: b\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                Encoded.of(unreadable, Encoding.BASE64),
                ArrayOctets.of("--b--\r\n".getBytes(StandardCharsets.US_ASCII)))));
        assertThat(census.demand()).isEqualTo(Encoding.SEVEN_BIT);
    }
}
